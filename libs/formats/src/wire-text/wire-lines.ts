import { DocumentError } from '../document-error.ts';
import { MAX_WIRE_LINES } from '../limits.ts';

const LINE_END = /\r{0,2}\n|[\r\u0085\u2028\u2029]/;
/** Control characters, and the soft hyphens and fillers (DEL) that lines of teleprinters have. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff]/g;

/** The lines of a wire text without control characters and blanks at their ends. Throws `too-large` beyond `MAX_WIRE_LINES`. */
export function wireLines(text: string): string[] {
  const lines = text.split(LINE_END, MAX_WIRE_LINES + 1);
  if (lines.length > MAX_WIRE_LINES) throw new DocumentError('too-large', 'the text has too many lines');
  return lines.map((line) => line.replace(CONTROL, '').trimEnd());
}

/** The lines without the blank ones at the start and at the end. */
export function trimmedLines(lines: readonly string[]): string[] {
  const first = lines.findIndex((line) => line !== '');
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex((line) => line !== '') + 1);
}

/** Lines in groups, as blank lines part them. */
export function groupsOf(lines: readonly string[]): string[][] {
  const groups: string[][] = [];
  let open = false;
  for (const line of lines) {
    const blank = line.trim() === '';
    if (!blank && open) groups.at(-1)?.push(line);
    else if (!blank) groups.push([line]);
    open = !blank;
  }
  return groups;
}
