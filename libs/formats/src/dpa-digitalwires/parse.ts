import type { Story } from '#contracts';
import { DocumentError } from '../document-error.ts';
import type { Text } from '../format.ts';
import { parseJson } from '../json.ts';
import { isJson, JsonObject } from '../json-object.ts';
import { type Item, survivingStories } from '../surviving-stories.ts';
import { readEntry } from './read-entry.ts';

/** Reads one entry, an array of them, or an answer with `entries`. Throws what `parseJson` throws, `no-story`, `missing-identifier`, `invalid-member`. */
export function parse({ text }: Text): Story[] {
  const json = parseJson(text);
  if (Array.isArray(json)) return survivingStories(json.map((each: unknown, index) => entryAt(each, `${index}`)));
  if (!isJson(json)) throw new DocumentError('no-story', 'the JSON is neither an object nor an array');
  const { entries } = json;
  if (!Array.isArray(entries)) return survivingStories([entryAt(json, '')]);
  return survivingStories(entries.map((each: unknown, index) => entryAt(each, `entries.${index}`)));
}

function entryAt(json: unknown, path: string): Item {
  return { path, read: () => readEntry(JsonObject.of(json, path)) };
}
