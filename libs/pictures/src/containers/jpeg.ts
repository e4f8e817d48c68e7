import { asFarAsItGoes, type FoundParts, standsAt, viewOf } from '../found-parts.ts';
import { MAX_PHOTOSHOP_BYTES, MAX_RESYNC_BYTES, MAX_SEGMENTS } from '../limits.ts';
import { ExtendedXmp } from '../xmp/extended-xmp.ts';

const EXIF = 'Exif\0';
const XMP = 'http://ns.adobe.com/xap/1.0/\0';
const PHOTOSHOP = 'Photoshop 3.0\0';
const OLD_PHOTOSHOP = 'Adobe_Photoshop2.5:';
const [SOI, EOI, SOS, COM, APP1, APP11, APP13] = [0xd8, 0xd9, 0xda, 0xfe, 0xe1, 0xeb, 0xed];

/** Photoshop resources of all segments, and how many bytes they are. */
type Resources = { readonly pieces: Uint8Array[]; size: number };

/** Reads the marker segments of a JPEG (ITU-T T.81, annex B) up to its image data. */
export function readJpeg(bytes: Uint8Array, parts: FoundParts): void {
  const extended = new ExtendedXmp();
  const resources = { pieces: [] as Uint8Array[], size: 0 };
  asFarAsItGoes(parts.issues, 'truncated-picture', () => walk(bytes, parts, extended, resources));
  const more = extended.joined(parts.xmp[0]);
  if (more !== undefined) parts.xmp.splice(1, 0, more);
  if (resources.pieces.length > 0) parts.photoshop.push(joined(resources.pieces));
}

function walk(bytes: Uint8Array, parts: FoundParts, extended: ExtendedXmp, resources: Resources): void {
  const view = viewOf(bytes);
  let at = 2;
  for (let count = 0; count < MAX_SEGMENTS; count += 1) {
    const start = nextMarker(bytes, at);
    if (bytes[at] !== 0xff && !parts.issues.some(({ code }) => code === 'damaged-segment')) {
      parts.issues.push({ code: 'damaged-segment' });
    }
    if (start === undefined) throw new RangeError();
    const marker = view.getUint8(start);
    if (marker === SOS || marker === EOI) return;
    at = start + 1;
    if (marker === SOI || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) continue;
    const length = view.getUint16(at);
    // A length that leaves the file or is none: what is there is still read, then the next marker sought.
    const segment = bytes.subarray(at + 2, Math.max(at + 2, at + length));
    readSegment(marker, segment, parts, extended, resources);
    at += Math.max(length, 2);
    if (at > bytes.length) throw new RangeError();
  }
}

/** The position of the next marker's code, behind its 0xFF bytes; it may be sought where a segment was broken. */
function nextMarker(bytes: Uint8Array, from: number): number | undefined {
  const end = Math.min(bytes.length, from + MAX_RESYNC_BYTES);
  let at = from;
  while (at < end) {
    while (at < end && bytes[at] !== 0xff) at += 1;
    while (at < end && bytes[at] === 0xff) at += 1;
    const code = bytes[at] ?? 0;
    // Between segments stand markers only; in a broken one 0xFF means something where a known code follows.
    if (at < end && code >= 0xc0 && code !== 0xff) return at;
  }
  return undefined;
}

function readSegment(
  marker: number,
  segment: Uint8Array,
  parts: FoundParts,
  extended: ExtendedXmp,
  resources: Resources,
): void {
  if (isFrame(marker)) readFrame(segment, parts);
  else if (marker === APP1 && standsAt(segment, 0, EXIF)) parts.exif.push(segment.subarray(6));
  else if (marker === APP1 && standsAt(segment, 0, XMP)) parts.xmp.push(segment.subarray(XMP.length));
  else if (marker === APP1) extended.add(segment);
  else if (marker === APP13) readPhotoshop(segment, parts, resources);
  else if (marker === APP11 && standsAt(segment, 12, 'jumb')) parts.contentCredentials = true;
  else if (marker === COM && !parts.texts.has('Comment')) {
    parts.texts.set('Comment', Buffer.from(segment.subarray(0, 2_000)).toString('latin1'));
  }
}

/** SOF0 to SOF15 but for the tables DHT, JPG and DAC among their numbers. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function readFrame(segment: Uint8Array, parts: FoundParts): void {
  if (parts.width !== undefined || segment.length < 5) return;
  const view = viewOf(segment);
  parts.height = view.getUint16(1);
  parts.width = view.getUint16(3);
}

function readPhotoshop(segment: Uint8Array, parts: FoundParts, resources: Resources): void {
  if (resources.size > MAX_PHOTOSHOP_BYTES) return;
  if (standsAt(segment, 0, PHOTOSHOP)) take(segment.subarray(PHOTOSHOP.length), resources);
  else if (standsAt(segment, 0, OLD_PHOTOSHOP)) take(segment.subarray(OLD_PHOTOSHOP.length + 8), resources);
  else if (segment[0] === 0x1c) parts.iim.push(segment);
}

function take(piece: Uint8Array, resources: Resources): void {
  resources.pieces.push(piece);
  resources.size += piece.length;
}

/** Resources may run on from one segment into the next. */
function joined(resources: readonly Uint8Array[]): Uint8Array {
  const [only] = resources;
  return only !== undefined && resources.length === 1 ? only : Buffer.concat(resources);
}
