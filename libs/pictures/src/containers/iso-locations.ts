import { viewOf } from '../found-parts.ts';
import { MAX_EXTENTS, MAX_ITEMS, MAX_XMP_BYTES } from '../limits.ts';
import type { Box } from './iso-boxes.ts';

/** The bytes of an item by `iloc` (ISO/IEC 14496-12, 8.11.3), its extents joined: in the file, or in `idat`. */
export function itemBytes(
  bytes: Uint8Array,
  box: Box | undefined,
  idat: Box | undefined,
  wanted: number,
): Uint8Array | undefined {
  if (box === undefined) return undefined;
  const read = numbersFrom(viewOf(bytes), box.start);
  const version = read(1);
  read(3);
  const sizes = read(2);
  const [offsetSize, lengthSize, baseSize, indexSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15, sizes & 15];
  const count = Math.min(read(version < 2 ? 2 : 4), MAX_ITEMS);
  let budget = MAX_EXTENTS;
  for (let i = 0; i < count; i += 1) {
    const id = read(version < 2 ? 2 : 4);
    const method = version > 0 ? read(2) & 15 : 0;
    read(2);
    const base = read(baseSize);
    const extents = read(2);
    const pieces: Uint8Array[] = [];
    budget -= extents;
    // Extents whose numbers have no bytes would cost time and nothing else.
    if (budget < 0) return undefined;
    for (let j = 0; j < extents; j += 1) {
      if (version > 0) read(indexSize);
      const offset = base + read(offsetSize);
      const length = read(lengthSize);
      if (id === wanted) pieces.push(extent(bytes, method === 1 ? idat : undefined, offset, length));
    }
    if (id === wanted) return method > 1 ? undefined : Buffer.concat(pieces).subarray(0, MAX_XMP_BYTES);
  }
  return undefined;
}

function extent(bytes: Uint8Array, idat: Box | undefined, offset: number, length: number): Uint8Array {
  const start = (idat?.start ?? 0) + offset;
  const end = length === 0 ? (idat?.end ?? bytes.length) : start + length;
  return bytes.subarray(start, Math.min(end, start + MAX_XMP_BYTES));
}

/** Reads one number after the other, each of 0, 1, 2, 3, 4 or 8 bytes. */
function numbersFrom(view: DataView, from: number): (size: number) => number {
  let at = from;
  return (size) => {
    let value = 0;
    for (let i = 0; i < size; i += 1) value = value * 256 + view.getUint8(at + i);
    at += size;
    return value;
  };
}
