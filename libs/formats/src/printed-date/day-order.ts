import { monthOf } from './calendar-words.ts';
import type { Order } from './day.ts';
import { labelOf } from './labels.ts';
import type { Token } from './tokens.ts';

/** Zones outside of the United States where the month is printed first, too. */
const MONTH_FIRST = new Set([
  'Asia/Manila',
  'Pacific/Honolulu',
  'Pacific/Guam',
  'US/Eastern',
  'US/Central',
  'US/Pacific',
]);
/** Zones of America where the day comes first: all but those of the United States. */
const UNITED_STATES =
  /^America\/(?:New_York|Detroit|Kentucky|Indiana|Chicago|Menominee|North_Dakota|Denver|Boise|Phoenix|Los_Angeles|Anchorage|Juneau|Sitka|Nome|Adak|Puerto_Rico)/;
const NORTH_AMERICAN = /^(?:[ecmp][sd]?t|ak[sd]t|hst)$/;
const ENGLISH = /^(?:updated|published|posted|modified|last|first|on|at|by|am|pm)$/;

/** Which of day and month comes first in numbers: as where the source is, else by a zone of America or the language of the labels. */
export function dayOrder(tokens: readonly Token[], zone: string | undefined): Order {
  if (zone !== undefined && zone !== 'UTC') {
    return UNITED_STATES.test(zone) || MONTH_FIRST.has(zone) ? 'month-first' : 'day-first';
  }
  const words = tokens.filter(({ kind }) => kind === 'word');
  if (words.some(({ text }) => text === text.toUpperCase() && NORTH_AMERICAN.test(text.toLowerCase())))
    return 'month-first';
  const foreign = words.some(
    (token, index) =>
      (labelOf(token, words[index + 1]) !== undefined &&
        !ENGLISH.test(token.word) &&
        monthOf(token.word) === undefined) ||
      /^(?:uhr|klo|kl|ore|às|klokken|um|le|el)$/.test(token.word),
  );
  return foreign ? 'day-first' : undefined;
}
