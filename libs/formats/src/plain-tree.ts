import { endsBefore } from './implied-ends.ts';
import { MAX_HTML_TAGS } from './limits.ts';
import { type MarkupHandler, NO_ATTRIBUTES, PLAIN } from './plain-markup.ts';
import type { XmlElement } from './xml-element.ts';

/** Whether the content of an element, written as HTML, would be read as the same tree again: then it needs no writing. */
export function isPlainTree(element: XmlElement): boolean {
  return countPlain(element, 0) <= MAX_HTML_TAGS / 2;
}

/** Tells a handler what the HTML text of a plain tree's content would tell it. */
export function tellTree(element: XmlElement, handler: MarkupHandler): void {
  for (const each of element.children) {
    if (typeof each === 'string') {
      if (each !== '') handler.ontext(each);
      continue;
    }
    handler.onopentag(each.name, each.attributes.size === 0 ? NO_ATTRIBUTES : Object.fromEntries(each.attributes));
    tellTree(each, handler);
    handler.onclosetag(each.name);
  }
}

/** How many elements are below; infinitely many where one is not plain. */
function countPlain(element: XmlElement, before: number): number {
  let count = before;
  for (const each of element.children) {
    if (typeof each === 'string') continue;
    if (!isPlain(each, element.name)) return Number.POSITIVE_INFINITY;
    count = countPlain(each, count + 1);
  }
  return count;
}

function isPlain({ name, attributes, children }: XmlElement, parent: string): boolean {
  if (!PLAIN.has(name) || endsBefore(parent, name)) return false;
  if ((name === 'br' || name === 'hr') && children.length > 0) return false;
  for (const key of attributes.keys()) if (key !== key.toLowerCase()) return false;
  return true;
}
