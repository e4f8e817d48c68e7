import type { Story } from '#contracts';
import type { Text } from '../format.ts';
import { parseJson } from '../json.ts';
import { isJson, JsonObject } from '../json-object.ts';
import { type Item, survivingStories } from '../surviving-stories.ts';
import { readEvent } from './read-event.ts';

/** Reads one event, an array of them, or an answer with `_items`. Throws what `parseJson` throws, `no-story`, `missing-identifier`, `invalid-member`. */
export function parse({ text }: Text): Story[] {
  const json = parseJson(text);
  const list = isJson(json) ? json['_items'] : json;
  if (!Array.isArray(list)) return survivingStories([eventAt(json, '')]);
  const outer = isJson(json) ? '_items.' : '';
  return survivingStories(list.map((event: unknown, index) => eventAt(event, `${outer}${index}`)));
}

function eventAt(json: unknown, path: string): Item {
  return { path, read: () => readEvent(JsonObject.of(json, path)) };
}
