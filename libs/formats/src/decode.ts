import { isUtf8 } from 'node:buffer';
import { DocumentError } from './document-error.ts';
import type { Text } from './format.ts';

const HEAD = 256;
const XML_DECLARATION = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']/;

/** The declaration of an HTML page, in its first 1,024 bytes (HTML, section 4.2.5.4). */
const META_CHARSET = /<meta\b[^<>]{0,200}?\bcharset\s*=\s*["']?\s*([A-Za-z0-9._:-]{1,40})/i;
const META_HEAD = 1024;

/**
 * Bytes as text. The evidence decides before the declaration: a byte order mark or the pattern of UTF-16, then valid
 * UTF-8, then what the sender, the XML or the HTML declares; undeclared bytes that are no UTF-8 are read as windows-1252, except
 * JSON, which has to be UTF-8 (RFC 8259, section 8.1). Throws `empty-document` or `wrong-encoding`.
 */
export function decode(bytes: Uint8Array, declared?: string): Text {
  const marked = encodingByPattern(bytes);
  const found = marked === undefined ? decodeUnmarked(bytes, declared) : decodeAs(bytes, marked);
  if (found.text.includes('\0')) throw new DocumentError('wrong-encoding', 'the document contains a NUL character');
  if (found.text.trim() === '') throw new DocumentError('empty-document');
  return found;
}

/** Text without lone surrogates, which JSON escapes can make: each becomes U+FFFD. */
export function wellFormed(text: string): string {
  return text.isWellFormed() ? text : text.toWellFormed();
}

function decodeUnmarked(bytes: Uint8Array, declared: string | undefined): Text {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(HEAD, bytes.byteLength)).toString('latin1');
  const label = declared ?? XML_DECLARATION.exec(head)?.[1] ?? metaCharset(bytes);
  if (isUtf8(bytes) && !hasEscapes(label)) return decodeAs(bytes, 'utf-8');
  const json = /^\s*[[{]/.test(head);
  if (json || /^utf-?8$/i.test(label ?? '')) throw new DocumentError('wrong-encoding', 'the bytes are not valid UTF-8');
  return decodeAs(bytes, label ?? 'windows-1252');
}

function metaCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(META_HEAD, bytes.byteLength)).toString('latin1');
  return /^\s*</.test(head) ? META_CHARSET.exec(head)?.[1] : undefined;
}

/** UTF-16 by its byte order mark, or by the zero bytes around a first `<`, `{` or `[`. */
function encodingByPattern(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (second === 0 && isOpening(first)) return 'utf-16le';
  if (first === 0 && isOpening(second)) return 'utf-16be';
  return undefined;
}

const isOpening = (byte: number | undefined): boolean => byte === 0x3c || byte === 0x7b || byte === 0x5b;

/** Character sets that hide other characters behind ASCII bytes, so that valid UTF-8 proves nothing. */
const hasEscapes = (label: string | undefined): boolean => label !== undefined && /^(?:iso-2022|hz)/i.test(label);

function decodeAs(bytes: Uint8Array, label: string): Text {
  const decoder = decoderOf(label);
  try {
    return { text: decoder.decode(bytes), charset: decoder.encoding };
  } catch {
    throw new DocumentError('wrong-encoding', `the bytes are not valid ${decoder.encoding}`);
  }
}

function decoderOf(label: string) {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    throw new DocumentError('wrong-encoding', 'the declared character set is not known');
  }
}
