import { viewOf } from '../found-parts.ts';
import { MAX_ITEMS } from '../limits.ts';
import { type Box, boxesIn } from './iso-boxes.ts';

/** An item that the metadata names: `Exif`, or `mime` with its media type. */
export type ItemInfo = { readonly id: number; readonly type: string; readonly contentType: string };

/** The entries of `iinf` (ISO/IEC 14496-12, 8.11.6), of versions 2 and 3 as HEIF demands. */
export function itemInfos(bytes: Uint8Array, box: Box | undefined): ItemInfo[] {
  if (box === undefined) return [];
  const view = viewOf(bytes);
  const first = box.start + (view.getUint8(box.start) === 0 ? 6 : 8);
  return boxesIn(bytes, first, box.end, MAX_ITEMS).flatMap((entry) => {
    const version = view.getUint8(entry.start);
    if (entry.type !== 'infe' || version < 2) return [];
    const wide = version > 2;
    const id = wide ? view.getUint32(entry.start + 4) : view.getUint16(entry.start + 4);
    const at = entry.start + (wide ? 10 : 8);
    const type = String.fromCharCode(...bytes.subarray(at, at + 4));
    const [, contentType = ''] = Buffer.from(bytes.subarray(at + 4, Math.min(entry.end, at + 500)))
      .toString('latin1')
      .split('\0');
    return [{ id, type, contentType }];
  });
}
