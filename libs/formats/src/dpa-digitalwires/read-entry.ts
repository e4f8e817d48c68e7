import { emptyStory, type Story } from '#contracts';
import { DocumentError } from '../document-error.ts';
import { holdAdvisory } from '../hold-advisory.ts';
import type { JsonObject } from '../json-object.ts';
import { jsonTimes } from '../json-times.ts';
import { MAX_GUID_LENGTH } from '../limits.ts';
import { stated } from '../stated.ts';
import { readBody } from './body.ts';
import { afterColon, type Category, readCategories, topicsOf } from './categories.ts';
import { readLinkbox } from './linkbox.ts';
import { describeOwn, readAssociations } from './media.ts';
import { readNotes } from './notes.ts';
import { readStatus } from './status.ts';

const TIMES = {
  versionCreated: ['version_created'],
  embargoedUntil: ['embargoed'],
  contentCreated: ['content_created'],
  transmitted: ['updated'],
} as const;

/** What only names again what the categories say, and the interface's own bookkeeping. */
const NOT_KEPT = [
  ...['format', 'type', 'entry_id', 'content_created', 'rubric_names', 'current_rubric_names', 'dpasubject_names'],
  ...['geosubject_names', 'keyword_names', 'desk_names', 'genre_names', 'poi_names', 'scope_names', '_wireq_receipt'],
];

/** Reads an entry. Throws `missing-identifier` without a `urn`, `invalid-member` for one too long. */
export function readEntry(entry: JsonObject): Story {
  const guid = readUrn(entry);
  const categories = readCategories(entry);
  const associated = readAssociations(entry);
  const head = readHead(entry);
  const texts = readTexts(entry);
  const topics = topicsOf(categories);
  const parted = readBody(entry, texts.teaser, texts.dateline);
  const { body, notes } = parted;
  const own = body.length === 0 && associated.media.length === 1 ? associated.media[0] : undefined;
  const credit = entry.text('creditline');
  const linkbox = readLinkbox(entry);
  const located = placeOf(categories);
  const story: Story = {
    ...emptyStory(),
    format: 'dpa-digitalwires',
    guid,
    type: own?.type ?? 'text',
    ...head,
    ...readStatus(entry, categories),
    ...topics,
    times: jsonTimes(entry, TIMES),
    headlines: texts.headlines,
    descriptions: texts.descriptions,
    ...(texts.dateline !== undefined && { dateline: { text: texts.dateline } }),
    ...(located !== undefined && { located }),
    infoSources: [...topics.infoSources, ...(credit === undefined ? [] : [{ name: credit, role: 'creditline' }])],
    body,
    notes: [...readNotes(entry), ...notes, ...linkbox.notes],
    media: own === undefined ? associated.media : [describeOwn(own, entry, head)],
    relations: [...associated.relations, ...linkbox.relations],
    issues: entry.issues,
  };
  holdAdvisory(story, parted, entry.at('article_html'));
  entry.ignore(NOT_KEPT);
  entry.close();
  return story;
}

function readUrn(entry: JsonObject): string {
  const guid = entry.text('urn');
  if (guid === undefined) throw new DocumentError('missing-identifier', undefined, { path: entry.at('urn') });
  if (guid.length <= MAX_GUID_LENGTH) return guid;
  throw new DocumentError('invalid-member', 'the urn is too long', { path: entry.at('urn') });
}

function readHead(entry: JsonObject): Partial<Story> {
  return stated({
    version: entry.text('version'),
    urgency: entry.integer('urgency', 1, 9),
    language: entry.text('language'),
    by: entry.text('byline'),
    copyrightNotice: entry.text('copyrightnotice'),
    usageTerms: entry.text('usageterms')?.replace(/\s+/g, ' '),
  });
}

function readTexts(entry: JsonObject) {
  const teaser = entry.text('teaser');
  const headlines = [
    { value: entry.text('headline') },
    { role: 'kicker', value: entry.text('kicker') },
    { role: 'subhead', value: entry.text('subhead') },
  ];
  const described = entry.objects('descriptions').flatMap((description) => {
    const value = description.text('description', 'value');
    const role = description.text('role');
    return value === undefined ? [] : [{ ...(role !== undefined && { role: afterColon(role) }), value }];
  });
  return {
    teaser,
    dateline: entry.text('dateline'),
    headlines: headlines.flatMap(({ value, ...role }) => (value === undefined ? [] : [{ ...role, value }])),
    descriptions: [...(teaser === undefined ? [] : [{ role: 'teaser', value: teaser }]), ...described],
  };
}

function placeOf(categories: readonly Category[]): string | undefined {
  return categories.find(({ type }) => type === 'located' || type === 'locationcreated')?.concept.name;
}
