import type { NinjsItem } from '#contracts';
import { bodyMarkup, type MarkupElement } from '../markup.ts';
import { element, mixed, type XmlElement, type XmlNode } from '../xml.ts';

const NAME = /^[a-z][a-z0-9]*$/;

/** The body of an item as XHTML in `inlineXML`; undefined where it has none. */
export function bodyElement(item: NinjsItem): XmlElement | undefined {
  const body = bodyMarkup(item);
  if (body.length === 0) return undefined;
  const counts = item.bodies?.find(({ contentType }) => contentType === 'text/plain');
  const { wordCount: wordcount } = counts ?? {};
  return element('inlineXML', { contenttype: 'application/xhtml+xml', wordcount }, [
    element('html', { xmlns: 'http://www.w3.org/1999/xhtml' }, [
      // XHTML asks for a title, be it empty.
      element('head', {}, [element('title', {}, [item.headlines?.[0]?.value])]),
      mixed('body', {}, body.map(xhtml)),
    ]),
  ]);
}

function xhtml(node: MarkupElement | string): XmlNode {
  if (typeof node === 'string') return node;
  const children = node.children.map(xhtml);
  // Names that HTML lets pass and XML doesn't: their content stays.
  if (!NAME.test(node.name)) return mixed('span', {}, children);
  const attributes = Object.entries(node.attributes).filter(([name]) => NAME.test(name));
  return mixed(node.name, Object.fromEntries(attributes), children);
}
