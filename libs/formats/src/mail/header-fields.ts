import { isUtf8 } from 'node:buffer';
import { DocumentError } from '../document-error.ts';
import { MAX_MAIL_HEADER } from '../limits.ts';
import { decodedWords } from './encoded-words.ts';

const FIELD = /^([!-9;-~]{1,80})[ \t]*:/;
const BLANK_LINE = /\r?\n[ \t]*\r?\n/;

/** The header of a mail or of a part, and where its content begins. Names are in lower case, values unfolded. */
export type HeaderFields = {
  readonly fields: ReadonlyMap<string, readonly string[]>;
  readonly end: number;
  /** Character set of the first text below it: what bytes beyond ASCII in the header itself are read in. */
  readonly charset?: string;
};

/**
 * Reads a header (RFC 5322, section 2.2) from the start of `raw`, which has one character for each byte. Throws
 * `too-large` for a header longer than any route makes it.
 */
export function readHeaderFields(raw: string): HeaderFields {
  const head = raw.slice(0, MAX_MAIL_HEADER);
  const none = /^\r?\n/.exec(head);
  const blank = none ?? BLANK_LINE.exec(head);
  if (blank === null && raw.length > MAX_MAIL_HEADER) throw new DocumentError('too-large', 'the header is too long');
  const end = blank === null ? raw.length : blank.index + blank[0].length;
  const fields = new Map<string, string[]>();
  for (const line of unfolded(none === null ? raw.slice(0, blank?.index ?? raw.length) : '')) {
    const name = FIELD.exec(line);
    if (name?.[1] === undefined) continue;
    const key = name[1].toLowerCase();
    const values = fields.get(key) ?? [];
    values.push(line.slice(name[0].length).trim());
    fields.set(key, values);
  }
  return { fields, end };
}

function unfolded(header: string): string[] {
  return header.replace(/\r?\n(?=[ \t])/g, '').split(/\r?\n/);
}

/** The first value of a field as text: encoded words (RFC 2047) decoded, 8-bit characters read as `eightBitText` does. */
export function fieldText({ fields, charset }: HeaderFields, name: string): string | undefined {
  const raw = fields.get(name)?.[0];
  if (raw === undefined) return undefined;
  const text = decodedWords(eightBitText(raw, charset), charset).replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : text;
}

/** A value with bytes beyond ASCII in it, against the standard: as UTF-8 where it is that, else in `charset`, else windows-1252. */
export function eightBitText(raw: string, charset = 'windows-1252'): string {
  if (!/[\u0080-\u00ff]/.test(raw)) return raw;
  const bytes = Buffer.from(raw, 'latin1');
  return decodedAs(isUtf8(bytes) ? 'utf-8' : charset, bytes);
}

/** Bytes in a character set that somebody names; in windows-1252 where nobody knows it. */
export function decodedAs(label: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
