import type { Span } from './caption-reading.ts';

/** A date and where it is printed. */
export interface FoundDate extends Span {
  value: string;
}

const MONTHS = [
  'january jan januar janvier enero gennaio januari janeiro',
  'february feb februar février febrero febbraio februari fevereiro',
  'march mar märz mars marzo maart março',
  'april apr avril abril aprile',
  'may mai mayo maggio mei maj maio',
  'june jun juni juin junio giugno junho',
  'july jul juli juillet julio luglio julho',
  'august aug août agosto augustus augusti',
  'september sept sep septembre septiembre settembre setembro',
  'october oct oktober octobre octubre ottobre okt outubro',
  'november nov novembre noviembre novembro',
  'december dec dezember décembre diciembre dicembre desember dez dezembro',
];
const MONTH_NUMBER = new Map(MONTHS.flatMap((names, i) => names.split(' ').map((name) => [name, i + 1] as const)));
const MONTH = [...MONTH_NUMBER.keys()].sort((a, b) => b.length - a.length).join('|');

const PATTERN = new RegExp(
  [
    `(?<![\\p{L}])(?<m1>${MONTH})\\.?\\s(?<d1>\\d{1,2})(?:st|nd|rd|th)?,?\\s{1,2}(?<y1>\\d{4})(?!\\d)`,
    `(?<!\\d)(?<d2>\\d{1,2})(?:st|nd|rd|th|\\.)?\\s(?:de\\s|of\\s)?(?<m2>${MONTH})\\.?,?\\s(?:de\\s)?(?<y2>\\d{4})(?!\\d)`,
    '(?<![\\d-])(?<y3>\\d{4})-(?<m3>\\d{2})-(?<d3>\\d{2})(?![\\d-])',
    '(?<![\\d.])(?<d4>\\d{1,2})\\.\\s?(?<m4>\\d{1,2})\\.\\s?(?<y4>\\d{4})(?!\\d)',
    '(?<!\\d)(?<y5>(?:19|20)\\d{2})(?<m5>\\d{2})(?<d5>\\d{2})(?!\\d)',
    `(?<![\\p{L}])(?<m6>${MONTH})\\.?,?\\s(?<y6>(?:19|20)\\d{2})(?!\\d)`,
  ].join('|'),
  'giu',
);

/** Dates are sought around their year only: this far before and after its first digit. */
const BEFORE_YEAR = 32;
const AFTER_YEAR = 12;
const YEAR = /(?:1[89]|20)\d\d/g;

/** Words before the date of something else than the picture: "which began on Monday, …", "due until …". */
const OF_SOMETHING_ELSE =
  /(?:\b(?:which|that|who)\s\p{Ll}+(?:\s\p{Ll}+)?\son|\b(?:since|until|scheduled for|due (?:on|in)|(?:built|founded|born|opened|died) (?:on|in)))\s(?:\p{L}+day,?\s)?$/u;
const BEFORE_DATE = 48;

/** The first full date of a caption, else the first month with its year; weekdays and bare years say nothing. */
export function findDate(text: string): FoundDate | undefined {
  let month: FoundDate | undefined;
  let searched = 0;
  for (const year of text.matchAll(YEAR)) {
    if (year.index < searched) continue;
    const from = Math.max(0, year.index - BEFORE_YEAR);
    searched = year.index + AFTER_YEAR - 4;
    const found = bestIn(text.slice(from, year.index + AFTER_YEAR), from);
    if (found !== undefined && OF_SOMETHING_ELSE.test(text.slice(Math.max(0, found.start - BEFORE_DATE), found.start)))
      continue;
    if (found?.value.length === 10) return found;
    month ??= found;
  }
  return month;
}

function bestIn(window: string, offset: number): FoundDate | undefined {
  let month: FoundDate | undefined;
  for (const match of window.matchAll(PATTERN)) {
    const value = isoOf(match.groups ?? {});
    if (value === undefined) continue;
    const found = { value, start: offset + match.index, end: offset + match.index + match[0].length };
    if (value.length === 10) return found;
    month ??= found;
  }
  return month;
}

function isoOf(groups: Record<string, string | undefined>): string | undefined {
  const part = (letter: string) => [1, 2, 3, 4, 5, 6].map((i) => groups[`${letter}${i}`]).find((v) => v !== undefined);
  const name = (part('m') ?? '').toLowerCase();
  const month = MONTH_NUMBER.get(name) ?? Number(name);
  const year = Number(part('y'));
  const day = part('d');
  if (!(month >= 1 && month <= 12) || year < 1800) return undefined;
  const head = `${year}-${String(month).padStart(2, '0')}`;
  if (day === undefined) return head;
  return Number(day) >= 1 && Number(day) <= daysIn(year, month) ? `${head}-${day.padStart(2, '0')}` : undefined;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** True for the name or abbreviation of a month, in any case, with or without its full stop. */
export function isMonth(word: string): boolean {
  return MONTH_NUMBER.has(word.toLowerCase().replace(/\.$/, ''));
}
