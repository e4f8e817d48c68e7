import type { Issue } from '#contracts';

/** The parts of a picture file that say something of it, cut out of their container and not read yet. */
export type FoundParts = {
  /** Pixels as stored, before any rotation. */
  width?: number;
  height?: number;
  /** More than one frame. */
  animated?: boolean;
  /** EXIF blocks, each a whole TIFF structure. */
  readonly exif: Uint8Array[];
  /** XMP packets in the order of their weight; extended XMP is joined already. */
  readonly xmp: Uint8Array[];
  /** Photoshop image resources, all segments joined. */
  readonly photoshop: Uint8Array[];
  /** IIM that stands by itself, without Photoshop resources around it. */
  readonly iim: Uint8Array[];
  /** Texts of the container itself by their name: chunks of a PNG, comments of a JPEG. */
  readonly texts: Map<string, string>;
  /** A C2PA manifest is in the file. */
  contentCredentials?: boolean;
  readonly issues: Issue[];
};

export function noParts(): FoundParts {
  return { exif: [], xmp: [], photoshop: [], iim: [], texts: new Map(), issues: [] };
}

/** Runs a reader that may run off the end of its bytes: what it found stays, and the fault becomes an issue. */
export function asFarAsItGoes(issues: Issue[], code: string, read: () => void): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    if (!issues.some((issue) => issue.code === code)) issues.push({ code });
  }
}

/** A view for reading numbers; reading past its end throws a `RangeError`. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** True where ASCII `text` stands at `at`. */
export function standsAt(bytes: Uint8Array, at: number, text: string): boolean {
  if (at < 0 || at + text.length > bytes.length) return false;
  for (let i = 0; i < text.length; i += 1) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}
