import type { Story } from '#contracts';
import { DocumentError } from '../document-error.ts';
import { type Item, survivingStories } from '../surviving-stories.ts';
import { attr, child, children, lineOf, type XmlElement } from '../xml-element.ts';
import { readItem } from './item.ts';

const STORIES: ReadonlySet<string> = new Set(['newsItem', 'packageItem', 'planningItem']);

/** All stories of a document whose root is a news message or an item. Concepts and catalogs are no stories. */
export function storiesOf(root: XmlElement): Story[] {
  if (root.name !== 'newsMessage') return survivingStories([itemOf(root, root.name, undefined)]);
  const sent = lineOf(child(child(root, 'header') ?? child(root, 'Header'), 'sent'));
  const items = children(root, 'itemSet').flatMap((itemSet) => children(itemSet));
  return survivingStories(items.map((item, index) => itemOf(item, `itemSet/${item.name}[${index + 1}]`, sent)));
}

function itemOf(element: XmlElement, path: string, sent: string | undefined): Item {
  return {
    path,
    read: () => {
      if (!STORIES.has(element.name)) throw new DocumentError('no-story', `a ${element.name} is no story`, { path });
      return readItem(element, {
        path,
        ...(sent !== undefined && { sent }),
        language: attr(element, 'xml:lang') ?? '',
      });
    },
  };
}
