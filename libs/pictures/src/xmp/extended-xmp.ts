import { standsAt, viewOf } from '../found-parts.ts';
import { MAX_XMP_BYTES } from '../limits.ts';

const HEADER = 'http://ns.adobe.com/xmp/extension/\0';
const GUID_LENGTH = 32;

/** Gathers extended XMP, which is cut over JPEG segments in any order (XMP specification part 3, 1.1.3.1). */
export class ExtendedXmp {
  readonly #packets = new Map<string, { readonly bytes: Uint8Array; filled: number }>();

  /** Takes a segment if it is a piece of extended XMP: GUID, length of the whole, offset of the piece. */
  add(segment: Uint8Array): void {
    const start = HEADER.length + GUID_LENGTH + 8;
    if (!standsAt(segment, 0, HEADER) || segment.length < start) return;
    const view = viewOf(segment);
    const length = view.getUint32(start - 8);
    const offset = view.getUint32(start - 4);
    const guid = Buffer.from(segment.subarray(HEADER.length, HEADER.length + GUID_LENGTH)).toString('latin1');
    // Packets this long hold depth maps and thumbnails; nothing an editor wrote.
    if (length > MAX_XMP_BYTES || this.#packets.size > 4) return;
    const packet = this.#packets.get(guid) ?? { bytes: new Uint8Array(length), filled: 0 };
    this.#packets.set(guid, packet);
    const piece = segment.subarray(start);
    if (offset + piece.length > packet.bytes.length) return;
    packet.bytes.set(piece, offset);
    packet.filled += piece.length;
  }

  /** The packet that the main one names in `xmpNote:HasExtendedXMP`, if it is whole. */
  joined(main: Uint8Array | undefined): Uint8Array | undefined {
    if (main === undefined || this.#packets.size === 0) return undefined;
    const text = Buffer.from(main).toString('latin1');
    for (const [guid, { bytes, filled }] of this.#packets) {
      if (filled >= bytes.length && text.includes(guid)) return bytes;
    }
    return undefined;
  }
}
