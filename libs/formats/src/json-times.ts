import type { PrintedTime, Story, TimeName } from '#contracts';
import type { JsonObject } from './json-object.ts';
import { printedTime } from './printed-time.ts';

/** A member that is a time, in ISO 8601. One that can't be read keeps its text and is noted (`time-unread`). */
export function jsonTime(object: JsonObject, ...names: readonly string[]): PrintedTime | undefined {
  const raw = object.text(...names);
  if (raw === undefined) return undefined;
  const time = printedTime(raw);
  if (time.utc === undefined && time.local === undefined) {
    object.note({ code: 'time-unread', path: object.at(names.find((name) => object.has(name)) ?? '') });
  }
  return time;
}

/** The times of a story, by the members that hold them; of several names the first one present counts. */
export function jsonTimes(
  object: JsonObject,
  members: Readonly<Partial<Record<TimeName, readonly string[]>>>,
): Story['times'] {
  const times: Story['times'] = {};
  for (const [name, names] of Object.entries(members) as [TimeName, readonly string[]][]) {
    const time = jsonTime(object, ...names);
    if (time !== undefined) times[name] = time;
  }
  return times;
}
