import { cleanText } from '../clean-text.ts';
import { decodeByEvidence } from '../decode-by-evidence.ts';
import { MAX_TEXT_LENGTH } from '../limits.ts';
import type { Ifd } from './ifd.ts';

const [ASCII, BYTE, UNDEFINED, UTF8] = [2, 1, 7, 129];

/**
 * An ASCII or UTF-8 tag: up to its first NUL, or with NULs as `separator`. ASCII is what cameras and editors made of
 * it: UTF-8 where it is valid, else a character set by evidence.
 */
export function exifText(ifd: Ifd | undefined, tag: number, separator?: string): string | undefined {
  const entry = ifd?.entries.get(tag);
  if (entry === undefined || ![ASCII, BYTE, UNDEFINED, UTF8].includes(entry.type)) return undefined;
  const bytes = entry.bytes.subarray(0, MAX_TEXT_LENGTH);
  const end = bytes.indexOf(0);
  if (separator === undefined) return cleanText(decodeByEvidence(end < 0 ? bytes : bytes.subarray(0, end)));
  return cleanText(decodeByEvidence(bytes).replace(/\0+$/, '').replaceAll('\0', separator));
}

/** XPTitle, XPComment, XPAuthor, XPKeywords, XPSubject: UTF-16, little-endian whatever the order of the file. */
export function windowsText(ifd: Ifd | undefined, tag: number): string | undefined {
  const entry = ifd?.entries.get(tag);
  if (entry === undefined) return undefined;
  const bytes = Buffer.from(entry.bytes.subarray(0, MAX_TEXT_LENGTH));
  return cleanText(bytes.toString('utf16le').replace(/\0.*$/su, ''));
}

/** UserComment: eight bytes name the character code, then the text (4.6.6.4.2). */
export function userComment(ifd: Ifd | undefined): string | undefined {
  const entry = ifd?.entries.get(0x9286);
  if (ifd === undefined || entry === undefined || entry.bytes.length < 9) return undefined;
  const code = Buffer.from(entry.bytes.subarray(0, 8)).toString('latin1');
  const bytes = entry.bytes.subarray(8, MAX_TEXT_LENGTH);
  if (code.startsWith('UNICODE')) {
    return cleanText(new TextDecoder(ifd.little ? 'utf-16le' : 'utf-16be').decode(bytes).replace(/\0.*$/su, ''));
  }
  return code.startsWith('ASCII') ? cleanText(decodeByEvidence(bytes).replace(/\0.*$/su, '')) : undefined;
}
