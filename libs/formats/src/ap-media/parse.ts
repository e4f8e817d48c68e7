import type { Story } from '#contracts';
import type { Text } from '../format.ts';
import { parseJson } from '../json.ts';
import { isJson, JsonObject } from '../json-object.ts';
import { type Item, survivingStories } from '../surviving-stories.ts';
import { readItem } from './read-item.ts';

/**
 * Reads a feed's or a search's answer (`data.items[].item`), an item's answer (`data.item`), the parts of either by
 * themselves, and arrays of them. What stands beside an item in its answer (the text fetched from its NITF link, its
 * associated items) is read with it. Throws what `parseJson` throws, `no-story`, `missing-identifier`, `invalid-member`.
 */
export function parse({ text }: Text): Story[] {
  return survivingStories(itemsOf(parseJson(text), ''));
}

function itemsOf(json: unknown, path: string): Item[] {
  if (Array.isArray(json)) return json.flatMap((each: unknown, index) => itemsOf(each, inside(path, index)));
  if (!isJson(json) || 'altids' in json) return [itemAt(json, path)];
  const { data, items, item } = json;
  if (isJson(data) && isJson(data['item'])) return [itemAt(data['item'], inside(path, 'data.item'), json)];
  if (isJson(data)) return itemsOf(data, inside(path, 'data'));
  if (Array.isArray(items)) return itemsOf(items, inside(path, 'items'));
  return item === undefined ? [itemAt(json, path)] : [itemAt(item, inside(path, 'item'), json)];
}

const inside = (path: string, member: string | number): string => (path === '' ? `${member}` : `${path}.${member}`);

function itemAt(json: unknown, path: string, answer?: unknown): Item {
  return {
    path,
    read: () => readItem(JsonObject.of(json, path), answer === undefined ? undefined : JsonObject.of(answer, '')),
  };
}
