import type { Story } from '#contracts';
import type { Text } from '../format.ts';
import { parseJson } from '../json.ts';
import { isJson, JsonObject } from '../json-object.ts';
import { type Item, survivingStories } from '../surviving-stories.ts';
import { readItem } from './read-item.ts';

/** Where an answer holds its items. */
const WRAPPERS = ['data', 'item', 'items', 'search'] as const;

/** Reads an answer with `item`, `items` or `search.items`, an item, or an array of items. Throws what `parseJson` throws, `no-story`, `missing-identifier`, `invalid-member`. */
export function parse({ text }: Text): Story[] {
  return survivingStories(itemsOf(parseJson(text), ''));
}

function itemsOf(json: unknown, path: string): Item[] {
  if (Array.isArray(json)) return json.flatMap((each: unknown, index) => itemsOf(each, inside(path, index)));
  for (const name of WRAPPERS) {
    const wrapped = isJson(json) ? json[name] : undefined;
    if (typeof wrapped === 'object' && wrapped !== null) return itemsOf(wrapped, inside(path, name));
  }
  return [{ path, read: () => readItem(JsonObject.of(json, path)) }];
}

const inside = (path: string, member: string | number): string => (path === '' ? `${member}` : `${path}.${member}`);
