import type { BinaryFormat, WireFormat } from './format.ts';
import { newsmlG2 } from './newsml-g2/index.ts';
import { ninjs } from './ninjs/index.ts';
import { pageText } from './page-text/index.ts';
import { picture } from './picture/index.ts';

/** The formats known here; of two that are equally sure of a document the first one gets it. */
export const formats: readonly WireFormat[] = [newsmlG2, ninjs, pageText];

/** The formats known by their first bytes; these are looked at before the bytes are taken for text. */
export const binaryFormats: readonly BinaryFormat[] = [picture];

/** The media types a sender may declare, of all formats. */
export function mediaTypes(): string[] {
  return [...new Set([...formats, ...binaryFormats].flatMap((format) => format.mediaTypes))];
}
