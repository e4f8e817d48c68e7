import { isUtf8 } from 'node:buffer';
import { decodeWords } from 'postal-mime';

const WORD = /=\?([^?*\s]{1,60})(?:\*[^?\s]{0,20})?\?([QB])\?([^?]*)\?=/gi;

/**
 * Decodes the encoded words of a value (RFC 2047). A word in a character set that nobody knows ("unknown-8bit") is
 * UTF-8 where its bytes are that, else in `charset`.
 */
export function decodedWords(text: string, charset = 'windows-1252'): string {
  if (!text.includes('=?')) return text;
  const unknown = new Map<string, boolean>();
  const known = text.replace(WORD, (word, label: string, encoding: string, written: string) => {
    const isUnknown = unknown.get(label) ?? !isKnown(label);
    unknown.set(label, isUnknown);
    if (!isUnknown) return word;
    return `=?${isUtf8(bytesOf(encoding, written)) ? 'utf-8' : charset}?${encoding}?${written}?=`;
  });
  return decodeWords(known);
}

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}

function bytesOf(encoding: string, written: string): Buffer {
  if (/b/i.test(encoding)) return Buffer.from(written, 'base64');
  return Buffer.from(
    written.replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}
