import type { Change, PubStatus, Story } from '#contracts';
import type { JsonObject } from '../json-object.ts';
import { jsonTimes } from '../json-times.ts';

type Status = Pick<Story, 'pubStatus' | 'change' | 'times'>;

const TIMES = {
  firstCreated: ['firstcreated'],
  versionCreated: ['versioncreated'],
  embargoedUntil: ['embargoed'],
  expires: ['expires'],
} as const;

/** What editorial types say the version is; the others (Lead, Writethru, Advisory …) are genres of a text. */
const TYPES: readonly (readonly [RegExp, Change])[] = [
  [/kill|eliminat/i, 'kill'],
  [/withhold/i, 'hold'],
  [/correct/i, 'correction'],
];

/**
 * Status, change and times. Only what the signal `newscontent` marks may be published ("Identifying Publishable
 * Content"); anything else is withheld. `embargoed` is usable from its time on, and withheld where it has none.
 */
export function readStatus(item: JsonObject, version: string | undefined): Status {
  const times = jsonTimes(item, TIMES);
  const types = item.texts('editorialtypes');
  const written = item.text('pubstatus')?.toLowerCase();
  const pubStatus = statusOf(item, written, times);
  return { times, ...(pubStatus !== undefined && { pubStatus }), change: changeOf(pubStatus, types, version) };
}

function statusOf(item: JsonObject, written: string | undefined, times: Status['times']): PubStatus | undefined {
  const signals = item.texts('signals');
  if (written === 'canceled' || written === 'cancelled') return 'canceled';
  if (written === 'withheld') return 'withheld';
  if (written === 'embargoed' && times.embargoedUntil === undefined) {
    item.note({ code: 'embargo-without-time', path: item.at('embargoed') });
    return 'withheld';
  }
  if (!signals.includes('newscontent')) {
    item.note({ code: 'not-for-publication', path: item.at('signals') });
    return 'withheld';
  }
  if (written === 'usable' || written === 'embargoed') return 'usable';
  if (written !== undefined) item.note({ code: 'unknown-status', path: item.at('pubstatus') });
  return undefined;
}

function changeOf(status: PubStatus | undefined, types: readonly string[], version: string | undefined): Change {
  if (status === 'canceled') return 'kill';
  if (status === 'withheld') return 'hold';
  const said = TYPES.find(([pattern]) => types.some((type) => pattern.test(type)))?.[1];
  return said ?? (version === undefined || /^0+$/.test(version) ? 'new' : 'update');
}
