import type sanitize from 'sanitize-html';
import { MAX_HTML_DEPTH } from './limits.ts';
import { ATTRIBUTES, BLOCKS, INLINE, SILENT, VOIDS } from './news-markup.ts';
import { publicityOf } from './publicity.ts';

// A CommonJS package that requires an ES module: loaded in the course of evaluation, when htmlparser2 is there already,
// since some loaders refuse such a require() inside of a graph they are still linking.
const { default: sanitizeHtml } = await import('sanitize-html');

type Attributes = sanitize.Attributes;

/** Whatever plays something from elsewhere becomes `embed`, which keeps the address alone. */
const toEmbed = (_name: string, attributes: Attributes): sanitize.Tag => ({
  tagName: 'embed',
  attribs: { src: attributes['src'] ?? attributes['data'] ?? '', class: attributes['class'] ?? '' },
});

/** Whatever is marked as a note stays marked, be its element allowed or not. */
const keepMark = (name: string, attributes: Attributes): sanitize.Tag => {
  const publicity = publicityOf(attributes['class'], attributes['pubconstraint']);
  if (publicity === undefined || WORDLESS.includes(name)) return { tagName: name, attribs: attributes };
  const tagName = BLOCKS.has(name) || INLINE.has(name) || VOIDS.has(name) ? name : 'span';
  return { tagName, attribs: { ...attributes, class: CLASSES[publicity] } };
};

const WORDLESS = ['script', 'style', 'textarea', 'option', 'xmp', 'noscript', 'template'];
const CLASSES = { notepad: 'notepad', public: 'np-public', nonpublic: 'np-nonpublic' } as const;

const OPTIONS: sanitize.IOptions = {
  allowedTags: [...BLOCKS, ...INLINE, ...VOIDS, 'span'],
  allowedAttributes: { ...ATTRIBUTES, '*': ['class'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['http', 'https'], embed: ['http', 'https'] },
  selfClosing: [...VOIDS],
  nonTextTags: WORDLESS,
  nestingLimit: MAX_HTML_DEPTH,
  transformTags: {
    iframe: toEmbed,
    video: toEmbed,
    audio: toEmbed,
    object: toEmbed,
    embed: toEmbed,
    source: toEmbed,
    '*': keepMark,
  },
};

/** A `<` that starts anything but a tag of news text without raw content. */
const FOREIGN = new RegExp(`<(?!/?(?:${[...BLOCKS, ...INLINE, ...SILENT, 'br', 'hr'].join('|')})[\\s/>])`, 'i');

/**
 * Reduces HTML of unknown origin to the markup of news (`news-markup.ts`): no script, no style, no address but http,
 * https, mailto and tel. Text whose every tag is of that markup comes back as it is: `BlockCutter` takes no attribute
 * and no address from it that isn't allowed.
 */
export function sanitizeMarkup(html: string): string {
  return FOREIGN.test(html) ? sanitized(html) : html;
}

/** Whatever the markup is, sanitized. */
export function sanitized(html: string): string {
  return sanitizeHtml(html, OPTIONS);
}
