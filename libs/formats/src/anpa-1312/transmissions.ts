import { type Header, readHeader, SECOND_LINE } from './header.ts';

/** One message: its header, its text with the codes of typesetting in it, and what stands behind it. */
export type Transmission = { readonly header: Header | undefined; readonly text: string; readonly trailer: string };

const SECOND = new RegExp(`^[^\\S\\n]*${SECOND_LINE}[^\\S\\n]*$`, 'm');
/** "AP-WF-11-13-13 0713GMT<", where no ETX stands before it. */
const TRAILER = /^[^\S\n]*\^?([A-Z]{2,5}-[A-Z]{2,3}-\d\d-\d\d-\d\d \d{4} ?[A-Z]{3,4})<?[^\S\n]*$/m;

/** The messages of a document (ANPA 1312: SYN SYN SOH header STX text ETX EOT). */
export function transmissions(document: string): Transmission[] {
  const text = document.replace(/\r{0,2}\n|\r/g, '\n');
  return messages(text).map((message) => {
    const stx = message.indexOf('\x02');
    const headEnd = stx >= 0 ? stx : endOfHeader(message);
    const lines = message.slice(0, headEnd).split('\n');
    const [body = '', ...behind] = message.slice(stx >= 0 ? stx + 1 : headEnd).split('\x03');
    return { header: readHeader(lines.filter((line) => line.trim() !== '')), ...withTrailer(body, behind.join('\n')) };
  });
}

function messages(text: string): string[] {
  if (text.includes('\x01')) {
    const parts = text.split('\x01').slice(1);
    return parts.map((part) => part.split('\x04', 1)[0] ?? '').filter((part) => part.trim() !== '');
  }
  const starts = [...text.matchAll(new RegExp(SECOND, 'gm'))].map(({ index }) => startOf(text, index));
  return starts.map((start, index) => text.slice(start, starts[index + 1]));
}

/** A first header line stands right above the second one. */
function startOf(text: string, second: number): number {
  const before = text.slice(Math.max(0, second - 40), second);
  const first = /(?:^|\n)([^\n]{5,30})\n$/.exec(before)?.[1];
  return first !== undefined && /^\s*[A-Za-z]\d{4}/.test(first) ? second - first.length - 1 : second;
}

function endOfHeader(message: string): number {
  const found = SECOND.exec(message);
  return found === null ? 0 : found.index + found[0].length;
}

function withTrailer(text: string, behind: string): { readonly text: string; readonly trailer: string } {
  if (behind.trim() !== '') return { text, trailer: behind };
  const found = TRAILER.exec(text);
  return found === null ? { text, trailer: '' } : { text: text.slice(0, found.index), trailer: found[0] };
}
