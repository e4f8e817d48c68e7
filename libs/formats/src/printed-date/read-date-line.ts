import { isWeekday } from './calendar-words.ts';
import { type Clock, clockAt } from './clock.ts';
import { type Day, dayAt, type Order } from './day.ts';
import { dayOrder } from './day-order.ts';
import { type Instant, instantOf } from './instant.ts';
import { labelOf, type TimeRole } from './labels.ts';
import { MAX_DATE_LINE } from './limits.ts';
import { type PrintedZone, zoneAt } from './printed-zone.ts';
import { distanceAt } from './relative.ts';
import { type Token, tokensOf } from './tokens.ts';

/** What a line alone can't tell: the IANA zone of its source, and the instant (ISO 8601, UTC) that it was read at. */
export type DateLineContext = { readonly zone?: string; readonly reference?: string };

/** One time of a line. `role` is absent where no word of the line says what the time is. */
export type LineTime = Instant & { readonly role?: TimeRole };

/** The times of a line in order, and whether anything but dates, labels and weekdays stands in it. */
export type DateLine = { readonly times: readonly LineTime[]; readonly complete: boolean };

type Found = {
  role?: TimeRole;
  day?: Day;
  clock?: Clock;
  zone?: PrintedZone;
  before?: number;
  unit?: number;
  start: number;
  end: number;
};

const FILLER = new Set([
  ...[
    'at',
    'on',
    'the',
    'um',
    'am',
    'as',
    'a',
    'le',
    'el',
    'alle',
    'ore',
    'kl',
    'klo',
    'klokken',
    'klockan',
    'uhr',
    'h',
  ],
  ...[
    'den',
    'om',
    'o',
    'de',
    'del',
    'il',
    'las',
    'la',
    'los',
    'pukul',
    'hrs',
    'hours',
    'time',
    'в',
    'г',
    'godz',
    'i',
    'u',
    'feira',
    't',
    'jour',
    'ago',
    'last',
    'first',
  ],
]);

/**
 * Reads the visible date line of a page: "Updated 22:38, 23-Apr-2019", "Nov 20, 2019 | 4:05pm EST",
 * "Veröffentlicht: 20. November 2019, 14.30 Uhr", "2 hours ago". Months, weekdays and labels of some fifty languages
 * are known, and zones by abbreviation, offset, IANA name and place. A day in numbers that may be read in two ways is
 * left out unless the zone of the source tells; a distance ("2 hours ago") needs the reference. Pure: the same line
 * and context give the same times. Never throws; a line longer than `MAX_DATE_LINE` has none.
 */
export function readDateLine(line: string, context: DateLineContext = {}): DateLine {
  if (line.length > MAX_DATE_LINE) return { times: [], complete: false };
  const tokens = tokensOf(line);
  const { found, used } = scan(tokens, dayOrder(tokens, context.zone), context);
  const times: LineTime[] = [];
  let last: Found | undefined;
  for (const each of found) {
    // A time of day alone, or a day without a year, goes with the date before it on the line.
    const day = each.day ?? last?.day;
    const zone = each.zone ?? (each.day?.year === undefined || each.day === undefined ? last?.zone : undefined);
    const whole = { ...each, ...(day && { day }), ...(zone && { zone }) };
    const time = instantOf(line.slice(each.start, each.end), whole, { ...context, lastYear: last?.day?.year });
    if (time === undefined) continue;
    times.push({ ...time, ...(each.role && { role: each.role }) });
    if (whole.day !== undefined) last = whole as Found;
  }
  const complete = times.length > 0 && tokens.every((token, index) => used.has(index) || isFiller(token));
  return { times, complete };
}

function isFiller({ kind, word, text }: Token): boolean {
  if (kind === 'sign') return /[^\p{S}]|[|+~]/u.test(text);
  return kind === 'word' && (FILLER.has(word) || isWeekday(word));
}

function scan(
  tokens: readonly Token[],
  order: Order,
  { reference }: DateLineContext,
): { found: Found[]; used: Set<number> } {
  const found: Found[] = [];
  const used = new Set<number>();
  let role: TimeRole | undefined;
  let open: Found | undefined;
  const take = (from: number, to: number): void => {
    for (let index = from; index < to; index += 1) used.add(index);
    if (open === undefined) return;
    open.start = Math.min(open.start, tokens[from]?.start ?? 0);
    open.end = Math.max(open.end, tokens[to - 1]?.end ?? 0);
  };
  const fresh = (): Found => {
    const next: Found = { ...(role && { role }), start: Number.POSITIVE_INFINITY, end: 0 };
    found.push(next);
    return next;
  };
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (token === undefined) break;
    const label = labelOf(token, tokens[at + 1]);
    if (label !== undefined) {
      role = label;
      open = undefined;
      used.add(at);
      at += 1;
      continue;
    }
    if (open?.clock !== undefined && open.day?.year === undefined && open.day && /^(?:19|20)\d\d$/.test(token.text)) {
      // "Sep 6 10:15:20 2031": the year stands behind the time.
      open.day = { ...open.day, year: Number(token.text) };
      take(at, at + 1);
      at += 1;
      const zone = zoneAt(tokens, at);
      if (zone !== undefined) {
        open.zone ??= zone;
        take(at, zone.next);
        at = zone.next;
      }
      continue;
    }
    const clock = clockAt(tokens, at);
    const day = clock === undefined || isLongDate(tokens, at, order) ? dayAt(tokens, at, order) : undefined;
    const distance = reference !== undefined && day === undefined ? distanceAt(tokens, at) : undefined;
    if (day !== undefined) {
      if (open === undefined || open.day !== undefined) open = fresh();
      open.day = day;
      take(at, day.next);
      at = day.next;
    } else if (distance !== undefined) {
      open = fresh();
      Object.assign(open, { before: distance.before, unit: distance.unit });
      take(at, distance.next);
      at = distance.next;
      open = undefined;
      continue;
    } else if (clock !== undefined) {
      // A second time of day is the first one in another zone ("19:14 GMT (20:14 CET)"), unless a label stands between.
      if (open?.clock === undefined) {
        open ??= fresh();
        open.clock = clock;
        take(at, clock.next);
      } else take(at, clock.next);
      at = clock.next;
    } else {
      at += 1;
      continue;
    }
    const zone = zoneAt(tokens, at);
    if (zone !== undefined && open !== undefined) {
      open.zone ??= zone;
      const from = at;
      at = zone.next;
      take(from, at);
    }
  }
  return { found, used };
}

/** "14.30.19" and "20.11.2019" are days where the signs go on; "4 pm" and "22:38" are times. */
function isLongDate(tokens: readonly Token[], at: number, order: Order): boolean {
  return dayAt(tokens, at, order)?.year !== undefined;
}
