import { blockHtml, type Media } from '#contracts';
import { cutHtml } from './html-blocks.ts';
import type { PartedBody } from './parted-body.ts';

const FIGURE = /^<figure/;

/**
 * The HTML of a body as `cutHtml` cuts it, and `media` with a picture added for each `<img>` that isn't among them yet, by its
 * address without the query. The words of a figure are its picture's caption.
 */
export function illustratedHtml(html: string, media: Media[]): PartedBody {
  const known = new Map<string, number>();
  for (const [index, { renditions }] of media.entries()) {
    for (const { href } of renditions) if (href !== undefined) known.set(fileOf(href), index);
  }
  const cut = cutHtml(html, (src, alt) => {
    const found = known.get(fileOf(src));
    if (found !== undefined) {
      const picture = media[found];
      if (picture !== undefined && picture.altText === undefined && alt) picture.altText = alt;
      return found;
    }
    known.set(fileOf(src), media.length);
    const renditions = [{ name: 'original', href: src }];
    return media.push({ type: 'picture', captions: [], ...(alt && { altText: alt }), renditions }) - 1;
  });
  for (const block of cut.body) {
    const { kind, text, media: index } = block;
    const picture = kind === 'media' && index !== undefined ? media[index] : undefined;
    if (picture === undefined || !FIGURE.test(blockHtml(block)) || text === '') continue;
    if (!picture.captions.includes(text)) picture.captions.push(text);
  }
  return cut;
}

/** An address without its query: sizes and signatures stand there. */
export function fileOf(address: string): string {
  return address.replace(/[?#].*$/s, '');
}
