import { monthOf } from './calendar-words.ts';
import type { Token } from './tokens.ts';

/** A day found at a token: `year` is absent where none is printed; `next` is the token behind it. */
export type Day = { readonly year?: number; readonly month: number; readonly day: number; readonly next: number };

/** Which of two small numbers comes first where nothing else tells: `undefined` leaves such a day unread. */
export type Order = 'day-first' | 'month-first' | undefined;

const ORDINAL = new Set(['st', 'nd', 'rd', 'th', 'er', 're', 'eme', 'e', 'o', 'a', 'ª', 'º', 'go', 'ro', 'an', 'en']);
const BETWEEN = new Set(['de', 'del', 'of', 'the', 'da', 'do', 'd', 'di', 'm', 'a', 'г', 'i', 'den']);

/** The day that is printed from the token `at` on, in words or numbers of any order. */
export function dayAt(tokens: readonly Token[], at: number, order: Order): Day | undefined {
  const first = tokens[at];
  if (first?.kind === 'number') {
    return inHan(tokens, at) ?? yearFirst(tokens, at) ?? dayThenMonth(tokens, at) ?? inNumbers(tokens, at, order);
  }
  return first?.kind === 'word' ? monthThenDay(tokens, at) : undefined;
}

/** "2019年11月20日", "2019년 11월 20일", "11月20日". */
function inHan(tokens: readonly Token[], at: number): Day | undefined {
  const month = tokens[at + 1];
  if (/^[年년]$/u.test(month?.text ?? '') && tokens[at]?.text.length === 4) {
    const rest = inHan(tokens, at + 2);
    return rest && found(Number(tokens[at]?.text), rest.month, rest.day, rest.next);
  }
  if (!/^[月월]$/u.test(month?.text ?? '') || !/^[日일号號]/u.test(tokens[at + 3]?.text ?? '')) return undefined;
  return found(undefined, numberAt(tokens, at, 2), numberAt(tokens, at + 2, 2), at + 4);
}

/** "2019-11-20", "2019/11/20", "2019.11.20.", "20191120", "2019. november 20.". */
function yearFirst(tokens: readonly Token[], at: number): Day | undefined {
  const text = tokens[at]?.text ?? '';
  if (/^(?:19|20)\d{6}$/.test(text)) {
    return found(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)), at + 1);
  }
  if (!/^(?:19|20|25)\d\d$/.test(text)) return undefined;
  const middle = skip(tokens, at + 1);
  const named = named12(tokens, middle);
  const month = named?.month ?? numberAt(tokens, middle, 2);
  const last = skip(tokens, named?.next ?? middle + 1);
  const apart = middle === at + 1 && named === undefined;
  if (apart || month === undefined) return undefined;
  const day = numberAt(tokens, last, 2);
  return found(Number(text), month, day, last + 1);
}

/** "20. November 2019", "20 de noviembre de 2019", "20th Nov, 2019", "20-Nov-19", "20 November". */
function dayThenMonth(tokens: readonly Token[], at: number): Day | undefined {
  const day = numberAt(tokens, at, 2);
  const after = skip(tokens, ordinal(tokens, at + 1));
  if (tokens[after]?.word === 'thang') {
    return withYear(tokens, day, numberAt(tokens, after + 1, 2), after + 2);
  }
  const month = named12(tokens, after);
  return month && withYear(tokens, day, month.month, month.next);
}

/** "Nov. 20, 2019", "November 20th 2019", "Nov 20". */
function monthThenDay(tokens: readonly Token[], at: number): Day | undefined {
  if (![1, 2, 3, 4].some((ahead) => tokens[at + ahead]?.kind === 'number')) return undefined;
  const month = named12(tokens, at);
  if (month === undefined) return undefined;
  const place = skip(tokens, month.next);
  const day = numberAt(tokens, place, 2);
  // "November 8:15" has no day: the number is an hour.
  if (day === undefined || tokens[place + 1]?.text === ':') return undefined;
  // "mar. 6 mai": a weekday that looks like a month.
  if (named12(tokens, ordinal(tokens, place + 1)) !== undefined) return undefined;
  return withYear(tokens, day, month.month, ordinal(tokens, place + 1));
}

/** "11/20/2019", "20.11.2019", "20/11/19": the order of the first two by their size, else as told. */
function inNumbers(tokens: readonly Token[], at: number, order: Order): Day | undefined {
  const sign = tokens[at + 1]?.text ?? '';
  if (!/^[-/.]$/.test(sign) || tokens[at + 3]?.text !== sign) return undefined;
  const [one, two] = [numberAt(tokens, at, 2), numberAt(tokens, at + 2, 2)];
  const year = yearOf(tokens[at + 4]?.text ?? '');
  if (one === undefined || two === undefined || year === undefined || tokens[at + 5]?.text === ':') return undefined;
  const told = one > 12 ? 'day-first' : two > 12 ? 'month-first' : sign === '.' ? (order ?? 'day-first') : order;
  if (told === undefined) return undefined;
  return told === 'day-first' ? found(year, two, one, at + 5) : found(year, one, two, at + 5);
}

function withYear(tokens: readonly Token[], day: number | undefined, month: number | undefined, at: number) {
  const place = skip(tokens, at, "'’`");
  const text = tokens[place]?.text ?? '';
  const apostrophe = /['’`]/.test(tokens[place - 1]?.text ?? '');
  const clock = /^[:h]$/i.test(tokens[place + 1]?.text ?? '');
  const hyphen = tokens[place - 1]?.text === '-' && tokens[place - 1]?.end === tokens[place]?.start;
  // "6 May 31 07:08", as mail and feeds have it.
  const mail = text.length === 2 && tokens[place + 1]?.kind === 'number' && tokens[place + 2]?.text === ':';
  const year = text.length === 4 || mail || apostrophe || (hyphen && !clock) ? yearOf(text) : undefined;
  return year === undefined || (clock && text.length < 4)
    ? found(undefined, month, day, at)
    : found(year, month, day, place + 1);
}

function yearOf(text: string): number | undefined {
  if (/^(?:19|20|25)\d\d$/.test(text)) return Number(text);
  if (/^\d\d$/.test(text)) return Number(text) + (Number(text) < 70 ? 2000 : 1900);
  return undefined;
}

/** A month by name at a token; some have two words ("تشرين الثاني"). */
function named12(tokens: readonly Token[], at: number): { month: number; next: number } | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word') return undefined;
  const pair = tokens[at + 1]?.kind === 'word' ? monthOf(`${token.word} ${tokens[at + 1]?.word}`) : undefined;
  const month = pair ?? monthOf(token.word);
  return month === undefined ? undefined : { month, next: at + (pair === undefined ? 1 : 2) };
}

function numberAt(tokens: readonly Token[], at: number, digits: number): number | undefined {
  const token = tokens[at];
  return token?.kind === 'number' && token.text.length <= digits ? Number(token.text) : undefined;
}

function ordinal(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  return token !== undefined && ORDINAL.has(token.word) && token.start === tokens[at - 1]?.end ? at + 1 : at;
}

/** The first token that is no sign or small word between the parts of a date; three of them at most. */
function skip(tokens: readonly Token[], from: number, more = ''): number {
  let at = from;
  while (at < from + 3) {
    const token = tokens[at];
    if (token === undefined || !(/^[-–—/.,]$/.test(token.text) || more.includes(token.text) || isBetween(token))) break;
    at += 1;
  }
  return at;
}

function isBetween({ kind, word }: Token): boolean {
  return kind === 'word' && (BETWEEN.has(word) || word === 'nam');
}

/** The day, where there is such a day. A year of the Buddhist calendar is read as that. */
function found(printed: number | undefined, month: number | undefined, day: number | undefined, next: number) {
  if (month === undefined || day === undefined) return undefined;
  const year = printed !== undefined && printed >= 2500 ? printed - 543 : printed;
  const date = new Date(Date.UTC(year ?? 2000, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return { ...(year !== undefined && { year }), month, day, next };
}
