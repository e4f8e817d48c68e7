import { exifTags, firstIfd, type Ifd, ifdNumber } from '../exif/ifd.ts';
import { asFarAsItGoes, type FoundParts } from '../found-parts.ts';

const TAGS = { width: 256, height: 257, xmp: 700, iim: 33723, photoshop: 34377 } as const;

/** Reads the first directory of a TIFF 6.0: size, and its metadata tags; the file itself is the EXIF structure. */
export function readTiff(bytes: Uint8Array, parts: FoundParts): void {
  parts.exif.push(bytes);
  asFarAsItGoes(parts.issues, 'truncated-picture', () => {
    const ifd = firstIfd(bytes);
    if (ifd === undefined) throw new RangeError();
    const width = ifdNumber(ifd, TAGS.width);
    const height = ifdNumber(ifd, TAGS.height);
    if (width !== undefined) parts.width = width;
    if (height !== undefined) parts.height = height;
    const xmp = bytesOf(ifd, TAGS.xmp);
    const photoshop = bytesOf(ifd, TAGS.photoshop);
    const iim = bytesOf(ifd, TAGS.iim);
    if (xmp !== undefined) parts.xmp.push(xmp);
    if (photoshop !== undefined) parts.photoshop.push(photoshop);
    if (iim !== undefined) parts.iim.push(iim);
  });
}

/** IIM is often typed as LONG, and some writers then swap its bytes: a dataset begins with 0x1C. */
function bytesOf(ifd: Ifd, tag: number): Uint8Array | undefined {
  const entry = exifTags(ifd).get(tag);
  if (entry === undefined) return undefined;
  if (tag !== TAGS.iim || entry.bytes[0] === 0x1c || entry.bytes[3] !== 0x1c) return entry.bytes;
  return Buffer.from(entry.bytes.subarray(0, entry.bytes.length - (entry.bytes.length % 4))).swap32();
}
