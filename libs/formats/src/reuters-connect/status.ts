import type { Change, Story } from '#contracts';
import { pubStatusOf } from '../agency-words.ts';
import type { JsonObject } from '../json-object.ts';

/** Editorial status codes (`edStat:`), where an item has them. */
const EDITORIAL: ReadonlyMap<string, Change> = new Map([
  ['C', 'correction'],
  ['U', 'update'],
  ['N', 'new'],
  ['D', 'kill'],
]);

/** The classes of a version as Reuters writes them before a headline ("Reuters Handbook of Journalism"). */
const CLASSES: readonly (readonly [RegExp, Change])[] = [
  [/^(?:WITHDRAWN|KILL)\b/, 'kill'],
  [/^CORRECTED\b/, 'correction'],
  [/^REFILE\b/, 'refile'],
  [/^(?:RPT|REPEAT)\b/, 'repeat'],
  [/^UPDATE \d+\b/, 'update'],
];

/** The status, and what the version does to the story: by status, else by editorial status, else by the headline's class. */
export function readStatus(item: JsonObject, headline: string | undefined): Pick<Story, 'pubStatus' | 'change'> {
  const written = item.text('pubStatus', 'pubstatus');
  const pubStatus = pubStatusOf(written);
  if (written !== undefined && pubStatus === undefined) {
    item.note({ code: 'unknown-status', path: item.at('pubStatus') });
  }
  const change = pubStatus === 'canceled' ? 'kill' : pubStatus === 'withheld' ? 'hold' : classOf(item, headline);
  return { ...(change !== undefined && { change }), ...(pubStatus !== undefined && { pubStatus }) };
}

function classOf(item: JsonObject, headline: string | undefined): Change | undefined {
  const editorial = item.texts('signal').flatMap((signal) => EDITORIAL.get(signal.replace(/^edStat:/, '')) ?? []);
  return editorial[0] ?? CLASSES.find(([pattern]) => pattern.test(headline ?? ''))?.[1];
}
