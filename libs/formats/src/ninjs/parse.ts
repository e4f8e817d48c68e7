import type { Issue, Story } from '#contracts';
import { DocumentError } from '../document-error.ts';
import type { Declared, Text } from '../format.ts';
import { parseJson } from '../json.ts';
import { type Item, survivingStories } from '../surviving-stories.ts';
import { invalid, isJson, Members } from './members.ts';
import { readItem } from './read-item.ts';

/** Members under which an API wraps the items of an answer. */
const WRAPPERS = ['items', '_items', 'item'];
const IDENTIFIERS = ['uri', 'guid', '_id'];
const MOST_ISSUES = 100;

/**
 * Reads one ninjs item, an array of them, or an API's answer with a list of them, where one that can't be read doesn't
 * lose the others. Throws what `parseJson` throws, `no-story` where there is no item, `missing-identifier` and
 * `invalid-member` with the path of the fault.
 */
export function parse(document: Text, _declared: Declared): Story[] {
  if (document.text.trim() === '') throw new DocumentError('empty-document');
  return survivingStories(itemsOf(parseJson(document.text)));
}

function itemsOf(json: unknown): Item[] {
  if (Array.isArray(json)) return json.map((value, index) => itemAt(value, String(index)));
  if (!isJson(json)) throw new DocumentError('no-story', 'the JSON is neither an object nor an array');
  if (!IDENTIFIERS.some((name) => Object.hasOwn(json, name))) {
    for (const name of WRAPPERS) {
      const list = json[name];
      if (Array.isArray(list)) return list.map((value, index) => itemAt(value, `${name}.${index}`));
    }
  }
  return [itemAt(json, '')];
}

function itemAt(value: unknown, path: string): Item {
  return { path, read: () => storyOf(value, path) };
}

function storyOf(json: unknown, path: string): Story {
  if (!isJson(json)) throw invalid(path, 'an object');
  const issues: Issue[] = [];
  const members = new Members(json, path === '' ? [] : [path], issues);
  // Said first: what has no identifier is most often no ninjs at all.
  if (!IDENTIFIERS.some((name) => members.has(name))) throw missingIdentifier(members);
  const { guid, type, renditions, name, rel, credit, altText, path: _path, ...item } = readItem(members);
  if (guid === undefined) throw missingIdentifier(members);
  if (type === undefined) issues.push({ code: 'type-missing', path: members.at('type') });
  const isMedia = item.media[0]?.guid === guid;
  if (!isMedia && renditions.length > 0) issues.push({ code: 'members-not-kept', path: members.at('renditions') });
  if (!isMedia && credit !== undefined) item.descriptions.push({ role: 'creditline', value: credit });
  for (const [key, said] of Object.entries({ name, rel, ...(!isMedia && { altText }) })) {
    if (said !== undefined) issues.push({ code: 'unknown-member', path: members.at(key) });
  }
  const known = type ?? (isMedia ? item.media[0]?.type : undefined) ?? 'text';
  return Object.assign(item, { format: 'ninjs' as const, guid, type: known, issues: fewer(issues) });
}

function missingIdentifier(members: Members): DocumentError {
  return new DocumentError('missing-identifier', undefined, { path: members.at('uri') });
}

/** Hostile items could have a member for each byte or so. */
function fewer(issues: Issue[]): Issue[] {
  return issues.length <= MOST_ISSUES ? issues : [...issues.slice(0, MOST_ISSUES), { code: 'more-issues' }];
}
