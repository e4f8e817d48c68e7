import { BLOCKS, INLINE, SILENT } from '../news-markup.ts';

/** Elements of a NITF body (https://iptc.org/std/NITF/) as the HTML that says the same. */
const AS_HTML: ReadonlyMap<string, string> = new Map([
  ['hl1', 'h1'],
  ['hl2', 'h2'],
  ['bq', 'blockquote'],
  ['credit', 'p'],
  ['datasource', 'p'],
  ['fn', 'p'],
  ['tagline', 'p'],
  ['bibliography', 'p'],
  ['nitf-table-summary', 'p'],
]);

/** Only hold others: what stands in them stands by itself. */
const CONTAINERS: ReadonlySet<string> = new Set([
  ...['body', 'body.content', 'body.end', 'block', 'note', 'nitf-table', 'nitf-table-metadata', 'custom-table'],
  ...['html', 'div', 'section', 'article', 'main', 'header', 'footer', 'aside', 'center'],
]);

/** HTML that is written out whole, for the sanitizer to judge: it plays something, or is no text at all. */
const FOREIGN: ReadonlySet<string> = new Set([
  ...['iframe', 'video', 'audio', 'object', 'embed', 'script', 'style', 'noscript', 'template', 'textarea', 'select'],
]);

const HTML: ReadonlySet<string> = new Set([...BLOCKS, ...INLINE, ...SILENT, 'br', 'hr', 'col', 'colgroup']);

/** How an element of a body is read. */
export type Reading =
  | { readonly as: 'container' }
  | { readonly as: 'foreign' }
  | { readonly as: 'head' }
  | { readonly as: 'element'; readonly name: string };

/** How an element is read by its lower-case name; one of no known meaning is a `span` among words, else a container. */
export function readingOf(name: string, amongWords: boolean): Reading {
  if (name === 'head' || name === 'body.head') return { as: 'head' };
  if (FOREIGN.has(name)) return { as: 'foreign' };
  const html = AS_HTML.get(name) ?? (HTML.has(name) ? name : undefined);
  if (!amongWords && (CONTAINERS.has(name) || html === undefined)) return { as: 'container' };
  return { as: 'element', name: html ?? (CONTAINERS.has(name) ? 'div' : 'span') };
}
