import { type Change, type Concept, emptyStory, type Note, type Story } from '#contracts';
import { DocumentError } from '../document-error.ts';
import { holdAdvisory } from '../hold-advisory.ts';
import { htmlBody } from '../html-body.ts';
import { MAX_GUID_LENGTH } from '../limits.ts';
import { printedTime } from '../printed-time.ts';
import { stated } from '../stated.ts';
import { child, children, lineOf, textOf, type XmlElement } from '../xml-element.ts';

const SUBJECTS = 'http://cv.iptc.org/newscodes/subjectcode/';

/** Quotes that were escaped once more than the rest of the HTML. */
const ESCAPED_TWICE = /&amp;(?=(?:apos|quot|#\d{2,5});)/g;

/** Reads a story. Throws `missing-identifier` without a `NewsID`, `invalid-member` for one too long. */
export function readNews(news: XmlElement, path: string): Story {
  const line = (name: string) => lineOf(child(news, name));
  const guid = line('NewsID');
  if (guid === undefined) throw new DocumentError('missing-identifier', 'no NewsID', { path });
  if (guid.length > MAX_GUID_LENGTH) throw new DocumentError('invalid-member', 'the NewsID is too long', { path });
  const published = line('PublishDate');
  const town = line('town');
  const origin = line('origin');
  const parted = htmlOf(child(news, 'content'));
  const story: Story = {
    ...emptyStory(),
    format: 'ritzau',
    guid,
    type: 'text',
    ...readHead(news),
    ...readStatus(news),
    times: published === undefined ? {} : { published: printedTime(published) },
    headlines: htmlLines(news, 'headline').map((value) => ({ value })),
    descriptions: htmlLines(news, 'subtitle').map((value) => ({ role: 'subtitle', value })),
    body: parted.body,
    notes: [...readNotes(news), ...parted.notes],
    ...(town !== undefined && { located: town }),
    infoSources: origin === undefined ? [] : [{ name: origin, role: 'provider' }],
    subjects: readSubjects(news),
    genres: coded(line('format'), 'format', line('formatID')),
    organisations: readOrganisations(news),
    keywords: children(child(news, 'SubjectKeyword')).flatMap((keyword) => lineOf(keyword) ?? []),
    altIds: line('HistID') === undefined ? [] : [{ role: 'HistID', value: line('HistID') ?? '' }],
    relations: ['Replaces', 'replacedID'].flatMap((name) => {
      const replaced = line(name);
      return replaced === undefined ? [] : [{ rel: 'updates', guid: replaced }];
    }),
  };
  holdAdvisory(story, parted, `${path}/content`);
  return story;
}

function readHead(news: XmlElement): Partial<Story> {
  const by = lineOf(child(news, 'byLine'));
  return stated({
    version: lineOf(child(news, 'version')),
    slugline: lineOf(child(news, 'strapline')),
    by,
    contributors: by === undefined ? undefined : [{ name: by, kind: 'person' as const, role: 'creator' }],
  });
}

/** `Annuleret` takes the story back, `Korrektion` corrects it, `NyVersion` goes on with it. */
function readStatus(news: XmlElement): Pick<Story, 'pubStatus' | 'change'> {
  const is = (name: string) => lineOf(child(news, name))?.toLowerCase() === 'true';
  if (is('Annuleret')) return { pubStatus: 'canceled', change: 'kill' };
  const change: Change | undefined = is('Korrektion') ? 'correction' : is('NyVersion') ? 'update' : undefined;
  return change === undefined ? {} : { change };
}

/** What the desk is told (`TilRedaktionen`), and how the writer can be reached. */
function readNotes(news: XmlElement): Note[] {
  const contact = ['byLineEmail', 'byLinePhone'].flatMap((name) => lineOf(child(news, name)) ?? []).join('\n');
  return [
    ...htmlLines(news, 'TilRedaktionen').map((text) => ({ role: 'TilRedaktionen', text, public: false })),
    ...(contact === '' ? [] : [{ role: 'contacts', text: contact, public: false }]),
  ];
}

/** The section, and the IPTC's subject codes without their leading zero. */
function readSubjects(news: XmlElement): Concept[] {
  const codes = children(child(news, 'IPTCList')).flatMap((element): Concept[] => {
    const code = lineOf(element)?.padStart(8, '0');
    return code === undefined || !/^\d{8}$/.test(code) ? [] : [{ uri: SUBJECTS + code, scheme: 'subj', code }];
  });
  return [...coded(lineOf(child(news, 'section')), 'section', lineOf(child(news, 'sectionID'))), ...codes];
}

function coded(name: string | undefined, scheme: string, code: string | undefined): Concept[] {
  return name === undefined ? [] : [{ name, ...(code !== undefined && { scheme, code }) }];
}

/** Companies by name, securities by their ISIN. */
function readOrganisations(news: XmlElement): Concept[] {
  const companies = children(child(news, 'Companies')).flatMap((company) => {
    const name = lineOf(child(company, 'Name')) ?? lineOf(company);
    return name === undefined ? [] : [{ name }];
  });
  const isins = children(child(news, 'ISIN')).flatMap((element) => {
    const symbol = lineOf(element);
    return symbol === undefined ? [] : [{ symbols: [{ symbolType: 'isin', symbol }], code: symbol, scheme: 'isin' }];
  });
  return [...companies, ...isins];
}

const htmlOf = (element: XmlElement | undefined) => htmlBody(textOf(element).replace(ESCAPED_TWICE, '&'));

/** The words of an element that is HTML, on one line; none where it is empty. */
function htmlLines(news: XmlElement, name: string): string[] {
  const { body, notes } = htmlOf(child(news, name));
  const words = [...body, ...notes].map(({ text }) => text.replace(/\s+/g, ' ').trim());
  const line = words.filter((text) => text !== '').join(' ');
  return line === '' ? [] : [line];
}
