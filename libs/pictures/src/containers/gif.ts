import { asFarAsItGoes, type FoundParts, standsAt, viewOf } from '../found-parts.ts';
import { MAX_SEGMENTS, MAX_TEXT_LENGTH } from '../limits.ts';

const [EXTENSION, IMAGE, APPLICATION, COMMENT] = [0x21, 0x2c, 0xff, 0xfe];
/** Behind an XMP packet stand 256 bytes that lead a reader of sub-blocks to their end (XMP specification part 3, 1.1.2). */
const XMP_TRAILER = 258;

/** Reads the blocks of a GIF (89a): size, whether it moves, comment, XMP. */
export function readGif(bytes: Uint8Array, parts: FoundParts): void {
  asFarAsItGoes(parts.issues, 'truncated-picture', () => {
    const view = viewOf(bytes);
    parts.width = view.getUint16(6, true);
    parts.height = view.getUint16(8, true);
    let at = 13 + colourTable(view.getUint8(10));
    let images = 0;
    for (let count = 0; count < MAX_SEGMENTS; count += 1) {
      const block = view.getUint8(at);
      if (block === IMAGE) {
        images += 1;
        if (images > 1) parts.animated = true;
        at = afterBlocks(view, at + 11 + colourTable(view.getUint8(at + 9)));
      } else if (block === EXTENSION) at = readExtension(bytes, view, at, parts);
      else return;
    }
  });
}

function colourTable(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 0x07) + 1);
}

function afterBlocks(view: DataView, from: number): number {
  let at = from;
  for (let size = view.getUint8(at); size > 0; size = view.getUint8(at)) at += size + 1;
  return at + 1;
}

function readExtension(bytes: Uint8Array, view: DataView, at: number, parts: FoundParts): number {
  const label = view.getUint8(at + 1);
  const end = afterBlocks(view, at + 2);
  if (label === APPLICATION && standsAt(bytes, at + 3, 'XMP DataXMP')) {
    parts.xmp.push(bytes.subarray(at + 14, Math.max(at + 14, end - XMP_TRAILER)));
  } else if (label === COMMENT && !parts.texts.has('Comment')) {
    const text = bytes.subarray(at + 3, Math.min(end - 1, at + 3 + MAX_TEXT_LENGTH));
    parts.texts.set('Comment', Buffer.from(text).toString('latin1'));
  }
  return end;
}
