import { DocumentError } from '../document-error.ts';
import { MAX_WIRE_LINES } from '../limits.ts';

/**
 * A paragraph as it was set: flush left (`^`) or indented (a tab, or blanks); ended flush (`<`), centred (`=`), or by
 * nothing. `row` is a line of a table (BS … DLE, or with semicolons between its cells).
 */
export type Line = {
  readonly text: string;
  readonly start: 'flush' | 'indent';
  readonly end?: 'left' | 'centre';
  readonly row: boolean;
};

const START = /^(?:\x08|\^|\t| {3})/;
/** Marks of typesetting around the words: quads, fonts (^V, ^W), reference numbers of the desk ("*9006<"). */
const MARKS = /[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f]/g;
/** No wire has a table as wide, nor a cell as long. */
const MOST_CELLS = 100;
const LONGEST_CELL = 40;
const REFERENCE = /^\*\d{3,5}<\s*/;

/**
 * The paragraphs of a text: each starts at a flush mark, a tab or an indent, a line without one goes on. In a text that
 * lost its flush marks every line above the first indented one stands alone. Throws `too-large`.
 */
export function linesOf(text: string): Line[] {
  const written = text.split('\n', MAX_WIRE_LINES + 1);
  if (written.length > MAX_WIRE_LINES) throw new DocumentError('too-large', 'the text has too many lines');
  const paragraphs: string[][] = [];
  let open = false;
  let inHead = !text.includes('^');
  for (const line of written.map((each) => each.trimEnd())) {
    inHead &&= !START.test(line);
    if (line.replace(MARKS, '').trim() === '') open = false;
    else if (inHead) paragraphs.push([`^${/[<=]$/.test(line) ? line : `${line}<`}`]);
    else if (open && !START.test(line)) paragraphs.at(-1)?.push(line.trim());
    else {
      paragraphs.push([line]);
      open = !line.endsWith('<') && !line.endsWith('=');
    }
  }
  return paragraphs.flatMap((lines) => lineOf(lines.join(' ')));
}

function lineOf(paragraph: string): Line[] {
  const whole = paragraph.replace(/^\^?\*\d{3,5}<\s*/, '');
  const start = /^(?:\x08?\^)/.test(whole) ? 'flush' : 'indent';
  const text = whole
    .replace(/^\x08?\^?/, '')
    .replace(MARKS, '')
    .replace(REFERENCE, '')
    .replace(/\s+/g, ' ')
    .trim();
  const end = text.endsWith('<') ? 'left' : text.endsWith('=') ? 'centre' : undefined;
  const words = end === undefined ? text : text.slice(0, -1).trimEnd();
  if (words === '') return [];
  const row = paragraph.startsWith('\x08') || isRow(words);
  return [{ text: setText(words), start, ...(end && { end }), row }];
}

/** Cells parted by semicolons: four or more, and none as long as a clause. */
function isRow(words: string): boolean {
  const cells = words.split(';', MOST_CELLS);
  return cells.length >= 4 && cells.every((cell) => cell.length <= LONGEST_CELL);
}

/** TTS codes that are left: doubled quotes and the dash that has no place in the six bits of a typesetter. */
function setText(text: string): string {
  return text
    .replace(/(^|\s)_(?=\s)/g, '$1—')
    .replace(/``/g, '“')
    .replace(/''/g, '”');
}
