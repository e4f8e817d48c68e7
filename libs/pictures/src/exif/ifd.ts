import { viewOf } from '../found-parts.ts';
import { MAX_IFD_ENTRIES } from '../limits.ts';

/** One entry of a directory: its type, how many values, and their bytes, cut where the file ends. */
export type IfdEntry = { readonly type: number; readonly count: number; readonly bytes: Uint8Array };

/** One directory of a TIFF structure, in its byte order. */
export type Ifd = {
  readonly tiff: Uint8Array;
  readonly little: boolean;
  readonly entries: ReadonlyMap<number, IfdEntry>;
};

/** Bytes of one value by TIFF type number (TIFF 6.0, section 2; 129 is UTF-8 of Exif 3.0). */
const SIZES: Readonly<Record<number, number>> = {
  1: 1,
  2: 1,
  3: 2,
  4: 4,
  5: 8,
  6: 1,
  7: 1,
  8: 2,
  9: 4,
  10: 8,
  11: 4,
  12: 8,
  13: 4,
  129: 1,
};

/** The first directory of a TIFF structure; undefined where the bytes are none. */
export function firstIfd(tiff: Uint8Array): Ifd | undefined {
  if (tiff.length < 8) return undefined;
  const view = viewOf(tiff);
  const order = view.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return undefined;
  const little = order === 0x4949;
  return ifdAt(tiff, little, view.getUint32(4, little));
}

/** The directory that a tag such as 0x8769 (EXIF) or 0x8825 (GPS) points to. */
export function subIfd(ifd: Ifd | undefined, tag: number): Ifd | undefined {
  const at = ifd === undefined ? undefined : ifdNumber(ifd, tag);
  return ifd === undefined || at === undefined ? undefined : ifdAt(ifd.tiff, ifd.little, at);
}

function ifdAt(tiff: Uint8Array, little: boolean, at: number): Ifd | undefined {
  const view = viewOf(tiff);
  if (at < 8 || at + 2 > tiff.length) return undefined;
  const count = Math.min(view.getUint16(at, little), MAX_IFD_ENTRIES);
  const entries = new Map<number, IfdEntry>();
  for (let i = 0; i < count; i += 1) {
    const start = at + 2 + i * 12;
    if (start + 12 > tiff.length) break;
    const tag = view.getUint16(start, little);
    const entry = entryAt(tiff, view, start, little);
    if (entry !== undefined && !entries.has(tag)) entries.set(tag, entry);
  }
  return { tiff, little, entries };
}

function entryAt(tiff: Uint8Array, view: DataView, start: number, little: boolean): IfdEntry | undefined {
  const type = view.getUint16(start + 2, little);
  const count = view.getUint32(start + 4, little);
  const length = (SIZES[type] ?? 0) * count;
  if (length === 0) return undefined;
  const at = length <= 4 ? start + 8 : view.getUint32(start + 8, little);
  return at >= tiff.length ? undefined : { type, count, bytes: tiff.subarray(at, at + length) };
}

/** The entries of a directory by tag number. */
export function exifTags(ifd: Ifd | undefined): ReadonlyMap<number, IfdEntry> {
  return ifd?.entries ?? new Map();
}

/** The first value of a BYTE, SHORT or LONG tag. */
export function ifdNumber(ifd: Ifd, tag: number): number | undefined {
  return ifdNumbers(ifd, tag)[0];
}

/** The values of a BYTE, SHORT or LONG tag, eight at most. */
export function ifdNumbers(ifd: Ifd, tag: number): number[] {
  const entry = ifd.entries.get(tag);
  if (entry === undefined) return [];
  const view = viewOf(entry.bytes);
  const size = SIZES[entry.type] ?? 1;
  const values: number[] = [];
  for (let at = 0; at + size <= entry.bytes.length && values.length < 8; at += size) {
    if (entry.type === 3) values.push(view.getUint16(at, ifd.little));
    else if (entry.type === 4 || entry.type === 13) values.push(view.getUint32(at, ifd.little));
    else if (entry.type === 1) values.push(view.getUint8(at));
    else break;
  }
  return values;
}
