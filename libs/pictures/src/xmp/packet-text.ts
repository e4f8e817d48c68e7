import { isUtf8 } from 'node:buffer';
import { decodeByEvidence } from '../decode-by-evidence.ts';

/** What XML 1.0 has no place for; tools that strip a property write NULs over it. */
const NO_XML = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

/** Logs and thumbnails of editing tools: long, and nothing about the picture. */
const WORKINGS = ['xmpMM:History', 'photoshop:DocumentAncestors', 'xmp:Thumbnails', 'xmpMM:Ingredients', 'crs:Look'];

/**
 * The text of an XMP packet: UTF-8, UTF-16 or UTF-32 by its first bytes (XMP specification part 1, 7.1), without the
 * padding around it and the logs of editing tools.
 */
export function packetText(bytes: Uint8Array): string {
  const text = decoded(bytes);
  const start = text.indexOf('<');
  const last = text.lastIndexOf('</');
  const end = last < 0 ? 0 : text.indexOf('>', last) + 1;
  if (start < 0) return '';
  return withoutWorkings(text.slice(start, end > start ? end : text.length))
    .replace(NO_XML, ' ')
    .toWellFormed();
}

/** The packet without the first element of each name; a tool writes it once. */
function withoutWorkings(text: string): string {
  let kept = text;
  for (const name of WORKINGS) {
    const start = kept.indexOf(`<${name}>`);
    const end = start < 0 ? -1 : kept.indexOf(`</${name}>`, start);
    if (end > 0) kept = kept.slice(0, start) + kept.slice(end + name.length + 3);
  }
  return kept;
}

function decoded(bytes: Uint8Array): string {
  const [a, b, c, d] = bytes;
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (a === 0xff && b === 0xfe && !(c === 0 && d === 0)) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0x3c && b === 0 && c !== 0) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0 && b === 0x3c && c === 0 && d !== 0) return new TextDecoder('utf-16be').decode(bytes);
  if (a === 0 && b === 0 && (c === 0xfe || d === 0x3c)) return utf32(bytes, false);
  if ((a === 0xff || a === 0x3c) && c === 0 && d === 0) return utf32(bytes, true);
  return isUtf8(bytes)
    ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')
    : decodeByEvidence(bytes);
}

function utf32(bytes: Uint8Array, little: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = '';
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, little);
    if (code !== 0xfeff && code <= 0x10ffff) text += String.fromCodePoint(code);
  }
  return text;
}
