import type { Issue } from '#contracts';
import { attr, children, textOf, type XmlElement } from '../xml-element.ts';
import { Catalog } from './catalog.ts';

/** What the readers of an item's parts share. */
export type ItemContext = {
  readonly item: XmlElement;
  readonly catalog: Catalog;
  /** Language of the item as it says, or empty: of texts in several languages this one is taken. */
  readonly language: string;
  readonly issues: Issue[];
  /** What the item asserts of concepts, by the QCode, URI or literal they are named with. */
  readonly asserts: ReadonlyMap<string, XmlElement>;
};

/** What the readers of the item's parts start from. `header` is the message's, whose catalogs hold for all its items. */
export function contextOf(item: XmlElement, language: string, header?: XmlElement): ItemContext {
  const asserts = new Map<string, XmlElement>();
  for (const assert of children(item, 'assert')) {
    for (const key of ['qcode', 'uri', 'literal']) {
      const value = attr(assert, key);
      if (value !== undefined && !asserts.has(value)) asserts.set(value, assert);
    }
  }
  return { item, catalog: new Catalog(item, header), language, issues: [], asserts };
}

/** Of texts that say the same in several languages the one in the item's language, else the first. */
export function inLanguage(elements: readonly XmlElement[], language: string): XmlElement | undefined {
  const filled = elements.filter((element) => textOf(element).trim() !== '');
  const wanted = primary(language);
  return (
    filled.find((element) => wanted !== '' && primary(attr(element, 'xml:lang') ?? '') === wanted) ??
    filled.find((element) => attr(element, 'xml:lang') === undefined) ??
    filled[0]
  );
}

const primary = (tag: string): string => tag.toLowerCase().split('-', 1)[0] ?? '';
