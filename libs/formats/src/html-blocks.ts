import { Parser } from 'htmlparser2';
import type { Block } from '#contracts';
import type { PictureIndex } from './block-cutter.ts';
import { BodyCutter } from './body-cutter.ts';
import { escapeHtml } from './escape-html.ts';
import { MAX_HTML_TAGS } from './limits.ts';
import type { PartedBody } from './parted-body.ts';
import { readPlainMarkup } from './plain-markup.ts';
import { isPlainTree, tellTree } from './plain-tree.ts';
import { sanitizeMarkup } from './sanitize-markup.ts';
import { innerHtml, type XmlElement } from './xml-element.ts';

/**
 * Cuts HTML, sanitized, into blocks in reading order; what it marks as a note of the desk (`publicity.ts`) is left out.
 * No other word is lost: text outside of any element becomes a paragraph, what plays something from elsewhere becomes
 * an `embed` block with a link to it. `pictures` says which of the story's media an `<img>` is. The blocks' own HTML,
 * joined, gives the same blocks again.
 */
export function blocksFromHtml(html: string, pictures?: PictureIndex): Block[] {
  return cutHtml(html, pictures).body;
}

/** Cuts HTML into its blocks as `blocksFromHtml` does, and into the notes that its markup says it holds. */
export function cutHtml(html: string, pictures?: PictureIndex): PartedBody {
  const tooMany = hasTooManyTags(html);
  const plain = new BodyCutter(pictures);
  if (!tooMany && readPlainMarkup(html, plain)) return end(plain);
  const cutter = new BodyCutter(pictures);
  new Parser(cutter, { decodeEntities: true }).end(sanitizeMarkup(tooMany ? escapeHtml(html) : html));
  return { body: cutter.blocks, notes: cutter.notes };
}

/** Cuts the content of an XML element whose elements are HTML's (local names) as `cutHtml` would cut it as text. */
export function cutTree(element: XmlElement, pictures?: PictureIndex): PartedBody {
  if (!isPlainTree(element)) return cutHtml(innerHtml(element), pictures);
  const cutter = new BodyCutter(pictures);
  tellTree(element, cutter);
  return end(cutter);
}

function end(cutter: BodyCutter): PartedBody {
  cutter.onend();
  return { body: cutter.blocks, notes: cutter.notes };
}

/** A block of plain text: escaped, a line break as `<br>`. `level` is the heading's, from 1 to 6, by default 2. */
export function textBlock(kind: 'paragraph' | 'heading' | 'quote', text: string, level = 2): Block {
  const words = text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
  const tag = kind === 'paragraph' ? 'p' : kind === 'quote' ? 'blockquote' : `h${level}`;
  return { kind, html: `<${tag}>${escapeHtml(words).replaceAll('\n', '<br>')}</${tag}>`, text: words };
}

function hasTooManyTags(html: string): boolean {
  let count = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    if (++count > MAX_HTML_TAGS) return true;
  }
  return false;
}
