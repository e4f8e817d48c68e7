import { viewOf } from '../found-parts.ts';
import { MAX_DATASETS } from '../limits.ts';

/** The values of IIM by record and dataset (`2:120`), in order, as bytes. */
export type Datasets = { readonly values: ReadonlyMap<string, readonly Uint8Array[]>; readonly damaged: boolean };

const TAG = 0x1c;

/** Cuts IIM (IPTC-IIM 4.2, chapter 1.6) into its datasets. Where none begins, the next one is sought. */
export function readDatasets(bytes: Uint8Array): Datasets {
  const values = new Map<string, Uint8Array[]>();
  const view = viewOf(bytes);
  let damaged = false;
  let at = 0;
  for (let count = 0; count < MAX_DATASETS && at + 5 <= bytes.length; count += 1) {
    if (!beginsAt(bytes, at)) {
      const next = nextDataset(bytes, at + 1);
      if (bytes.subarray(at, next ?? bytes.length).some((byte) => byte !== 0)) damaged = true;
      if (next === undefined || next + 5 > bytes.length) break;
      at = next;
    }
    const { start, length } = extentAt(view, at);
    const key = `${bytes[at + 1]}:${bytes[at + 2]}`;
    // A length beyond the end, or over the head of the next dataset where that is the last: what is there is taken.
    if (start + length > bytes.length) damaged = true;
    const list = values.get(key) ?? [];
    list.push(bytes.subarray(start, start + length));
    values.set(key, list);
    at = start + length;
  }
  return { values, damaged };
}

/** Records 1 to 9 exist. */
function beginsAt(bytes: Uint8Array, at: number): boolean {
  const record = bytes[at + 1] ?? 0;
  return bytes[at] === TAG && record >= 1 && record <= 9;
}

function nextDataset(bytes: Uint8Array, from: number): number | undefined {
  for (let at = bytes.indexOf(TAG, from); at >= 0; at = bytes.indexOf(TAG, at + 1)) if (beginsAt(bytes, at)) return at;
  return undefined;
}

/** Two bytes of length; with their first bit set they say how many bytes of length follow. */
function extentAt(view: DataView, at: number): { start: number; length: number } {
  const short = view.getUint16(at + 3);
  if (short < 0x8000) return { start: at + 5, length: short };
  const size = short & 0x7fff;
  let length = 0;
  for (let i = 0; i < Math.min(size, 4) && at + 5 + i < view.byteLength; i += 1) {
    length = length * 256 + view.getUint8(at + 5 + i);
  }
  return { start: at + 5 + Math.min(size, 4), length };
}
