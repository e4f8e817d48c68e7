import type { Contributor } from '#contracts';
import { append } from '../append.ts';
import { given } from '../given.ts';
import type { StoryDraft } from '../story-draft.ts';
import type { StoryMedia } from '../story-media.ts';
import { attr, child, children, descendants, lineOf, type XmlElement } from '../xml-element.ts';
import { entityOf, partsOf } from './entities.ts';
import { noteOf } from './kept-out.ts';
import { nitfMedia } from './media.ts';
import { readRightsElement } from './rights.ts';

/** `story.date` sometimes holds the moment of writing instead of the date as printed. */
const MACHINE_DATE = /^\d{8}T\d{4,6}|^\d{4}-\d\d-\d\dT/;

/** Reads NITF's `body.head`: headlines, byline, dateline, abstract, distributor, rights. Whatever else it says is a note. */
export function readBodyHead(head: XmlElement | undefined, draft: StoryDraft, media: StoryMedia): void {
  for (const each of children(head)) {
    if (each.name === 'hedline' || each.name === 'headline') readHeadlines(each, draft);
    else if (each.name === 'byline') readByline(each, draft);
    else if (each.name === 'dateline') readDateline(each, draft);
    else if (each.name === 'abstract') readAbstract(each, draft, media);
    else if (each.name === 'distributor') readDistributor(each, draft);
    else if (each.name === 'rights') readRightsElement(each, draft);
    else if (each.name === 'series') readSeries(each, draft);
    else append(draft.notes, noteOf(each, each.name, attr(each, 'type') === 'pa'));
  }
}

function readHeadlines(element: XmlElement, { headlines }: StoryDraft): void {
  const lines = [...descendants(element, 'hl1'), ...descendants(element, 'hl2')];
  for (const line of lines.length === 0 ? [element] : lines) {
    const value = lineOf(line);
    if (value !== undefined) headlines.push(line.name === 'hl2' ? { role: 'hl2', value } : { value });
  }
}

/** A byline's parts stand in elements of their own, often with no space between. */
function readByline(byline: XmlElement, draft: StoryDraft): void {
  const parts = byline.children.flatMap((each) =>
    typeof each === 'string' ? each.replace(/\s+/g, ' ').trim() || [] : (lineOf(each) ?? []),
  );
  const line = parts.join(' ').replace(/ ([,;.])/g, '$1');
  if (line === '') return;
  draft.by = draft.by === undefined ? line : `${draft.by}, ${line}`;
  const jobTitle = lineOf(child(byline, 'byttl'));
  for (const person of descendants(byline, 'person')) append(draft.contributors, contributorOf(person, jobTitle));
}

function contributorOf(person: XmlElement, jobTitle: string | undefined): Contributor[] {
  const name = lineOf(person);
  return name === undefined ? [] : [{ name, kind: 'person', role: 'byline', ...given({ jobTitle }) }];
}

function readDateline(dateline: XmlElement, draft: StoryDraft): void {
  if (draft.dateline !== undefined) return;
  const location = child(dateline, 'location');
  const dates = children(dateline, 'story.date');
  const printed = dates.map(lineOf).find((date) => date !== undefined && !MACHINE_DATE.test(date));
  const date = printed ?? attr(dates[0], 'norm') ?? lineOf(dates[0]);
  const rest = dateline.children.filter(
    (each) => typeof each === 'string' || each.name !== 'story.date' || lineOf(each) === printed,
  );
  const place = partsOf(location);
  const text = textOfParts(rest);
  const city = lineOf(child(location, 'city')) ?? place;
  if (city !== undefined) draft.located ??= city;
  if (location !== undefined) addPlace(location, draft);
  if (text !== undefined) draft.dateline = { text, ...given({ place, date }) };
}

/** Words and marks between the parts of a dateline stand as printed; parts with nothing between get commas. */
function textOfParts(children: readonly (XmlElement | string)[]): string | undefined {
  const parts = children.map((each) => (typeof each === 'string' ? each.replace(/\s+/g, ' ') : (partsOf(each) ?? '')));
  const printed = children.some((each) => typeof each === 'string' && each.trim() !== '');
  const text = printed ? parts.join('') : parts.filter((part) => part.trim() !== '').join(', ');
  return text.trim() === '' ? undefined : text.replace(/\s+/g, ' ').trim();
}

function addPlace(location: XmlElement, draft: StoryDraft): void {
  const whole = entityOf(location, 'dateline');
  const name = partsOf(location);
  if (whole !== undefined) draft.places.push({ ...whole, ...given({ name }) });
}

function readAbstract(abstract: XmlElement, draft: StoryDraft, media: StoryMedia): void {
  const value = lineOf(abstract);
  for (const each of descendants(abstract, 'media').flatMap((element) => nitfMedia(element) ?? [])) media.add(each);
  if (value !== undefined) draft.descriptions.push({ role: 'abstract', value });
}

function readDistributor(distributor: XmlElement, draft: StoryDraft): void {
  const name = lineOf(distributor);
  if (name !== undefined) draft.infoSources.push({ name, role: 'provider' });
}

function readSeries(series: XmlElement, draft: StoryDraft): void {
  const title = attr(series, 'series.name');
  if (title !== undefined) draft.relations.push({ rel: 'partOf', title });
}
