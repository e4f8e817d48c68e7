import { type Concept, emptyStory, type Issue, type Story } from '#contracts';
import { type PictureConcept, type PictureFacts, readPicture } from '#pictures';
import { DocumentError } from '../document-error.ts';
import type { Declared } from '../format.ts';
import { pictureGuid } from './guid.ts';
import { mediaOf } from './media.ts';
import { placesOf } from './places.ts';
import { timesOf } from './times.ts';

/**
 * The story of a picture file. Throws `damaged-picture` where neither the size nor any word of it can be read; what
 * else is damaged stands in `issues`.
 */
export function parse(bytes: Uint8Array, declared: Declared): Story[] {
  const facts = readPicture(bytes);
  if (facts === undefined) throw new DocumentError('unknown-format');
  if (facts.width === undefined && saysNothing(facts)) throw new DocumentError('damaged-picture');
  return [storyOf(facts, bytes, declared)];
}

function saysNothing({ captions, creators, keywords, headline, title, credit, taken }: PictureFacts): boolean {
  const words = [...captions, ...creators, ...keywords, headline, title, credit, taken];
  return words.every((word) => word === undefined);
}

function storyOf(facts: PictureFacts, bytes: Uint8Array, declared: Declared): Story {
  const media = mediaOf(facts, bytes.byteLength);
  return {
    ...emptyStory(),
    format: 'picture',
    guid: pictureGuid(facts, bytes, declared),
    type: 'picture',
    times: timesOf(facts),
    ...(facts.urgency !== undefined && { urgency: facts.urgency }),
    ...(facts.language !== undefined && { language: facts.language }),
    ...(facts.title !== undefined && { title: facts.title }),
    headlines: facts.headline === undefined ? [] : [{ value: facts.headline }],
    descriptions: media.captions.map((value) => ({ role: 'caption', value })),
    ...makersOf(facts),
    ...aboutOf(facts),
    ...rightsOf(facts),
    ...(media.place !== undefined && { located: media.place }),
    notes: facts.instructions === undefined ? [] : [{ role: 'instructions', text: facts.instructions, public: false }],
    media: [media],
    altIds: [...(facts.jobId === undefined ? [] : [{ role: 'jobId', value: facts.jobId }]), ...facts.otherIds],
    issues: issuesOf(facts, declared),
  };
}

function makersOf({ creators, creatorTitle, credit, source, suppliers }: PictureFacts) {
  return {
    ...(creators.length > 0 && { by: creators.join(', ') }),
    contributors: creators.map((name) => ({
      name,
      role: 'creator',
      ...(creatorTitle !== undefined && creators.length === 1 && { jobTitle: creatorTitle }),
    })),
    infoSources: [
      ...(credit === undefined ? [] : [{ name: credit, role: 'credit' }]),
      ...(source === undefined ? [] : [{ name: source, role: 'source' }]),
      ...suppliers.map((name) => ({ name, role: 'supplier' })),
    ],
  };
}

function aboutOf(facts: PictureFacts) {
  return {
    keywords: [...facts.keywords],
    subjects: facts.subjects.map(conceptOf),
    genres: facts.genres.map(conceptOf),
    people: facts.people.map(conceptOf),
    organisations: facts.organisations.map(conceptOf),
    events: facts.events.map(conceptOf),
    places: placesOf(facts),
  };
}

/** Numbers of eight digits are IPTC's subject codes, whose scheme the file doesn't name. */
function conceptOf({ name, uri, code }: PictureConcept): Concept {
  return {
    ...(name !== undefined && { name }),
    ...(uri !== undefined && { uri }),
    ...(code !== undefined && { code }),
    ...(code !== undefined && /^\d{8}$/.test(code) && { scheme: 'subj' }),
  };
}

function rightsOf({ copyrightNotice, copyrightOwners, usageTerms, licences, digitalSourceType }: PictureFacts) {
  const [licence] = licences;
  return {
    ...(copyrightOwners.length > 0 && { copyrightHolder: copyrightOwners.join(', ') }),
    ...(copyrightNotice !== undefined && { copyrightNotice }),
    ...(usageTerms !== undefined && { usageTerms }),
    ...(licence !== undefined && { rightsInfo: { linkedRights: licence } }),
    ...(digitalSourceType !== undefined && {
      digitalSourceType: /^https?:/.test(digitalSourceType) ? { uri: digitalSourceType } : { code: digitalSourceType },
    }),
  };
}

const GENERIC: ReadonlySet<string> = new Set(['text/plain', 'application/octet-stream']);
const SAME: Readonly<Record<string, string>> = {
  'image/jpg': 'image/jpeg',
  'image/pjpeg': 'image/jpeg',
  'image/heif': 'image/heic',
};

/** Damage that was found, a type that is another than declared, and a position that mustn't get out with the file. */
function issuesOf(facts: PictureFacts, { mediaType: declared }: Declared): Issue[] {
  const type = declared === undefined || GENERIC.has(declared) ? undefined : (SAME[declared] ?? declared);
  const other = type !== undefined && type !== facts.mediaType;
  return [
    ...facts.issues.map(({ code, path }) => ({ code, path: path === undefined ? 'media[0]' : `media[0].${path}` })),
    ...(other ? [{ code: 'picture-type-differs', path: 'media[0]', message: `it is ${facts.mediaType}` }] : []),
    ...(facts.animated === true ? [{ code: 'picture-animated', path: 'media[0]' }] : []),
    ...(facts.located ? [{ code: 'camera-position', path: 'media[0]' }] : []),
  ];
}
