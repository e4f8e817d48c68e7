import type { Story, TimeName } from '#contracts';
import { printedTime } from '../printed-time.ts';
import { child, lineOf, type XmlElement } from '../xml-element.ts';
import type { ItemContext } from './item-context.ts';

/** Which property holds which time. */
const TIMES: readonly (readonly [TimeName, 'itemMeta' | 'contentMeta', string])[] = [
  ['firstCreated', 'itemMeta', 'firstCreated'],
  ['versionCreated', 'itemMeta', 'versionCreated'],
  ['embargoedUntil', 'itemMeta', 'embargoed'],
  ['expires', 'itemMeta', 'expires'],
  ['contentCreated', 'contentMeta', 'contentCreated'],
  ['updated', 'contentMeta', 'contentModified'],
];

/** The times of an item; `sent` is when its message was. One that can't be understood is kept as written, with an issue. */
export function readTimes(item: XmlElement, sent: string | undefined, { issues }: ItemContext): Story['times'] {
  const times: Story['times'] = {};
  for (const [name, meta, property] of TIMES) {
    const raw = lineOf(child(child(item, meta), property));
    if (raw === undefined) continue;
    const time = printedTime(raw);
    times[name] = time;
    if (time.utc === undefined && time.local === undefined) {
      issues.push({ code: 'unreadable-time', path: `${meta}/${property}`, message: raw.slice(0, 64) });
    }
  }
  if (sent !== undefined) times.transmitted = printedTime(sent);
  return times;
}
