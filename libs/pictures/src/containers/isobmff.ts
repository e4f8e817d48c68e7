import { asFarAsItGoes, type FoundParts, viewOf } from '../found-parts.ts';
import { MAX_BOXES, MAX_ITEMS, MAX_METADATA_ITEMS } from '../limits.ts';
import { type Box, boxesIn, boxNamed, fullBox } from './iso-boxes.ts';
import { type ItemInfo, itemInfos } from './iso-items.ts';
import { itemBytes } from './iso-locations.ts';

const C2PA = 'd8fec3d61b0e483c92975828877ec481';

/** Reads the `meta` box of an AVIF or HEIF file (ISO/IEC 14496-12, 23008-12): size and metadata items. */
export function readIsoMedia(bytes: Uint8Array, parts: FoundParts): void {
  asFarAsItGoes(parts.issues, 'truncated-picture', () => {
    const top = boxesIn(bytes, 0, bytes.length, MAX_BOXES);
    const meta = boxNamed(top, 'meta');
    if (top.some(({ type }) => type === 'moov')) parts.animated = true;
    if (top.some(({ type, start }) => type === 'uuid' && hexAt(bytes, start) === C2PA)) parts.contentCredentials = true;
    if (meta === undefined) throw new RangeError();
    const inner = boxesIn(bytes, fullBox(meta), meta.end, MAX_BOXES);
    readSize(bytes, inner, parts);
    const items = itemInfos(bytes, boxNamed(inner, 'iinf')).filter((item) => item.type === 'Exif' || isXmp(item));
    for (const item of items.slice(0, MAX_METADATA_ITEMS)) readItem(bytes, inner, item, parts);
  });
}

function hexAt(bytes: Uint8Array, at: number): string {
  return Buffer.from(bytes.subarray(at, at + 16)).toString('hex');
}

/** The size of the primary item: of its `ispe` property, else of the largest one. */
function readSize(bytes: Uint8Array, inner: readonly Box[], parts: FoundParts): void {
  const properties = boxNamed(inner, 'iprp');
  if (properties === undefined) return;
  const boxes = boxesIn(bytes, properties.start, properties.end, MAX_BOXES);
  const container = boxNamed(boxes, 'ipco');
  if (container === undefined) return;
  const all = boxesIn(bytes, container.start, container.end, MAX_BOXES);
  const own = propertiesOf(bytes, boxNamed(boxes, 'ipma'), primaryItem(bytes, boxNamed(inner, 'pitm')));
  const sizes = all.flatMap((box, index) => (box.type === 'ispe' ? [{ ...sizeOf(bytes, box), index: index + 1 }] : []));
  const mine = sizes.find(({ index }) => own.has(index));
  const size = mine ?? sizes.sort((a, b) => b.width * b.height - a.width * a.height)[0];
  if (size === undefined) return;
  parts.width = size.width;
  parts.height = size.height;
}

function sizeOf(bytes: Uint8Array, box: Box): { width: number; height: number } {
  const view = viewOf(bytes);
  return { width: view.getUint32(box.start + 4), height: view.getUint32(box.start + 8) };
}

function primaryItem(bytes: Uint8Array, box: Box | undefined): number | undefined {
  if (box === undefined) return undefined;
  const view = viewOf(bytes);
  return view.getUint8(box.start) === 0 ? view.getUint16(box.start + 4) : view.getUint32(box.start + 4);
}

/** The numbers, from 1, of the properties that `ipma` ties to an item. */
function propertiesOf(bytes: Uint8Array, box: Box | undefined, item: number | undefined): ReadonlySet<number> {
  const own = new Set<number>();
  if (box === undefined || item === undefined) return own;
  const view = viewOf(bytes);
  const wideIds = view.getUint8(box.start) > 0;
  const wideIndexes = (view.getUint8(box.start + 3) & 1) === 1;
  const entries = Math.min(view.getUint32(box.start + 4), MAX_ITEMS);
  let at = box.start + 8;
  for (let i = 0; i < entries && at < box.end; i += 1) {
    const id = wideIds ? view.getUint32(at) : view.getUint16(at);
    at += wideIds ? 4 : 2;
    const count = view.getUint8(at);
    at += 1;
    for (let j = 0; j < count; j += 1) {
      const index = wideIndexes ? view.getUint16(at) & 0x7fff : view.getUint8(at) & 0x7f;
      at += wideIndexes ? 2 : 1;
      if (id === item) own.add(index);
    }
  }
  return own;
}

function isXmp({ type, contentType }: ItemInfo): boolean {
  return type === 'mime' && contentType === 'application/rdf+xml';
}

function readItem(bytes: Uint8Array, inner: readonly Box[], item: ItemInfo, parts: FoundParts): void {
  const data = itemBytes(bytes, boxNamed(inner, 'iloc'), boxNamed(inner, 'idat'), item.id);
  if (data === undefined) parts.issues.push({ code: 'damaged-item' });
  else if (isXmp(item)) parts.xmp.push(data);
  // Four bytes say how far the TIFF header is from here (23008-12, A.2.1).
  else if (data.length > 8) parts.exif.push(data.subarray(4 + viewOf(data).getUint32(0)));
}
