import type { PrintedTime } from '#contracts';
import { dateTimeGroup } from '../wire-text/date-time-group.ts';

/** A day of the month and a time alone. */
const DAY_AND_TIME = /^\d{6}(?: ?\p{L}{1,4})?$/u;
const DAY_FIRST = /^(?<day>\d{1,2})\.? (?<month>\p{L}+)\.?,? (?<year>\d{4})$/u;
const MONTH_FIRST = /^(?<month>\p{L}+)\.? (?<day>\d{1,2}),? (?<year>\d{4})$/u;

/**
 * The date-time group behind a text (IPTC 7901). One of day and time alone gets month and year from the
 * date of the dateline, where that names the same day with its year; otherwise nobody can tell, and it is kept as printed.
 */
export function sentTime(trailer: readonly string[], datelineDate: string | undefined): PrintedTime | undefined {
  for (const line of trailer) {
    const found = dateTimeGroup(line);
    if (found !== undefined) return found;
  }
  const raw = trailer[0]?.trim();
  if (raw === undefined || raw === '') return undefined;
  const date = (DAY_FIRST.exec(datelineDate ?? '') ?? MONTH_FIRST.exec(datelineDate ?? ''))?.groups;
  if (date === undefined || !DAY_AND_TIME.test(raw) || Number(date['day']) !== Number(raw.slice(0, 2))) return { raw };
  return { ...dateTimeGroup(`${raw} ${date['month']} ${date['year']}`), raw };
}
