import type { Story } from '#contracts';
import type { Text } from '../format.ts';
import { parseJson } from '../json.ts';
import { JsonObject } from '../json-object.ts';
import { survivingStories } from '../surviving-stories.ts';
import { readEvent } from './read-event.ts';

/** Reads one event or an array of them. Throws what `parseJson` throws, `no-story`, `missing-identifier`, `invalid-member`. */
export function parse({ text }: Text): Story[] {
  const json = parseJson(text);
  const events: unknown[] = Array.isArray(json) ? json : [json];
  return survivingStories(
    events.map((event, index) => {
      const path = Array.isArray(json) ? `${index}` : '';
      return { path, read: () => readEvent(JsonObject.of(event, path)) };
    }),
  );
}
