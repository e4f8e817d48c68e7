import { attr, child, children, lineOf, textOf, type XmlElement } from '../xml-element.ts';
import { contentKind } from './content-item.ts';
import { formalName } from './formal-name.ts';

const BLOCK_TAG = /<\/?(?:p|div|br|h[1-6]|ul|ol|li|table|tr|blockquote|figure|html|body)\b[^<>]*>/i;
const BY_FORM = /(?:ContentItem|NewsComponent)\/(?:ContentItem\/)?(?:Format|MimeType)/;

/** Whether the members of a component say the same in several forms, of which the receiver is to take one. */
export const holdsEquals = (element: XmlElement): boolean =>
  attr(element, 'EquivalentsList') === 'yes' ||
  children(element, 'BasisForChoice').some((basis) => BY_FORM.test(lineOf(basis) ?? ''));

/** How much of its structure a text keeps in its form: plain text 0, HTML as characters 1, markup 2. */
export function richness(item: XmlElement): number {
  if (contentKind(item) !== 'text') return 0;
  const data = child(item, 'DataContent');
  if (children(data).length > 0) return 2;
  return !isPlain(item) && hasBlocks(textOf(data)) ? 1 : 0;
}

/** The member of a list that is the richest, the first of equals; undefined in an empty list. */
export const richest = <T>(members: readonly T[], richnessOf: (member: T) => number): T | undefined =>
  members.reduce<T | undefined>(
    (best, each) => (best === undefined || richnessOf(each) > richnessOf(best) ? each : best),
    undefined,
  );

/** Whether a text has markup of blocks in it. */
export const hasBlocks = (text: string): boolean => BLOCK_TAG.test(text);

/** Whether a content item says that it is plain text. */
export const isPlain = (item: XmlElement): boolean =>
  /^text\/plain|^plain|^ascii/i.test(formalName(child(item, 'MimeType')) ?? formalName(child(item, 'Format')) ?? '');
