import type { Block, Media } from '#contracts';
import { escapeHtml } from '../escape-html.ts';
import { fileAddress } from '../news-markup.ts';

/** The block that stands in a text for one of the story's media: its picture, where it has a public address, and its caption. */
export function mediaBlock(media: Media, index: number): Block {
  const caption = media.captions.join(' ');
  const href = media.type === 'picture' || media.type === 'graphic' ? pictureAddress(media) : undefined;
  const alt = media.altText === undefined ? '' : ` alt="${escapeHtml(media.altText)}"`;
  const image = href === undefined ? '' : `<img src="${escapeHtml(href)}"${alt}>`;
  const figcaption = caption === '' ? '' : `<figcaption>${escapeHtml(caption)}</figcaption>`;
  return { kind: 'media', html: `<figure>${image}${figcaption}</figure>`, text: caption, media: index };
}

function pictureAddress({ renditions }: Media): string | undefined {
  return renditions.map(({ href }) => fileAddress(href)).find((href) => href !== undefined);
}
