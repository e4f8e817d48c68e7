import type { Exif } from '../exif/exif.ts';
import type { Iim } from '../iim/iim.ts';
import { textOf, textsOf, type XmpValue } from '../xmp/xmp-value.ts';

/** The three standards side by side, and what the container says in texts of its own. */
export type Sources = {
  readonly exif: Exif | undefined;
  readonly iim: Iim | undefined;
  readonly xmp: (property: string) => XmpValue | undefined;
  readonly texts: ReadonlyMap<string, string>;
  /** IIM was changed by a tool that left XMP alone: its digest isn't the one noted when both were in step. */
  readonly iimWins: boolean;
};

/** A property that IIM and XMP both know; `limit` are the bytes that IIM has room for. */
export type SharedProperty = { readonly iim: string; readonly limit: number; readonly xmp: string };

/**
 * A text of IIM or XMP, as the Metadata Working Group's guidelines 2.0 (section 3) decide: XMP, unless IIM was changed
 * behind its back. A text that IIM had to cut off is never preferred to the whole one.
 */
export function sharedText(sources: Sources, property: SharedProperty): string | undefined {
  const iim = sources.iim?.first(property.iim);
  const xmp = textOf(sources.xmp(property.xmp));
  if (xmp === undefined || iim === undefined) return xmp ?? iim;
  return sources.iimWins && !isCutOff(iim, xmp, property.limit) ? iim : xmp;
}

/** As {@link sharedText}, for a property with many values: all of one standard, never a mixture. */
export function sharedTexts(sources: Sources, property: SharedProperty): string[] {
  const iim = [...(sources.iim?.all(property.iim) ?? [])];
  const xmp = textsOf(sources.xmp(property.xmp));
  if (xmp.length === 0 || iim.length === 0) return distinct([...xmp, ...iim]);
  const cut = iim.every((text, index) => text === xmp[index] || isCutOff(text, xmp[index] ?? '', property.limit));
  return distinct(sources.iimWins && !cut ? iim : xmp);
}

/** The last character may have needed up to four bytes and been dropped. */
function isCutOff(iim: string, xmp: string, limit: number): boolean {
  return xmp.length > iim.length && Buffer.byteLength(iim) > limit - 4 && xmp.startsWith(iim.slice(0, -1));
}

export function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
