import { emptyStory } from '#contracts';
import { isAdvisory } from '../desk-notes.ts';
import { addAssociations } from './association.ts';
import { readBody } from './body.ts';
import { readConcepts, readInfoSources } from './concept.ts';
import { type Item, readGuid } from './item.ts';
import { plainText, plainTexts, readTexts } from './labelled-text.ts';
import { asMedia, mediaType } from './media.ts';
import type { Members } from './members.ts';
import { readRenditions } from './rendition.ts';
import { readRights } from './rights.ts';
import { changeOf, checkRepresentation, readPubStatus, readType } from './status.ts';
import { addSuperdesk, readSignals } from './superdesk.ts';
import { readTimes } from './time.ts';

/** Members that say again what the item itself shows. */
const DERIVED = ['charcount', 'wordcount', 'readtime'];
const CREDIT_ROLE = /^credit(?:line)?$/i;
const ALT_TEXT_ROLE = /^alt_?text$/i;

/** Members of ninjs that a story has no place for. */
const NOT_KEPT: ReadonlySet<string> = new Set([
  'embargoedreason',
  'eventdetails',
  'mimetype',
  'plannedcoverage',
  'priority',
]);

/** Reads a ninjs item of any generation with all that is associated with it. Issues go to those of the members. */
export function readItem(members: Members): Item {
  // Assigned, not spread: literals of this many members are slow to build on older engines.
  const item: Item = Object.assign(
    emptyStory(),
    { issues: members.issues, path: members.path },
    readGuid(members),
    readHead(members),
    readTopics(members),
    readRights(members),
    { times: readTimes(members), renditions: readRenditions(members) },
  );
  addTexts(item, members);
  addSuperdesk(item, members);
  addChange(item, members);
  addAssociations(item, members, readItem);
  addBody(item, members);
  members.object('standard', '$standard')?.texts('name', 'version', 'schema');
  members.ignore(DERIVED);
  members.close(NOT_KEPT);
  return item;
}

function readHead(members: Members): Partial<Item> {
  const type = readType(members);
  const profile = members.text('profile');
  const version = members.textOrNumber('version');
  const urgency = members.integer('urgency', 1, 9);
  const language = members.text('language');
  const title = members.text('title');
  const by = members.text('by', 'byline');
  const slugline = members.text('slugline');
  const located = members.text('located');
  const name = members.text('name');
  const rel = members.text('rel');
  checkRepresentation(members);
  return {
    ...(type !== undefined && { type }),
    ...(profile !== undefined && { profile }),
    ...(version !== undefined && { version }),
    ...(urgency !== undefined && { urgency }),
    ...(language !== undefined && { language }),
    ...(title !== undefined && { title }),
    ...(by !== undefined && { by }),
    ...(slugline !== undefined && { slugline }),
    ...(located !== undefined && { located }),
    ...(name !== undefined && { name }),
    ...(rel !== undefined && { rel }),
  };
}

function readTopics(members: Members) {
  return {
    people: readConcepts(members, 'people', 'person'),
    organisations: readConcepts(members, 'organisations', 'organisation'),
    places: readConcepts(members, 'places', 'place'),
    subjects: readConcepts(members, 'subjects', 'subject'),
    events: readConcepts(members, 'events', 'event'),
    objects: readConcepts(members, 'objects', 'object'),
    genres: readConcepts(members, 'genres', 'genre'),
    infoSources: readInfoSources(members),
  };
}

function addTexts(item: Item, members: Members): void {
  const headline = members.text('headline');
  const html = headline !== undefined && /<[a-z]/i.test(headline);
  if (headline !== undefined) item.headlines.push({ value: plainText({ value: headline, html }) });
  item.headlines.push(...plainTexts(readTexts(members, 'headlines', 'headline_')));
  const descriptions = plainTexts(readTexts(members, 'descriptions', 'description_'));
  const credit =
    members.text('creditline', 'credit') ?? descriptions.find(({ role }) => CREDIT_ROLE.test(role ?? ''))?.value;
  if (credit !== undefined) item.credit = credit;
  item.descriptions.push(
    ...descriptions.filter(({ role = '' }) => !CREDIT_ROLE.test(role) && !ALT_TEXT_ROLE.test(role)),
  );
  const note = members.text('ednote');
  if (note !== undefined) item.notes.push({ role: 'edNote', text: note, public: false });
  const altText = members.text('alt_text') ?? descriptions.find(({ role = '' }) => ALT_TEXT_ROLE.test(role))?.value;
  if (altText !== undefined) item.altText = altText;
}

function addChange(item: Item, members: Members): void {
  const pubStatus = readPubStatus(members);
  if (pubStatus !== undefined) item.pubStatus = pubStatus;
  const corrections = members.number('correction_sequence') ?? 0;
  const rewrites = members.number('rewrite_sequence') ?? 0;
  const change = changeOf(pubStatus, {
    signals: readSignals(members),
    correction: corrections > 0,
    update: rewrites > 0 || item.relations.some(({ rel }) => rel === 'updates'),
  });
  if (change !== undefined) item.change = change;
}

/** The body comes after the media, since its pictures point to them; an item that is a picture is its own first one. */
function addBody(item: Item, members: Members): void {
  const texts = readTexts(members, 'bodies', 'body_');
  const type = isAmongItsMedia(item) ? undefined : mediaType(item);
  if (type !== undefined) item.media.unshift(asMedia(item, type));
  item.body = readBody(texts, item);
  if (type !== undefined && item.body.length > 0) item.media[0] = asMedia(item, type);
  if (item.pubStatus !== 'canceled' && isAdvisory(item)) {
    Object.assign(item, { pubStatus: 'withheld', change: 'hold' } satisfies Partial<Item>);
    item.issues.push({ code: 'not-for-publication', path: members.at('body') });
  }
}

/** Whether an item without files of its own is associated with itself, or with the part of it that it shows. */
function isAmongItsMedia({ guid, renditions, media }: Item): boolean {
  if (guid === undefined || renditions.length > 0) return false;
  return media.some((medium) => medium.guid === guid || medium.guid?.startsWith(`${guid}#`));
}
