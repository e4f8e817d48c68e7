import { dateTimeGroup } from '../wire-text/date-time-group.ts';
import { trimmedLines, wireLines } from '../wire-text/wire-lines.ts';
import { HEADER } from './header.ts';

/** One message: header line, keyword lines, text, and what stands behind it. */
export type Transmission = {
  readonly header: string;
  readonly keywords: readonly string[];
  readonly text: readonly string[];
  readonly trailer: readonly string[];
};

const SOH = '\u0001';
const STX = '\u0002';
const ETX = '\u0003';
const EOT = '\u0004';
/** A keyword line, where no STX says that it ends: short, and with a slash behind its last word or a blank line below it. */
const LONGEST_KEYWORDS = 80;

/**
 * The messages of a document (IPTC 7901: SOH header, STX text, ETX post-text information, EOT). Where
 * the control characters are lost the header line, the keyword line and the date-time group part it.
 */
export function transmissions(text: string): Transmission[] {
  return messages(text).map((message) => {
    const [head = '', ...texts] = message.split(STX);
    const [body = '', ...behind] = (texts.length > 0 ? texts.join('') : head).split(ETX);
    const lines = trimmedLines(wireLines(body));
    const trailer = trimmedLines(wireLines(behind.join('\n')));
    if (texts.length === 0) return withoutStx(lines, trailer);
    const [header = '', ...keywords] = trimmedLines(wireLines(head));
    return { header, keywords: keywords.filter((line) => line !== ''), ...withoutTrailer(lines, trailer) };
  });
}

function messages(text: string): string[] {
  const parts = text.includes(SOH) ? text.split(SOH).slice(1) : atHeaders(text);
  return parts.map((part) => part.split(EOT, 1)[0] ?? '').filter((part) => part.trim() !== '');
}

function atHeaders(text: string): string[] {
  const starts = [...text.matchAll(new RegExp(HEADER, 'gmu'))].map(({ index }) => index);
  return starts.map((start, index) => text.slice(start, starts[index + 1]));
}

function withoutStx(lines: readonly string[], trailer: readonly string[]): Transmission {
  const [header = '', ...rest] = lines;
  const below = trimmedLines(rest);
  const first = below[0] ?? '';
  const isKeywords = first.endsWith('/') || (below[1] === '' && !/[=.!?]$/.test(first));
  const keywords = first.length <= LONGEST_KEYWORDS && isKeywords ? [first] : [];
  return { header, keywords, ...withoutTrailer(trimmedLines(below.slice(keywords.length)), trailer) };
}

/** The date-time group at the end of the text, where no ETX parts it. */
function withoutTrailer(text: readonly string[], trailer: readonly string[]) {
  const last = text.at(-1);
  if (trailer.length > 0 || last === undefined || dateTimeGroup(last) === undefined) return { text, trailer };
  return { text: trimmedLines(text.slice(0, -1)), trailer: [last] };
}
