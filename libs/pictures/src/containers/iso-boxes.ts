import { viewOf } from '../found-parts.ts';

/** A box of an ISO base media file: its four-character type, and where its content lies. */
export type Box = { readonly type: string; readonly start: number; readonly end: number };

/** The boxes between two offsets, in order (ISO/IEC 14496-12, 4.2). One that runs over the end is cut there. */
export function boxesIn(bytes: Uint8Array, from: number, to: number, most: number): Box[] {
  const view = viewOf(bytes);
  const boxes: Box[] = [];
  let at = from;
  while (at + 8 <= to && boxes.length < most) {
    const size = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const wide = size === 1;
    const length = wide ? Number(view.getBigUint64(at + 8)) : size === 0 ? to - at : size;
    const start = at + (wide ? 16 : 8);
    if (length < start - at) break;
    boxes.push({ type, start, end: Math.min(at + length, to) });
    at += length;
  }
  return boxes;
}

export function boxNamed(boxes: readonly Box[], type: string): Box | undefined {
  return boxes.find((box) => box.type === type);
}

/** Where the content of a full box begins, behind version and flags. */
export function fullBox(box: Box): number {
  return box.start + 4;
}
