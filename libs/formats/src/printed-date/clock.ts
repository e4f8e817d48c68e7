import type { Token } from './tokens.ts';

/** A time of day found at a token; `next` is the token behind it. */
export type Clock = { readonly hour: number; readonly minute: number; readonly second: number; readonly next: number };

/** Words that a time with a point ("14.30") stands behind or before. */
const BEFORE = new Set([
  'kl',
  'klo',
  'klokken',
  'klockan',
  'ore',
  'um',
  'alle',
  'at',
  'as',
  'pukul',
  'ob',
  'jam',
  'godz',
  'h',
]);
const AFTER = new Set([
  'uhr',
  'am',
  'pm',
  'wib',
  'wita',
  'wit',
  'gmt',
  'utc',
  'bst',
  'ist',
  'hrs',
  'hours',
  'h',
  'sgt',
  'cet',
]);
const HOURS = /^(?:h|hs|hrs|u|시|時|时|点|點|uhr|ч)$/u;
const MINUTES = /^(?:分|분|min|m|мин)$/u;
const MORNING = /^(?:am|πμ|ص|sa)$/u;
const AFTERNOON = /^(?:pm|μμ|م|ch)$/u;

/** The time of day that is printed from the token `at` on: "22:38", "10:38 p.m.", "4pm", "14h30", "14.30 Uhr", "오후 3:04". */
export function clockAt(tokens: readonly Token[], at: number): Clock | undefined {
  const half = halfBefore(tokens, at);
  const token = tokens[half?.next ?? at];
  if (token?.kind !== 'number' || token.text.length > 2) return compact(tokens, at);
  const start = half?.next ?? at;
  const minutes = minutesAfter(tokens, start);
  const told = half?.half ?? halfAfter(tokens, minutes?.next ?? start + 1);
  if (minutes === undefined && (told === undefined || half !== undefined)) return undefined;
  const next = told !== undefined && 'next' in told ? told.next : (minutes?.next ?? start + 1);
  const hour = hourOf(Number(token.text), told?.name);
  return check({ hour, minute: minutes?.minute ?? 0, second: minutes?.second ?? 0, next });
}

/** "1430 GMT", "0930 IST", "T143000". */
function compact(tokens: readonly Token[], at: number): Clock | undefined {
  const token = tokens[at];
  if (token?.kind !== 'number') return undefined;
  if (!/^\d{4}$/.test(token.text) || !/^(?:gmt|utc|hrs|hours|ist|bst|uhr|wib)$/.test(tokens[at + 1]?.word ?? ''))
    return undefined;
  return check({ hour: Number(token.text.slice(0, 2)), minute: Number(token.text.slice(2)), second: 0, next: at + 1 });
}

type Minutes = { readonly minute: number; readonly second: number; readonly next: number };

function minutesAfter(tokens: readonly Token[], at: number): Minutes | undefined {
  const sign = tokens[at + 1];
  const minute = tokens[at + 2];
  const two = minute?.kind === 'number' && minute.text.length === 2;
  if (sign?.text === ':' && two) return secondsAfter(tokens, at, Number(minute.text));
  if (sign !== undefined && HOURS.test(sign.word)) {
    if (two && minute.start - sign.end <= 1) {
      const unit = MINUTES.test(tokens[at + 3]?.word ?? '') ? 1 : 0;
      return { minute: Number(minute.text), second: 0, next: at + 3 + unit };
    }
    return { minute: 0, second: 0, next: at + 2 };
  }
  if (sign?.text !== '.' || !two || sign.end !== minute.start) return undefined;
  const before = tokens[at - 1]?.text === '.' ? tokens[at - 2] : tokens[at - 1];
  const after = tokens[at + 3];
  const marked =
    BEFORE.has(before?.word ?? '') || AFTER.has(after?.word ?? '') || halfAfter(tokens, at + 3) !== undefined;
  return marked ? pointed(tokens, at) : undefined;
}

/** "kl. 14.30." ends with a full stop, a date "14.30.19" doesn't. */
function pointed(tokens: readonly Token[], at: number): Minutes | undefined {
  const date = tokens[at + 3]?.text === '.' && tokens[at + 4]?.kind === 'number';
  return date ? undefined : { minute: Number(tokens[at + 2]?.text), second: 0, next: at + 3 };
}

function secondsAfter(tokens: readonly Token[], at: number, minute: number): Minutes {
  const second = tokens[at + 4];
  if (tokens[at + 3]?.text !== ':' || second?.kind !== 'number' || second.text.length !== 2) {
    return { minute, second: 0, next: at + 3 };
  }
  const fraction = /^[.,]$/.test(tokens[at + 5]?.text ?? '') && tokens[at + 6]?.start === tokens[at + 5]?.end;
  const next = fraction && tokens[at + 6]?.kind === 'number' ? at + 7 : at + 5;
  return { minute, second: Number(second.text), next };
}

type Half = { readonly name: 'am' | 'pm'; readonly next: number };

/** "am", "a.m.", "p. m." behind a time; "PM" behind an hour above 12 says nothing new. */
function halfAfter(tokens: readonly Token[], at: number): Half | undefined {
  const word = tokens[at]?.word ?? '';
  const stop = tokens[at + 1]?.text === '.' ? at + 2 : at + 1;
  if (MORNING.test(word)) return { name: 'am', next: at + 1 };
  if (AFTERNOON.test(word)) return { name: 'pm', next: at + 1 };
  const last = tokens[stop]?.word;
  const dotted = tokens[at + 1]?.text === '.';
  if (!/^[apπμ]$/u.test(word) || !(last === 'm' || last === 'μ') || !dotted) return undefined;
  const next = tokens[stop + 1]?.text === '.' ? stop + 2 : stop + 1;
  return { name: word === 'a' || word === 'π' ? 'am' : 'pm', next };
}

/** "오전", "下午" and the like stand before a time. */
function halfBefore(tokens: readonly Token[], at: number): { half: { name: 'am' | 'pm' }; next: number } | undefined {
  const one = tokens[at]?.text ?? '';
  const two = `${one}${tokens[at + 1]?.text ?? ''}`;
  if (one === '오전') return { half: { name: 'am' }, next: at + 1 };
  if (one === '오후') return { half: { name: 'pm' }, next: at + 1 };
  if (/^(?:上午|午前|凌晨|早上)$/u.test(two)) return { half: { name: 'am' }, next: at + 2 };
  if (/^(?:下午|午後|晚上|傍晚)$/u.test(two)) return { half: { name: 'pm' }, next: at + 2 };
  return undefined;
}

function hourOf(printed: number, half: 'am' | 'pm' | undefined): number {
  if (half === undefined || printed > 12) return printed;
  return (printed % 12) + (half === 'pm' ? 12 : 0);
}

function check(clock: Clock): Clock | undefined {
  return clock.hour <= 24 && clock.minute <= 59 && clock.second <= 60 && !(clock.hour === 24 && clock.minute > 0)
    ? clock
    : undefined;
}
