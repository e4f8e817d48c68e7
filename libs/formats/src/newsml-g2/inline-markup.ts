import { escapeHtml } from '../escape-html.ts';
import { BLOCKS, INLINE, SILENT, VOIDS } from '../news-markup.ts';
import { attr, tagged, type XmlElement } from '../xml-element.ts';
import type { InlineContent } from './inline-content.ts';
import { pictureHtml } from './inline-picture.ts';
import { isMarked, notesOf } from './notes.ts';

/** Elements of NITF (https://iptc.org/std/NITF/) and TT's markup as the HTML that says the same. */
const AS_HTML: Readonly<Record<string, string>> = {
  hl1: 'h1',
  hl2: 'h2',
  block: 'div',
  bq: 'blockquote',
  note: 'p',
  tagline: 'p',
  'nitf-table': 'div',
  rubrik: 'h2',
  mellis: 'h3',
  citat: 'p',
  dat: 'p',
};

const HTML: ReadonlySet<string> = new Set([
  ...[...BLOCKS, ...INLINE, ...SILENT, ...VOIDS],
  ...[
    'span',
    'time',
    'small',
    'script',
    'style',
    'iframe',
    'video',
    'audio',
    'source',
    'object',
    'noscript',
    'col',
    'colgroup',
    'wbr',
  ],
]);

/** Parts of a page's header that repeat metadata. */
const IN_HEADER = /^(?:slugline|genre|embargoed|publicationdate)\b/i;

/**
 * The content of an element as HTML. What is not for publication and what a page's header repeats of the metadata goes
 * to the notes, pictures go to the media and leave a figure; markup of no known meaning leaves its text.
 */
export function inlineHtml(element: XmlElement, content: InlineContent): string {
  const mixed = element.children.some((each) => typeof each === 'string' && each.trim() !== '');
  let html = '';
  for (const each of element.children) {
    html += typeof each === 'string' ? escapeHtml(each) : elementHtml(each, element, mixed, content);
  }
  return html;
}

function elementHtml(element: XmlElement, parent: XmlElement, mixed: boolean, content: InlineContent): string {
  const name = element.name.toLowerCase();
  if (isMarked(element, 'nonpublic') || (name === 'note' && attr(element, 'type') === 'npa')) {
    content.notes.push(...notesOf(element, undefined, false));
    return '';
  }
  if (parent.name === 'header' && (name === 'time' || IN_HEADER.test(attr(element, 'class') ?? ''))) {
    content.notes.push(...notesOf(element, 'header', false));
    return '';
  }
  if (name === 'media' || name === 'bild') return pictureHtml(element, content);
  const known = AS_HTML[name] ?? (HTML.has(name) ? name : undefined);
  return tagged(known ?? (mixed ? 'span' : 'div'), element.attributes, inlineHtml(element, content));
}
