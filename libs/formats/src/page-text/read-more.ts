import { wordCount } from './white-space.ts';

const LABEL =
  /^(?:read more|read also|also read|see also|related(?: stories| articles| reading)?|further reading|more on this(?: story)?)\s*[:：]\s*(.*)$/i;
const LONGEST_TITLE = 160;

/** The text after "Read more:" and its like, empty where nothing follows on the line; undefined for any other line. */
export function readMore(line: string): string | undefined {
  if (line.length > LONGEST_TITLE + 40) return undefined;
  return LABEL.exec(line)?.[1]?.trim();
}

/** Whether a line reads as the title of another story: short, several words, and not closed like a sentence. */
export function looksLikeTitle(line: string): boolean {
  return line.length <= LONGEST_TITLE && !/[.,;:…]["'”’)\]]*$/.test(line) && wordCount(line, 3) >= 3;
}
