import type { WireFormat } from './format.ts';
import { htmlPage } from './html-page/index.ts';
import { newsmlG2 } from './newsml-g2/index.ts';
import { ninjs } from './ninjs/index.ts';
import { pageText } from './page-text/index.ts';
import { atom, rss } from './syndication/index.ts';

/** The formats known here; of two that are equally sure of a document the first one gets it. */
export const formats: readonly WireFormat[] = [newsmlG2, ninjs, rss, atom, htmlPage, pageText];

/** The media types a sender may declare, of all formats. */
export function mediaTypes(): string[] {
  return [...new Set(formats.flatMap((format) => format.mediaTypes))];
}
