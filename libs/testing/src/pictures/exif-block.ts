/** A tag of an EXIF directory: number, TIFF type, and its value as text, numbers or bytes. */
export type ExifTag = readonly [tag: number, type: number, value: string | readonly number[] | Buffer];

/** The directories of an EXIF block; `main` may hold what belongs to a TIFF file as well. */
export type ExifDirectories = {
  readonly main?: readonly ExifTag[];
  readonly photo?: readonly ExifTag[];
  readonly gps?: readonly ExifTag[];
};

const SIZES: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 129: 1 };

/** Writes a TIFF structure as Exif 2.32 lays it out; `order` is `II` (little-endian) or `MM`. */
export function exifBlock(directories: ExifDirectories, order: 'II' | 'MM' = 'II'): Buffer {
  const little = order === 'II';
  const parts: Buffer[] = [Buffer.concat([Buffer.from(order), number(42, 2, little), number(8, 4, little)])];
  const { main = [], photo, gps } = directories;
  // The sizes of the directories are known beforehand, so that the main one can point to the others.
  const pointers: ExifTag[] = [];
  const mainSize = directory([...main, ...dummies(photo, gps)], 8, little).length;
  const photoBytes = photo && directory(photo, 8 + mainSize, little);
  if (photoBytes !== undefined) pointers.push([0x8769, 4, [8 + mainSize]]);
  const gpsStart = 8 + mainSize + (photoBytes?.length ?? 0);
  if (gps !== undefined) pointers.push([0x8825, 4, [gpsStart]]);
  parts.push(directory([...main, ...pointers], 8, little));
  if (photoBytes !== undefined) parts.push(photoBytes);
  if (gps !== undefined) parts.push(directory(gps, gpsStart, little));
  return Buffer.concat(parts);
}

function dummies(...pointed: readonly (readonly ExifTag[] | undefined)[]): ExifTag[] {
  return pointed.filter((tags) => tags !== undefined).map(() => [0x8769, 4, [0]]);
}

function directory(tags: readonly ExifTag[], start: number, little: boolean): Buffer {
  const entries: Buffer[] = [number(tags.length, 2, little)];
  const values: Buffer[] = [];
  let at = start + 2 + tags.length * 12 + 4;
  for (const [tag, type, value] of tags) {
    const bytes = bytesOf(type, value, little);
    const count = bytes.length / (SIZES[type] ?? 1);
    const head = [number(tag, 2, little), number(type, 2, little), number(count, 4, little)];
    if (bytes.length <= 4) entries.push(...head, Buffer.concat([bytes, Buffer.alloc(4 - bytes.length)]));
    else {
      entries.push(...head, number(at, 4, little));
      values.push(bytes);
      at += bytes.length;
    }
  }
  return Buffer.concat([...entries, number(0, 4, little), ...values]);
}

function bytesOf(type: number, value: ExifTag[2], little: boolean): Buffer {
  if (Buffer.isBuffer(value)) return value;
  if (typeof value === 'string') return Buffer.from(`${value}\0`);
  const size = type === 5 ? 4 : (SIZES[type] ?? 1);
  return Buffer.concat(value.map((one) => number(one, size, little)));
}

function number(value: number, size: number, little: boolean): Buffer {
  const bytes = Buffer.alloc(size);
  if (little) bytes.writeUIntLE(value, 0, size);
  else bytes.writeUIntBE(value, 0, size);
  return bytes;
}
