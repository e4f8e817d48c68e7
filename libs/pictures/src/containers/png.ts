import { inflateSync } from 'node:zlib';
import { asFarAsItGoes, type FoundParts, standsAt, viewOf } from '../found-parts.ts';
import { MAX_INFLATED_BYTES, MAX_SEGMENTS, MAX_TEXT_LENGTH, MAX_TEXTS } from '../limits.ts';

const XMP_KEYWORD = 'XML:com.adobe.xmp';
const RAW_PROFILE = /^Raw profile type (exif|APP1|iptc|8bim|xmp)$/;

/** Reads the chunks of a PNG (W3C PNG, 3rd edition, section 11): size, eXIf, texts, XMP, and the profiles ImageMagick writes. */
export function readPng(bytes: Uint8Array, parts: FoundParts): void {
  asFarAsItGoes(parts.issues, 'truncated-picture', () => {
    const view = viewOf(bytes);
    const budget = { texts: MAX_TEXTS };
    let at = 8;
    for (let count = 0; count < MAX_SEGMENTS; count += 1) {
      const length = view.getUint32(at);
      const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
      if (type === 'IEND') return;
      const data = bytes.subarray(at + 8, at + 8 + length);
      readChunk(type, data, parts, budget);
      at += 12 + length;
    }
  });
}

function readChunk(type: string, data: Uint8Array, parts: FoundParts, budget: { texts: number }): void {
  if (type === 'IHDR' && data.length >= 8) {
    parts.width = viewOf(data).getUint32(0);
    parts.height = viewOf(data).getUint32(4);
  } else if (type === 'eXIf') parts.exif.push(data);
  else if (type === 'acTL' && data.length >= 4) parts.animated = viewOf(data).getUint32(0) > 1;
  else if (type === 'caBX') parts.contentCredentials = true;
  else if (/^[tzi](?:TXt|EXt)$/.test(type) && budget.texts > 0) {
    budget.texts -= 1;
    readText(type, data, parts);
  }
}

function readText(type: string, data: Uint8Array, parts: FoundParts): void {
  const end = data.indexOf(0);
  if (end < 1 || end > 79) return;
  const keyword = Buffer.from(data.subarray(0, end)).toString('latin1');
  const content = contentOf(type, data, end + 1);
  if (content === undefined) {
    parts.issues.push({ code: 'damaged-text' });
    return;
  }
  const profile = RAW_PROFILE.exec(keyword)?.[1];
  if (keyword === XMP_KEYWORD) parts.xmp.push(content);
  else if (profile !== undefined) readProfile(profile, content, parts);
  else if (!parts.texts.has(keyword)) {
    const text = Buffer.from(content.subarray(0, MAX_TEXT_LENGTH)).toString(type === 'iTXt' ? 'utf8' : 'latin1');
    parts.texts.set(keyword, text);
  }
}

/** The text of a chunk: iTXt has a flag, a language and a translated keyword before it; zTXt is always compressed. */
function contentOf(type: string, data: Uint8Array, at: number): Uint8Array | undefined {
  if (type === 'tEXt') return data.subarray(at);
  if (type === 'zTXt') return inflated(data.subarray(at + 1));
  const language = data.indexOf(0, at + 2);
  const translated = language < 0 ? -1 : data.indexOf(0, language + 1);
  if (translated < 0) return undefined;
  const content = data.subarray(translated + 1);
  return data[at] === 1 ? inflated(content) : content;
}

function inflated(content: Uint8Array): Uint8Array | undefined {
  try {
    return inflateSync(content, { maxOutputLength: MAX_INFLATED_BYTES });
  } catch {
    return undefined;
  }
}

/** "\niptc\n   1234\n" and then the bytes in hexadecimal, in lines. */
function readProfile(name: string, content: Uint8Array, parts: FoundParts): void {
  const text = Buffer.from(content).toString('latin1');
  const hex = /^\s*\S{1,20}\s+\d{1,9}\s/.exec(text)?.[0];
  if (hex === undefined) return;
  const bytes = Buffer.from(text.slice(hex.length).replace(/\s+/g, ''), 'hex');
  if (name === 'xmp') parts.xmp.push(bytes);
  else if (standsAt(bytes, 0, '8BIM')) parts.photoshop.push(bytes);
  else if (name === 'iptc') parts.iim.push(bytes);
  else if (standsAt(bytes, 0, 'Exif\0')) parts.exif.push(bytes.subarray(6));
  else if (standsAt(bytes, 0, 'http://ns.adobe.com/xap/1.0/\0')) parts.xmp.push(bytes.subarray(29));
}
