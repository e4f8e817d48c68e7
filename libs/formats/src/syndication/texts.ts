import { decodeHTMLStrict } from 'entities';
import { escapeHtml } from '../escape-html.ts';
import { blocksFromHtml } from '../html-blocks.ts';
import { attr, innerHtml, textOf, type XmlElement } from '../xml-element.ts';

const MARKUP =
  /<\/?(?:[biuspa]|em|br|strong|span|sup|sub|div|img|font|figure|ul|ol|li|h[1-6]|blockquote|table|iframe|center|hr|article|section)\b[^<>]*>/i;
const REFERENCE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i;

/** A text of a feed as HTML: what is escaped, what is XHTML inside the XML, and plain text with its line breaks. */
export function htmlOf(element: XmlElement): string {
  const type = attr(element, 'type') ?? 'html';
  const inside = element.children.some((child) => typeof child !== 'string');
  if (/xhtml|\+xml$/.test(type) || inside) return innerHtml(element);
  const text = textOf(element);
  if (/^text(?:\/plain)?$|^plain$/.test(type)) return plainAsHtml(text);
  return MARKUP.test(text) || REFERENCE.test(text) ? withParagraphs(text) : plainAsHtml(text);
}

/** A title or name: one line without markup. RSS doesn't say whether it is HTML, so known tags and references tell. */
export function lineOfText(element: XmlElement | undefined): string | undefined {
  if (element === undefined) return undefined;
  const type = attr(element, 'type');
  const text = textOf(element);
  const plain = /^text/.test(type ?? '') ? text : MARKUP.test(text) ? plainOf(text) : decodeHTMLStrict(text);
  const line = plain.replace(/\s+/g, ' ').trim();
  return line === '' ? undefined : line;
}

/** The words of HTML, a line for each block. */
export function plainOf(html: string): string {
  return blocksFromHtml(html)
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join('\n');
}

/** HTML without any paragraph of its own is written as WordPress stores it: an empty line ends a paragraph. */
export function withParagraphs(html: string): string {
  if (/<(?:p|div|h[1-6]|ul|ol|table|blockquote|figure|section|article|br)\b/i.test(html) && !/\n[^\S\n]*\n/.test(html))
    return html;
  if (/<(?:p|div)\b/i.test(html)) return html;
  return html
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) =>
      /^<(?:h[1-6]|ul|ol|table|blockquote|figure|hr|pre)\b/i.test(part)
        ? part
        : `<p>${part.replaceAll('\n', '<br>')}</p>`,
    )
    .join('\n');
}

function plainAsHtml(text: string): string {
  return withParagraphs(escapeHtml(text.trim()));
}
