import { isTitle } from './name-runs.ts';
import { GIVEN_NAMES } from './name-words.ts';
import { bracketedPosition, commaPosition, type FoundPosition } from './positions.ts';
import type { Token } from './tokens.ts';

/** What follows a name: its position mark, a title in commas (token indexes), and the first token after both. */
export interface AfterName {
  position?: string;
  title?: { start: number; end: number };
  next: number;
}

const MAX_TITLE_TOKENS = 16;
const NOT_A_TITLE = new Set('who which during after while as his her was is are were'.split(' '));

/** Reads up to three of ", title,", "(R)", ", left,", "(25)" and ", 42," after the name that ends before `at`. */
export function readAfterName(tokens: readonly Token[], at: number): AfterName {
  const read: AfterName = { next: at };
  for (let round = 0; round < 4; round += 1) {
    const position: FoundPosition | undefined = read.position === undefined ? positionAt(tokens, read.next) : undefined;
    if (position !== undefined) {
      read.position = position.value;
      read.next = position.next;
      continue;
    }
    const aside = asideEnd(tokens, read.next);
    const title = read.title === undefined ? titleAfter(tokens, read.next) : undefined;
    if (title !== undefined) read.title = title;
    const next = aside ?? title?.end;
    if (next === undefined) break;
    read.next = next;
  }
  return read;
}

function positionAt(tokens: readonly Token[], at: number): FoundPosition | undefined {
  return bracketedPosition(tokens, at) ?? commaPosition(tokens, at);
}

/** Shirt numbers, ages, parties and countries in brackets or commas: passed over. */
function asideEnd(tokens: readonly Token[], at: number): number | undefined {
  const [open, inner, close] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (open?.text === '#' && inner?.kind === 'number') return at + 2;
  if (open?.text === '(' && close?.text === ')') return at + 3;
  if (open?.text === ',' && inner?.kind === 'number' && /^\d{1,3}$/.test(inner.text)) return at + 2;
  if (open?.text === ',' && /^[DRI]-/.test(inner?.text ?? '')) return at + 2;
  return undefined;
}

function titleAfter(tokens: readonly Token[], at: number): { start: number; end: number } | undefined {
  if (tokens[at]?.text !== ',') return undefined;
  const start = tokens[at + 1]?.text === 'the' ? at + 2 : at + 1;
  let end = start;
  while (end < start + MAX_TITLE_TOKENS && tokens[end] !== undefined && tokens[end]?.text !== ',') {
    const token = tokens[end];
    if (token === undefined || token.stop || token.kind === 'number' || NOT_A_TITLE.has(token.key)) return undefined;
    if (token.key === 'and' && (end === start || GIVEN_NAMES.has(tokens[end + 1]?.key ?? ''))) return undefined;
    end += 1;
  }
  const closed = tokens[end]?.text === ',';
  return closed && tokens.slice(start, end).some(isTitle) ? { start, end } : undefined;
}
