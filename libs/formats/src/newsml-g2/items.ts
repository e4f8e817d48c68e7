import type { Story } from '#contracts';
import { DocumentError } from '../document-error.ts';
import { type Item, survivingStories } from '../surviving-stories.ts';
import { attr, child, children, lineOf, type XmlElement } from '../xml-element.ts';
import { isEvent } from './event.ts';
import { readItem } from './item.ts';

const STORIES: ReadonlySet<string> = new Set(['newsItem', 'packageItem', 'planningItem']);

/** All stories of a document whose root is a news message or an item. Concepts are none but for events, catalogs never. */
export function storiesOf(root: XmlElement): Story[] {
  if (root.name !== 'newsMessage') return survivingStories([itemOf(root, root.name)]);
  const header = child(root, 'header') ?? child(root, 'Header');
  const items = children(root, 'itemSet').flatMap((itemSet) => children(itemSet));
  return survivingStories(items.map((item, index) => itemOf(item, `itemSet/${item.name}[${index + 1}]`, header)));
}

function itemOf(element: XmlElement, path: string, header?: XmlElement): Item {
  const sent = lineOf(child(header, 'sent'));
  return {
    path,
    read: () => {
      const isStory = STORIES.has(element.name) || isEvent(element);
      if (!isStory) throw new DocumentError('no-story', `a ${element.name} is no story`, { path });
      return readItem(element, {
        path,
        ...(sent !== undefined && { sent }),
        ...(header !== undefined && { header }),
        language: attr(element, 'xml:lang') ?? '',
      });
    },
  };
}
