import { asFarAsItGoes, type FoundParts, standsAt, viewOf } from '../found-parts.ts';
import { MAX_SEGMENTS } from '../limits.ts';

const ANIMATION_FLAG = 0x02;

/** Reads the chunks of a WebP (RFC 9649): canvas or frame size, EXIF, XMP. */
export function readWebp(bytes: Uint8Array, parts: FoundParts): void {
  asFarAsItGoes(parts.issues, 'truncated-picture', () => {
    const view = viewOf(bytes);
    let at = 12;
    for (let count = 0; count < MAX_SEGMENTS && at < bytes.length; count += 1) {
      const type = String.fromCharCode(...bytes.subarray(at, at + 4));
      const length = view.getUint32(at + 4, true);
      readChunk(type, bytes.subarray(at + 8, at + 8 + length), parts);
      at += 8 + length + (length % 2);
      if (at > bytes.length + 1) throw new RangeError();
    }
  });
}

function readChunk(type: string, data: Uint8Array, parts: FoundParts): void {
  if (type === 'EXIF') parts.exif.push(standsAt(data, 0, 'Exif\0') ? data.subarray(6) : data);
  else if (type === 'XMP ') parts.xmp.push(data);
  else if (type === 'C2PA') parts.contentCredentials = true;
  else if (type === 'VP8X') readCanvas(data, parts);
  else if (type === 'VP8 ' && parts.width === undefined) readLossy(data, parts);
  else if (type === 'VP8L' && parts.width === undefined) readLossless(data, parts);
}

function readCanvas(data: Uint8Array, parts: FoundParts): void {
  const view = viewOf(data);
  parts.width = (view.getUint32(3, true) >>> 8) + 1;
  parts.height = (view.getUint32(6, true) >>> 8) + 1;
  if ((view.getUint8(0) & ANIMATION_FLAG) !== 0) parts.animated = true;
}

/** Frame header of VP8 (RFC 6386, 9.1): three bytes, a start code, then 14 bits each. */
function readLossy(data: Uint8Array, parts: FoundParts): void {
  if (data[3] !== 0x9d || data[4] !== 0x01 || data[5] !== 0x2a) return;
  const view = viewOf(data);
  parts.width = view.getUint16(6, true) & 0x3fff;
  parts.height = view.getUint16(8, true) & 0x3fff;
}

function readLossless(data: Uint8Array, parts: FoundParts): void {
  if (data[0] !== 0x2f) return;
  const bits = viewOf(data).getUint32(1, true);
  parts.width = (bits & 0x3fff) + 1;
  parts.height = ((bits >>> 14) & 0x3fff) + 1;
}
