import { findCredit } from './credit.ts';
import { frameOf } from './frame.ts';
import { foldSpaces } from './spaces.ts';

const MAX_KEY = 2_000;

/** Folds captions that say the same (up to white space, quotes and a trailing credit) into one, the fullest of each. */
export function foldCaptions(lines: readonly string[]): string[] {
  const kept = new Map<string, string>();
  for (const line of lines) {
    const key = captionKey(line);
    const before = kept.get(key);
    if (foldSpaces(line) !== '' && (before === undefined || hasMore(line, before))) kept.set(key, line);
  }
  return [...kept.values()];
}

/** What two printings of a caption have in common: letters and digits before the credit, in lower case. */
function captionKey(line: string): string {
  const frame = frameOf(line);
  const end = findCredit(line, frame.start, frame.end)?.captionEnd ?? frame.end;
  const letters = (text: string) =>
    text
      .slice(0, MAX_KEY)
      .replace(/[^\p{L}\p{N}]+/gu, '')
      .toLowerCase();
  return letters(line.slice(frame.start, end)) || `credit ${letters(line)}`;
}

function hasMore(line: string, other: string): boolean {
  return foldSpaces(line).length > foldSpaces(other).length;
}
