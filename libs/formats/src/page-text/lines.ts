import { DocumentError } from '../document-error.ts';

/** A line that has words in it: trimmed text, number from 1 as in the document, and whether a blank line stands before it. */
export type Line = { readonly text: string; readonly number: number; readonly afterBlank: boolean };

/** A news page has some hundred lines; more is not a page. */
const MAX_LINES = 20_000;

const LINE_END = /\r\n|[\n\r\u0085\u2028\u2029]/;
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff]/g;

/** The non-blank lines of a page in order, without BOM and control characters. Throws `too-large` above 20,000 lines. */
export function linesOf(text: string): Line[] {
  const printed = text
    .toWellFormed()
    .replace(CONTROL, '')
    .split(LINE_END, MAX_LINES + 1);
  if (printed.length > MAX_LINES) throw new DocumentError('too-large', 'the page has too many lines');
  const lines: Line[] = [];
  let afterBlank = false;
  for (const [index, line] of printed.entries()) {
    const trimmed = line.trim();
    if (trimmed !== '') lines.push({ text: trimmed, number: index + 1, afterBlank });
    afterBlank = trimmed === '';
  }
  return lines;
}
