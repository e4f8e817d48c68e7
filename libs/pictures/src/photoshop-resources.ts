import { viewOf } from './found-parts.ts';
import { MAX_RESOURCES } from './limits.ts';

/** What Photoshop keeps that matters here: IIM blocks, and the digest of IIM when it was last in step with XMP. */
export type PhotoshopResources = {
  readonly iim: Uint8Array[];
  /** MD5, 16 bytes. */
  readonly digest?: Uint8Array;
  readonly xmp?: Uint8Array;
  readonly exif?: Uint8Array;
  readonly copyrighted?: boolean;
  readonly url?: string;
  readonly damaged: boolean;
};

const IIM = 0x0404;
const DIGEST = 0x0425;
const [COPYRIGHTED, URL, EXIF, XMP] = [0x040a, 0x040b, 0x0422, 0x0424];
const SIGNATURES = new Set(['8BIM', 'PHUT', 'DCSR', 'AgHg', 'MeSa']);

/** Reads image resource blocks (Adobe Photoshop file formats, "Image resources"); a gap between two is stepped over. */
export function readPhotoshopResources(bytes: Uint8Array): PhotoshopResources {
  const found: { -readonly [K in keyof PhotoshopResources]: PhotoshopResources[K] } = { iim: [], damaged: false };
  const view = viewOf(bytes);
  let at = 0;
  for (let count = 0; count < MAX_RESOURCES && at + 12 <= bytes.length; count += 1) {
    if (!SIGNATURES.has(signatureAt(bytes, at))) {
      const next = nextResource(bytes, at + 1);
      if (bytes.subarray(at, next < 0 ? bytes.length : next).some((byte) => byte !== 0)) found.damaged = true;
      if (next < 0) break;
      at = next;
      continue;
    }
    const id = view.getUint16(at + 4);
    const nameEnd = at + 7 + view.getUint8(at + 6);
    const start = nameEnd + ((nameEnd - at) % 2) + 4;
    if (start > bytes.length) break;
    const length = lengthAt(bytes, id, start);
    const data = bytes.subarray(start, start + length);
    if (data.length < length) found.damaged = true;
    take(id, data, found);
    at = start + length + (length % 2);
  }
  return found;
}

/** Some writers leave the length of IIM at zero: it then ends where the next resource begins. */
function lengthAt(bytes: Uint8Array, id: number, start: number): number {
  const length = viewOf(bytes).getUint32(start - 4);
  if (length > 0 || id !== IIM || bytes[start] !== 0x1c) return length;
  const next = nextResource(bytes, start);
  return (next < 0 ? bytes.length : next) - start;
}

function nextResource(bytes: Uint8Array, from: number): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf('8BIM', from, 'latin1');
}

function signatureAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

function take(
  id: number,
  data: Uint8Array,
  found: { -readonly [K in keyof PhotoshopResources]: PhotoshopResources[K] },
): void {
  if (id === IIM && data.length > 0) found.iim.push(data);
  else if (id === DIGEST && data.length === 16) found.digest ??= data;
  else if (id === XMP) found.xmp ??= data;
  else if (id === EXIF) found.exif ??= data;
  else if (id === COPYRIGHTED) found.copyrighted ??= data[0] === 1;
  else if (id === URL) found.url ??= Buffer.from(data.subarray(0, 2_000)).toString('latin1');
}
