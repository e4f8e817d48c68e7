import { positionName } from './position-name.ts';
import type { Token } from './tokens.ts';

/** A position mark read from tokens: its name, and the token after it. */
export interface FoundPosition {
  value: string;
  next: number;
}

const WHERE = '(?:far|front|back|top|bottom|upper|lower|centre|center|middle|rear)';
const SIDE = '(?:left|right|center|centre|middle|rear|top|bottom|front|back|foreground|background|front row)';
const RANK = '(?:\\d(?:st|nd|rd|th)|second|third|fourth|fifth|sixth|[2-9])';
const MARKED = new RegExp(
  `^(?:(?:in |at |on |the |from )*(?:${RANK} )?(?:from )?(?:the )?(?:${WHERE}[ -])?${SIDE}|(?:${RANK} )?(?:from )?(?:far )?[lrcf](?: front| back)?|l-r|from left to right|left to right)$`,
  'i',
);
const SIDES = new Set('left right center centre middle rear top bottom front back foreground background'.split(' '));
const MAX_WORDS = 6;

/** Reads "(R)", "(2nd L)", "(second from left)" where `tokens[at]` opens a bracket. */
export function bracketedPosition(tokens: readonly Token[], at: number): FoundPosition | undefined {
  if (tokens[at]?.text !== '(') return undefined;
  for (let i = at + 1; i <= at + MAX_WORDS + 1; i += 1) {
    if (tokens[i]?.text === ')') return positionBetween(tokens, at + 1, i, i + 1);
  }
  return undefined;
}

/** Reads ", left,", ", at right,", ", center blue sandals,", ", second from left" where `tokens[at]` is a comma. */
export function commaPosition(tokens: readonly Token[], at: number): FoundPosition | undefined {
  if (tokens[at]?.text !== ',') return undefined;
  let end = at + 1;
  while (end <= at + MAX_WORDS && tokens[end] !== undefined && tokens[end]?.kind !== 'mark') end += 1;
  const whole = positionBetween(tokens, at + 1, end, end);
  if (whole !== undefined) return whole;
  const first = tokens[at + 1];
  const closes = tokens[end] === undefined || tokens[end]?.text === ',';
  if (first === undefined || first.capital || !closes) return undefined;
  return SIDES.has(first.key) && end - at - 1 <= 5 ? { value: positionName(first.text), next: end } : undefined;
}

function positionBetween(tokens: readonly Token[], from: number, to: number, next: number): FoundPosition | undefined {
  const value = tokens
    .slice(from, to)
    .map((token) => token.text)
    .join(' ')
    .replace(/ [-.](?= |$)/g, '');
  return value.length > 0 && value.length < 40 && MARKED.test(value) ? { value: positionName(value), next } : undefined;
}

/** Reads "left and right" or "(left and right)": the places of the two people named before. */
export function pairPosition(
  tokens: readonly Token[],
  at: number,
): { values: [string, string]; next: number } | undefined {
  if (tokens[at]?.text !== '(' && tokens[at]?.text !== ',') return undefined;
  const [first, and, second] = [tokens[at + 1], tokens[at + 2], tokens[at + 3]];
  if (first === undefined || second === undefined || (and?.text !== 'and' && and?.text !== '&')) return undefined;
  if (!MARKED.test(first.text) || !MARKED.test(second.text)) return undefined;
  return { values: [positionName(first.text), positionName(second.text)], next: at + 4 };
}

/** Reads "From left:", "(L-R)", "Left to right," before a list of people; `next` is the first token of the list. */
export function listPosition(tokens: readonly Token[], at: number): FoundPosition | undefined {
  const open = tokens[at]?.text === '(' ? at + 1 : at;
  if (!LIST_OPENERS.has(tokens[open]?.key ?? '')) return undefined;
  const dotless = tokens.slice(open, open + 9).filter((token) => token.text !== '.');
  const mark = LISTS.find((list) => list.every((word, i) => dotless[i]?.key === word));
  const last = mark && dotless[mark.length - 1];
  if (mark === undefined || last === undefined) return undefined;
  let next = tokens.indexOf(last, open) + 1;
  while (/^[):,.-]$/.test(tokens[next]?.text ?? '')) next += 1;
  return { value: mark.join(' '), next };
}

const LISTS = [
  'from left to right',
  'left to right',
  'from left',
  'from right',
  'from l',
  'l-r',
  'l to r',
  'r-l',
  'right to left',
  'from right to left',
  'von links nach rechts',
  'von links',
  'v l n r',
  'v.l.n.r',
  'v.l',
  'v l',
  'fra venstre',
  'clockwise from top left',
  'clockwise from left',
].map((list) => list.split(' '));

const LIST_OPENERS = new Set(LISTS.map(([first]) => first));
