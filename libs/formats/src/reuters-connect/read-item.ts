import { type Concept, emptyStory, type Story } from '#contracts';
import { isFile } from '../agency-words.ts';
import { holdAdvisory } from '../hold-advisory.ts';
import { htmlBody } from '../html-body.ts';
import type { JsonObject } from '../json-object.ts';
import { jsonTimes } from '../json-times.ts';
import type { PartedBody } from '../parted-body.ts';
import { stated } from '../stated.ts';
import { readIdentity } from './identity.ts';
import { readAssociations, readMedia, readType } from './media.ts';
import { readStatus } from './status.ts';

const TIMES = {
  firstCreated: ['firstCreated'],
  versionCreated: ['versionCreated'],
  contentCreated: ['contentTimestamp', 'contentCreated'],
  embargoedUntil: ['embargoed', 'embargoDate'],
  expires: ['expires', 'expiryDate'],
} as const;

/** The interface's own bookkeeping. */
const NOT_KEPT = [
  ...['__typename', 'channels', 'position', 'thumbnailUrl', 'previewUrl', 'versionProcessed', 'sortTimestamp', 'guid'],
  ...['id', 'uri', 'usageTermsRole', 'copyrightNotice', 'score', 'points', 'fragment', 'intro', 'bodyXhtml'],
];

/** Reads an item. Throws `missing-identifier` and `invalid-member` for what names it. */
export function readItem(item: JsonObject): Story {
  const identity = readIdentity(item);
  const type = readType(item);
  const headline = item.text('headLine', 'headline');
  const parted = readBody(item);
  const { body, notes } = parted;
  const associated = readAssociations(item, type === 'composite' ? 'member' : 'seeAlso');
  const story: Story = {
    ...emptyStory(),
    format: 'reuters-connect',
    type: type ?? 'text',
    ...identity,
    ...readStatus(item, headline),
    ...readHead(item),
    times: jsonTimes(item, TIMES),
    headlines: headline === undefined ? [] : [{ value: headline }],
    descriptions: readDescriptions(item),
    infoSources: readSources(item),
    body,
    notes: [...item.texts('edNote').map((text) => ({ role: 'edNote', text, public: false })), ...notes],
    media: [...(isFile(type) ? [readMedia(item, type)] : []), ...associated.media],
    relations: associated.relations,
    keywords: item.texts('keywords'),
    ...readSubjects(item),
    issues: item.issues,
  };
  if (type === undefined) item.note({ code: 'type-missing', path: item.at('type') });
  holdAdvisory(story, parted, item.at('bodyXhtml'));
  if (story.type === 'text' && body.length === 0 && notes.length === 0)
    item.note({ code: 'body-missing', path: item.at('bodyXhtml') });
  item.ignore(NOT_KEPT);
  item.close();
  return story;
}

function readHead(item: JsonObject): Partial<Story> {
  return stated({
    language: item.text('language'),
    by: item.text('byLine', 'byline'),
    slugline: item.text('slug'),
    profile: item.text('profile'),
    located: item.text('located', 'location'),
    copyrightNotice: item.text('copyrightNotice'),
    usageTerms: item.text('usageTerms'),
    urgency: item.integer('urgency', 1, 9),
  });
}

/** The first sentences of the text (`fragment`) say nothing that it doesn't say itself. */
function readDescriptions(item: JsonObject): Story['descriptions'] {
  const caption = item.text('caption');
  const intro = item.text('intro');
  return [
    ...(caption === undefined ? [] : [{ role: 'caption', value: caption }]),
    ...(intro === undefined || intro === caption ? [] : [{ role: 'summary', value: intro }]),
  ];
}

/** The body of the richer one of its two wordings: a whole XHTML page, of which the body is taken. */
function readBody(item: JsonObject): PartedBody {
  const page = item.text('bodyXhtmlRich', 'bodyXhtml') ?? '';
  const start = /<body[^<>]{0,500}>/i.exec(page);
  const end = page.search(/<\/body\s*>/i);
  const from = start === null ? 0 : start.index + start[0].length;
  return htmlBody(page.slice(from, end > from ? end : undefined));
}

function readSources(item: JsonObject): Story['infoSources'] {
  const roles = [
    ['provider', item.text('provider')],
    ['source', item.text('source', 'contributor')],
    ['creditline', item.text('credit')],
    ['service', item.text('productLabel')],
  ] as const;
  return roles.flatMap(([role, name]) => (name === undefined ? [] : [{ name, role }]));
}

/** Subjects are QCodes with names (`subj:11000000`, `N2:EU`); one that is related as a place is a place. */
function readSubjects(item: JsonObject): Pick<Story, 'subjects' | 'places'> {
  const lists: Pick<Story, 'subjects' | 'places'> = { subjects: [], places: [] };
  for (const subject of item.objects('subject')) {
    const name = subject.text('name');
    const qcode = subject.text('code');
    const rel = subject.text('rel');
    const [, scheme, code = qcode] = /^([^:]+):(.+)$/s.exec(qcode ?? '') ?? [];
    if (name === undefined && code === undefined) continue;
    const concept: Concept = {
      ...stated({ name, scheme, code, rel }),
    };
    lists[/geo|location|place/i.test(rel ?? '') ? 'places' : 'subjects'].push(concept);
  }
  return lists;
}
