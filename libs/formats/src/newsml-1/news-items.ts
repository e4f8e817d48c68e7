import { MAX_STORIES_PER_DOCUMENT, type Story } from '#contracts';
import { DocumentError } from '../document-error.ts';
import type { Declared } from '../format.ts';
import { type Item, survivingStories } from '../surviving-stories.ts';
import { child, children, type XmlElement } from '../xml-element.ts';
import { componentOf, componentsIn } from './component.ts';
import { childLine } from './formal-name.ts';
import { type Place, readNewsItem } from './news-item.ts';
import { type Variant, variantsOf } from './variants.ts';

/** All stories of a NewsML document: its news items in order, those inside of others behind them, each in all of its languages. Throws `too-large` for more items than one document may have. */
export function storiesOf(root: XmlElement, declared: Declared): Story[] {
  const found = newsItems(root, 'NewsML');
  if (found.length > MAX_STORIES_PER_DOCUMENT) {
    throw new DocumentError('too-large', `more than ${MAX_STORIES_PER_DOCUMENT} news items`);
  }
  const sent = childLine(child(root, 'NewsEnvelope'), 'DateAndTime');
  const items: Item[] = [];
  for (const { item, path } of found) {
    // What the sender calls the document can name but one story.
    const place: Place = { path, sent, declared: found.length === 1 ? declared.guid : undefined };
    for (const [index, variant] of variantsIn(item).entries()) {
      items.push({ path, read: () => readNewsItem(item, variant, index === 0, place) });
    }
  }
  return survivingStories(items);
}

type Found = { readonly item: XmlElement; readonly path: string };

function newsItems(element: XmlElement, path: string): Found[] {
  const found: Found[] = [];
  const visit = (at: XmlElement, above: string): void => {
    let number = 0;
    for (const each of children(at)) {
      if (each.name === 'DataContent') continue;
      const here = each.name === 'NewsItem' ? `${above}/NewsItem[${++number}]` : above;
      if (each.name === 'NewsItem') found.push({ item: each, path: here });
      visit(each, here);
    }
  };
  visit(element, path);
  return found;
}

function variantsIn(item: XmlElement): (Variant | undefined)[] {
  const components = componentsIn(item);
  const [root, second] = components;
  if (root === undefined) return [undefined];
  return variantsOf(second === undefined ? root : componentOf({ ...item, name: 'NewsComponent' }));
}
