import type { Change, Story } from '#contracts';
import { pubStatusOf } from '../agency-words.ts';
import type { JsonObject } from '../json-object.ts';
import { afterColon, type Category } from './categories.ts';

/** What signals say about the version, weightiest first. */
const SIGNALS: readonly (readonly [RegExp, Change])[] = [
  [/^(?:kill|withdraw(?:al)?|cancel(?:l?ed)?)$/i, 'kill'],
  [/^(?:hold|withhold)$/i, 'hold'],
  [/^release$/i, 'release'],
  [/^correct(?:ion|ed)$/i, 'correction'],
  [/^update$/i, 'update'],
  [/^repeat$/i, 'repeat'],
];

/** The status, and what the version does to the story: the status first, then the signals of the entry and its categories. */
export function readStatus(entry: JsonObject, categories: readonly Category[]): Pick<Story, 'pubStatus' | 'change'> {
  const written = entry.text('pubstatus');
  const pubStatus = pubStatusOf(written);
  if (written !== undefined && pubStatus === undefined) {
    entry.note({ code: 'unknown-status', path: entry.at('pubstatus') });
  }
  const signals = [
    ...entry.texts('signal').map(afterColon),
    ...categories.flatMap(({ type, concept }) => (type === 'signal' ? [concept.code ?? concept.name ?? ''] : [])),
  ];
  const said = SIGNALS.find(([pattern]) => signals.some((signal) => pattern.test(signal)))?.[1];
  const change = pubStatus === 'canceled' ? 'kill' : pubStatus === 'withheld' ? 'hold' : said;
  return { ...(change !== undefined && { change }), ...(pubStatus !== undefined && { pubStatus }) };
}
