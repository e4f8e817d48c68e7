import { Parser } from 'htmlparser2';
import type { Block } from '#contracts';
import { BlockCutter, type PictureIndex } from './block-cutter.ts';
import { escapeHtml } from './escape-html.ts';
import { MAX_HTML_TAGS } from './limits.ts';
import { sanitizeMarkup } from './sanitize-markup.ts';

/**
 * Cuts the HTML of a body, sanitized, into blocks in reading order. No word is lost: text outside of any element
 * becomes a paragraph, what plays something from elsewhere becomes an `embed` block with a link to it. `pictures` says
 * which of the story's media an `<img>` is. The blocks' own HTML, joined, gives the same blocks again.
 */
export function blocksFromHtml(html: string, pictures?: PictureIndex): Block[] {
  const cutter = new BlockCutter(pictures);
  const parser = new Parser(cutter, { decodeEntities: true });
  parser.end(sanitizeMarkup(hasTooManyTags(html) ? escapeHtml(html) : html));
  return cutter.blocks;
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
