import { isTitle } from './name-runs.ts';
import { GIVEN_NAMES } from './name-words.ts';
import { bracketedPosition, commaPosition, type FoundPosition, pairPosition } from './positions.ts';
import { TITLE_FILL } from './titles.ts';
import type { Token } from './tokens.ts';

/** What follows a name: its position mark, a title in commas (token indexes), and the first token after both. */
export interface AfterName {
  position?: string;
  /** Places of the person before and of this one: "Jane Roe and John Doe, left and right". */
  pair?: [string, string];
  /** A list begins with this person: "Jane Roe, from left, John Doe and …". */
  list?: string;
  title?: { start: number; end: number };
  /** The person is named but not in the picture: "(not pictured)". */
  unseen?: boolean;
  next: number;
}

const MAX_TITLE_TOKENS = 24;
const NOT_A_TITLE = new Set('who which during after while as his was is are were where'.split(' '));
const UNSEEN = /^(?:(?:not|un)[ -]?(?:pictured|seen|shown|visible)|out of (?:frame|picture))$/;

/** Reads up to three of ", title,", "(R)", ", left,", "(25)" and ", 42," after the name that ends before `at`. */
export function readAfterName(tokens: readonly Token[], at: number): AfterName {
  const read: AfterName = { next: at };
  for (let round = 0; round < 4; round += 1) {
    const pair = read.position === undefined ? pairPosition(tokens, read.next) : undefined;
    if (pair !== undefined) {
      read.pair = pair.values;
      read.next = pair.next;
      break;
    }
    const list = read.position === undefined ? listFrom(tokens, read.next) : undefined;
    if (list !== undefined) {
      read.list = list;
      read.next += 3;
      break;
    }
    const position: FoundPosition | undefined = read.position === undefined ? positionAt(tokens, read.next) : undefined;
    if (position !== undefined) {
      read.position = position.value;
      read.next = position.next;
      continue;
    }
    if (isUnseen(tokens, read.next)) read.unseen = true;
    const aside = asideEnd(tokens, read.next);
    const title = read.title === undefined && aside === undefined ? titleAfter(tokens, read.next) : undefined;
    if (title !== undefined) read.title = title;
    const next = aside ?? title?.end;
    if (next === undefined) break;
    read.next = next;
  }
  return read;
}

/** ", from left," behind the first of a list. */
function listFrom(tokens: readonly Token[], at: number): string | undefined {
  const [comma, from, side, close] = [0, 1, 2, 3].map((i) => tokens[at + i]?.key);
  return comma === ',' && from === 'from' && /^(?:left|right)$/.test(side ?? '') && close === ','
    ? `from ${side}`
    : undefined;
}

function positionAt(tokens: readonly Token[], at: number): FoundPosition | undefined {
  return bracketedPosition(tokens, at) ?? commaPosition(tokens, at);
}

function isUnseen(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.text !== '(') return false;
  const close = tokens.slice(at, at + 5).findIndex((token) => token.text === ')');
  return (
    close > 0 &&
    UNSEEN.test(
      tokens
        .slice(at + 1, at + close)
        .map((token) => token.key)
        .join(' '),
    )
  );
}

/** Shirt numbers, ages, parties and countries in brackets or commas: passed over. */
function asideEnd(tokens: readonly Token[], at: number): number | undefined {
  const [open, inner, close] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (open?.text === '#' && inner?.kind === 'number') return at + 2;
  if (open?.text === '(' && close?.text === ')') return at + 3;
  if (open?.text === '(' && /^[DRI][-.]?$/.test(inner?.text.slice(0, 2) ?? '')) return closing(tokens, at);
  if (open?.text === ',' && inner?.kind === 'number' && /^\d{1,3}$/.test(inner.text)) return at + 2;
  if (open?.text === ',' && /^[DRI]-/.test(inner?.text ?? '')) return at + 2;
  if (open?.key === 'of' || open?.key === 'from') return ofHome(tokens, at + 1);
  if (open?.text === ',' && (inner?.key === 'from' || inner?.key === 'of') && close?.capital)
    return overHome(tokens, at + 2);
  return undefined;
}

/** ", from Port Maren," in a list of people: where somebody comes from. */
function overHome(tokens: readonly Token[], from: number): number | undefined {
  let end = from;
  while (end < from + 4 && tokens[end]?.capital && !tokens[end]?.stop) end += 1;
  return tokens[end]?.text === ',' ? end : undefined;
}

/** "Jane Roe of Port Maren, left": where somebody comes from, before a position. */
function ofHome(tokens: readonly Token[], from: number): number | undefined {
  let end = from;
  while (end < from + 4 && tokens[end]?.capital) end += 1;
  return end > from && positionAt(tokens, end) !== undefined ? end : undefined;
}

function closing(tokens: readonly Token[], at: number): number | undefined {
  const close = tokens.slice(at, at + 6).findIndex((token) => token.text === ')');
  return close < 0 ? undefined : at + close + 1;
}

/** A title in commas, or between a comma and a position mark in brackets. */
function titleAfter(tokens: readonly Token[], at: number): { start: number; end: number } | undefined {
  if (tokens[at]?.text !== ',') return undefined;
  const start = /^(?:the|an?)$/.test(tokens[at + 1]?.text ?? '') ? at + 2 : at + 1;
  let end = start;
  while (end < start + MAX_TITLE_TOKENS && tokens[end] !== undefined && !/^[,(]$/.test(tokens[end]?.text ?? '')) {
    const token = tokens[end];
    if (token?.stop && token.kind === 'mark') break;
    if (token === undefined || token.stop || token.kind === 'number' || NOT_A_TITLE.has(token.key)) return undefined;
    if (token.key === 'and' && (end === start || GIVEN_NAMES.has(tokens[end + 1]?.key ?? ''))) return undefined;
    end += 1;
  }
  // At the end of a sentence a title has to begin with its word: "Jane Roe, chairwoman of Stern Motors."
  const ended = tokens[end]?.stop === true && isTitle(tokens[start]);
  const closed = tokens[end]?.text === ',' || ended || bracketedPosition(tokens, end) !== undefined;
  return closed && isApposition(tokens, start, end) ? { start, end } : undefined;
}

/** Tells "chairman of Stern Motors" from "hands a pen to Rep. Jane Roe" and from "Chairman Tom Vale". */
function isApposition(tokens: readonly Token[], start: number, end: number): boolean {
  const words = tokens.slice(start, end);
  const title = words.findLastIndex(isTitle);
  const [first] = words;
  if (title < 0 || first === undefined) return false;
  const verb = !first.capital && /[^s]s$|ing$|ed$/.test(first.key) && !isTitle(first) && !TITLE_FILL.has(first.key);
  const after = words[title + 1];
  return !verb && !after?.capital;
}
