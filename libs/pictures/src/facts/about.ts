import { defined } from '../defined.ts';
import type { PictureConcept, PictureFacts } from '../picture-facts.ts';
import { structuresOf, textOf, textsOf, type XmpFields } from '../xmp/xmp-value.ts';
import { peopleInRegions } from './regions.ts';
import { distinct, type Sources, sharedText, sharedTexts } from './sources.ts';

type About = Pick<
  PictureFacts,
  'keywords' | 'subjects' | 'genres' | 'people' | 'organisations' | 'events' | 'urgency' | 'language' | 'jobId'
>;

/** What the picture shows and is about. */
export function aboutFrom(sources: Sources): About {
  const { exif, iim, xmp } = sources;
  const keywords = sharedTexts(sources, { iim: '2:25', limit: 64, xmp: 'dc:subject' });
  const names = textsOf(xmp('Iptc4xmpExt:PersonInImage'));
  const detailed = structuresOf(xmp('Iptc4xmpExt:PersonInImageWDetails')).map((one) =>
    concept(one, 'Iptc4xmpExt:PersonName', 'Iptc4xmpExt:PersonId'),
  );
  const faces = peopleInRegions(xmp);
  return {
    keywords: keywords.length > 0 ? keywords : distinct([...(exif?.keywords ?? [])]),
    subjects: subjectsFrom(sources),
    genres: genresFrom(sources),
    people: merged([...detailed, ...named(names), ...named(faces)]),
    organisations: merged([
      ...named(textsOf(xmp('Iptc4xmpExt:OrganisationInImageName'))),
      ...textsOf(xmp('Iptc4xmpExt:OrganisationInImageCode')).map((code) => ({ code })),
    ]),
    events: merged([
      ...named(textsOf(xmp('Iptc4xmpExt:Event')).slice(0, 1)),
      ...textsOf(xmp('Iptc4xmpExt:EventId')).map((uri) => ({ uri })),
    ]),
    ...defined({
      urgency: urgencyOf(sharedText(sources, { iim: '2:10', limit: 1, xmp: 'photoshop:Urgency' })),
      language: languageOf(iim?.first('2:135') ?? textOf(xmp('dc:language'))),
      jobId: sharedText(sources, { iim: '2:103', limit: 32, xmp: 'photoshop:TransmissionReference' }),
    }),
  };
}

const named = (names: readonly string[]): PictureConcept[] => names.map((name) => ({ name }));

function concept(fields: XmpFields, name: string, uri: string): PictureConcept {
  return defined({ name: textOf(fields.get(name)), uri: textOf(fields.get(uri)) });
}

/** Each name once; the entry that knows an identifier comes first in the list and is the one kept. */
function merged(concepts: readonly PictureConcept[]): PictureConcept[] {
  const seen = new Set<string>();
  return concepts.filter(({ name, uri, code }) => {
    const key = (name ?? uri ?? code ?? '').toLowerCase();
    return key !== '' && !seen.has(key) && seen.add(key) !== undefined;
  });
}

/** Codes of IPTC's subject reference system: `IPTC:04000000:economy::` in IIM, the number alone in XMP; and CV terms. */
function subjectsFrom(sources: Sources): PictureConcept[] {
  const codes = sharedTexts(sources, { iim: '2:12', limit: 236, xmp: 'Iptc4xmpCore:SubjectCode' }).map(subjectOf);
  const terms = structuresOf(sources.xmp('Iptc4xmpExt:AboutCvTerm')).map((one) =>
    concept(one, 'Iptc4xmpExt:CvTermName', 'Iptc4xmpExt:CvTermId'),
  );
  return merged([...terms, ...codes]);
}

function subjectOf(reference: string): PictureConcept {
  const [provider, code, ...names] = reference.split(':');
  if (provider === undefined || code === undefined || !/^\d{8}$/.test(code)) return { code: reference };
  return defined({ code, name: names.findLast((name) => name.trim() !== '')?.trim() });
}

/** IIM writes `025:Anniversary`; older files have the name alone. */
function genresFrom({ iim, xmp }: Sources): PictureConcept[] {
  const terms = structuresOf(xmp('Iptc4xmpExt:Genre')).map((one) =>
    concept(one, 'Iptc4xmpExt:CvTermName', 'Iptc4xmpExt:CvTermId'),
  );
  const name = textOf(xmp('Iptc4xmpCore:IntellectualGenre')) ?? iim?.first('2:4')?.replace(/^\d{3}:/, '');
  return merged([...terms, ...(name === undefined || name === '' ? [] : [{ name }])]);
}

/** 1 to 8; 0 and 9 are reserved (IIM 4.2, 2:10). */
function urgencyOf(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-8]$/.test(text) ? Number(text) : undefined;
}

/** ISO 639 letters with what follows them; some writers give a name, which is no code. */
function languageOf(text: string | undefined): string | undefined {
  return text !== undefined && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(text) ? text.toLowerCase() : undefined;
}
