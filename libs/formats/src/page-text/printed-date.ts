import type { PrintedTime } from '#contracts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const YEAR_FIRST = /\b(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/;
const DAY_FIRST = /\b(\d{1,2})(?:st|nd|rd|th)?[-\s.]{1,3}([A-Za-z]{3,9})\.?[-\s,]{1,3}(\d{4})\b/;
const MONTH_FIRST = /\b([A-Za-z]{3,9})\.?\s{1,3}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(\d{4})\b/;
const CLOCK = /\b(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(?:\s?([ap])\.?m\b\.?)?/i;
const OFFSET = /\b(?:GMT|UTC)(?:\s?([+-])(\d{1,2})(?::?(\d{2}))?)?|([+-])(\d{2}):?(\d{2})\b|Z\b/;
const FILLER = /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b(?:at|on)\b|[\s,.|()\-–—T]/gi;

type Day = { readonly year: number; readonly month: number; readonly day: number; readonly printed: string };

/** A printed date and time: `complete` when nothing else stands in the text. `local` or `utc` is there only where it is certain. */
export type PrintedDate = { readonly time: PrintedTime; readonly complete: boolean };

/**
 * Reads "22:38, 23-Apr-2019", "April 23, 2019 10:38 PM", "2019-04-23T22:38:00Z" and the like. An all-numeric
 * day/month/year is left unread, since nobody can tell its order; `utc` is given only where an offset is printed.
 */
export function readPrintedDate(raw: string): PrintedDate {
  const date = readDay(raw);
  if (date === undefined) return { time: { raw }, complete: false };
  const { printed, ...day } = date;
  const rest = raw.replace(printed, ' ');
  const clock = CLOCK.exec(rest);
  const afterClock = clock === null ? rest : rest.replace(clock[0], ' ');
  const offset = clock === null ? null : OFFSET.exec(afterClock);
  const left = (offset === null ? afterClock : afterClock.replace(offset[0], ' ')).replace(FILLER, '');
  const local = localTime(day, clock);
  if (local === undefined) return { time: { raw }, complete: false };
  const complete = left === '';
  if (offset === null) return { time: { raw, local }, complete };
  return { time: { raw, utc: toUtc(local, offset) }, complete };
}

function readDay(text: string): Day | undefined {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return day(yearFirst[1], Number(yearFirst[2]), yearFirst[3], yearFirst[0]);
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return day(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1], dayFirst[0]);
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst) return day(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2], monthFirst[0]);
  return undefined;
}

function monthNumber(name = ''): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function day(
  year: string | undefined,
  month: number,
  dayOfMonth: string | undefined,
  printed: string,
): Day | undefined {
  const found = { year: Number(year), month, day: Number(dayOfMonth), printed };
  const check = new Date(Date.UTC(found.year, month - 1, found.day));
  const exists = month >= 1 && check.getUTCMonth() === month - 1 && check.getUTCDate() === found.day;
  return exists ? found : undefined;
}

function localTime(at: Omit<Day, 'printed'>, clock: RegExpExecArray | null): string | undefined {
  const date = `${at.year}-${two(at.month)}-${two(at.day)}`;
  if (clock === null) return date;
  const [, hours, minutes, seconds, half] = clock;
  const twelve = Number(hours) % 12;
  const hour = half === undefined ? Number(hours) : half.toLowerCase() === 'p' ? twelve + 12 : twelve;
  if (hour > 23 || Number(minutes) > 59 || Number(seconds ?? 0) > 59) return undefined;
  return `${date}T${two(hour)}:${minutes}:${seconds ?? '00'}`;
}

function toUtc(local: string, offset: RegExpExecArray): string {
  const sign = (offset[1] ?? offset[4]) === '-' ? -1 : 1;
  const minutes = sign * (Number(offset[2] ?? offset[5] ?? 0) * 60 + Number(offset[3] ?? offset[6] ?? 0));
  return new Date(Date.parse(`${local}Z`) - minutes * 60_000).toISOString().replace('.000Z', 'Z');
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
