import type { Concept } from '#contracts';
import { append } from '../append.ts';
import { given } from '../given.ts';
import type { StoryDraft } from '../story-draft.ts';
import { attr, child, children, descendants, lineOf, type XmlElement } from '../xml-element.ts';
import { classifierOf, entityList, entityOf } from './entities.ts';

/** Reads what NITF's head says beside times, status, subjects and rights: urgency, key words, places, notes, ties. */
export function readDocdata(head: XmlElement | undefined, draft: StoryDraft): void {
  const docdata = child(head, 'docdata');
  readUrgency(head, draft);
  for (const list of children(docdata, 'key-list')) readKeywords(list, draft);
  for (const scope of children(docdata, 'doc-scope')) {
    const name = attr(scope, 'scope') ?? attr(scope, 'value');
    if (name !== undefined) draft.subjects.push({ name, rel: 'scope' });
  }
  for (const place of children(docdata, 'evloc')) append(draft.places, eventPlaces(place));
  for (const each of children(child(docdata, 'identified-content'))) readIdentified(each, draft);
  for (const message of children(docdata, 'ed-msg')) addNote('ed-msg', attr(message, 'info') ?? lineOf(message), draft);
  for (const revision of descendants(head, 'revision-history')) readRevision(revision, draft);
  for (const series of children(docdata, 'series')) readSeries(series, draft);
  const fixture = attr(child(docdata, 'fixture'), 'fix-id');
  if (fixture !== undefined) draft.altIds.push({ role: 'fixture', value: fixture });
}

function readUrgency(head: XmlElement | undefined, draft: StoryDraft): void {
  const written = attr(descendants(head, 'urgency')[0], 'ed-urg');
  if (written === undefined) return;
  if (/^[1-9]$/.test(written)) draft.urgency = Number(written);
  else draft.issues.push({ code: 'invalid-urgency', path: 'docdata/urgency', message: written.slice(0, 64) });
}

/** A keyword is its `key`; one that only has text is none by the standard, and is kept as a subject. */
function readKeywords(list: XmlElement, draft: StoryDraft): void {
  for (const keyword of children(list, 'keyword')) {
    const key = attr(keyword, 'key');
    const name = lineOf(keyword);
    if (key !== undefined) draft.keywords.push(key);
    else if (name !== undefined) draft.subjects.push({ name, rel: 'key-list' });
  }
}

function eventPlaces(place: XmlElement): Concept[] {
  const name = attr(place, 'city') ?? attr(place, 'county-dist') ?? attr(place, 'state-prov') ?? lineOf(place);
  const country = attr(place, 'iso-cc');
  const scheme = country?.length === 2 ? 'iso3166-1a2' : 'iso3166-1a3';
  return [
    ...(name === undefined ? [] : [{ name, rel: 'event' }]),
    ...(country === undefined ? [] : [{ scheme, code: country, rel: 'event' }]),
  ];
}

function readIdentified(element: XmlElement, draft: StoryDraft): void {
  const list = entityList(element.name);
  const concept = element.name === 'classifier' ? classifierOf(element) : entityOf(element);
  if (concept !== undefined) draft[list ?? 'subjects'].push(concept);
}

function readRevision(revision: XmlElement, draft: StoryDraft): void {
  addNote('revision', attr(revision, 'comment'), draft);
  const name = attr(revision, 'name');
  const role = attr(revision, 'function');
  // Without a function the name is as often that of a desk or a template.
  if (name !== undefined && role !== undefined) draft.contributors.push({ name, kind: 'person', role });
}

function readSeries(series: XmlElement, draft: StoryDraft): void {
  const title = attr(series, 'series.name');
  if (title !== undefined) draft.relations.push({ rel: 'partOf', ...given({ title }) });
}

function addNote(role: string, text: string | undefined, draft: StoryDraft): void {
  if (text !== undefined) draft.notes.push({ role, text, public: false });
}
