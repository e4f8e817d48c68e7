import { folded } from './tokens.ts';

/** Languages whose names of months and weekdays are known; the names come from Unicode CLDR, by way of `Intl`. */
const LANGUAGES = [
  ...['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'sv', 'nb', 'da', 'fi', 'is', 'et', 'lv', 'lt', 'pl', 'cs', 'sk', 'sl'],
  ...['hr', 'sr', 'sr-Latn', 'bs', 'mk', 'bg', 'ru', 'uk', 'be', 'ro', 'hu', 'el', 'tr', 'az', 'sq', 'ca', 'eu', 'gl'],
  ...[
    'ga',
    'cy',
    'id',
    'ms',
    'fil',
    'sw',
    'af',
    'ar-EG',
    'ar-SY',
    'ar-MA',
    'he',
    'hi',
    'bn',
    'ta',
    'th',
    'de-AT',
    'lb',
  ],
];

/** What newsrooms write beside CLDR's forms. */
const MONTHS_BESIDE: Readonly<Record<string, number>> = {
  ...{ sept: 9, mch: 3, mrz: 3, marz: 3, janner: 1, feber: 2, agu: 8, agt: 8, agst: 8, okt: 10, okto: 10, ene: 1 },
  ...{ janv: 1, fevr: 2, avr: 4, juil: 7, aout: 8, setiembre: 9, dez: 12, kas: 11, nop: 11, noe: 11, maj: 5 },
};

/** Short words of some language that mean something else too often beside a number. */
const NO_MONTHS = new Set(['ago', 'a', 'h', 'm', 'v', 'u', 't', 'l', 'k', 's', 'd', 'p']);

type Words = { readonly months: ReadonlyMap<string, number>; readonly weekdays: ReadonlySet<string> };
let english: Words | undefined;
let all: Words | undefined;

/** The month a folded word names, 1 to 12, in any of the languages. */
export function monthOf(word: string): number | undefined {
  // Hebrew writes "in November" as one word.
  return find(({ months }) => months.get(word) ?? (word.startsWith('ב') ? months.get(word.slice(1)) : undefined));
}

/** Whether a folded word names a day of the week in any of the languages. */
export function isWeekday(word: string): boolean {
  return find(({ weekdays }) => weekdays.has(word) || undefined) ?? false;
}

/** Looks in English alone first: gathering the words of all languages takes some 50 ms. */
function find<T>(look: (words: Words) => T | undefined): T | undefined {
  english ??= gather(['en']);
  const found = look(english);
  if (found !== undefined) return found;
  all ??= gather(LANGUAGES);
  return look(all);
}

function gather(languages: readonly string[]): Words {
  const months = new Map<string, number>();
  const weekdays = new Set<string>(['tues', 'thur', 'thurs', 'weds', 'feira']);
  for (const language of languages) {
    for (const month of ['long', 'short'] as const) {
      for (const context of [{ day: 'numeric' }, {}] as const) {
        const names = new Intl.DateTimeFormat(language, { month, ...context, timeZone: 'UTC', calendar: 'gregory' });
        for (let index = 0; index < 12; index += 1) addMonth(months, names, index);
      }
    }
    for (const weekday of ['long', 'short'] as const) {
      const names = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' });
      for (let day = 1; day <= 7; day += 1) {
        for (const word of lettersOf(names.format(Date.UTC(2023, 0, day)))) weekdays.add(word);
      }
    }
  }
  for (const [word, month] of Object.entries(MONTHS_BESIDE)) if (!months.has(word)) months.set(word, month);
  return { months, weekdays };
}

/** English comes first, and the first meaning of a word stays. */
function addMonth(months: Map<string, number>, names: Intl.DateTimeFormat, index: number): void {
  const month = names.formatToParts(Date.UTC(2023, index, 10)).find(({ type }) => type === 'month')?.value ?? '';
  const [word, ...more] = lettersOf(month);
  if (word === undefined || NO_MONTHS.has(word)) return;
  const name = more.length === 0 ? word : [word, ...more].join(' ');
  if (!months.has(name)) months.set(name, index + 1);
}

function lettersOf(name: string): string[] {
  return folded(name).match(/\p{L}+/gu) ?? [];
}
