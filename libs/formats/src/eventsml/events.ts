import type { Story } from '#contracts';
import { DocumentError } from '../document-error.ts';
import { type Item, survivingStories } from '../surviving-stories.ts';
import { attr, child, children, lineOf, type XmlElement } from '../xml-element.ts';
import { readEvent } from './read-event.ts';

/** All events of a document. Concepts of another nature are none; a document of such alone has no story. */
export function eventsOf(root: XmlElement): Story[] {
  if (root.name !== 'newsMessage') return survivingStories(itemsOf(root, root.name, undefined));
  const sent = lineOf(child(child(root, 'header'), 'sent'));
  const items = children(root, 'itemSet').flatMap((itemSet) => children(itemSet));
  return survivingStories(items.flatMap((item, index) => itemsOf(item, `itemSet/${item.name}[${index + 1}]`, sent)));
}

function itemsOf(item: XmlElement, path: string, sent: string | undefined): Item[] {
  const place = { path, ...(sent !== undefined && { sent }), language: attr(item, 'xml:lang') ?? '' };
  const concepts =
    item.name === 'knowledgeItem' ? children(child(item, 'conceptSet'), 'concept') : children(item, 'concept');
  const events = concepts.filter(isEvent);
  if (events.length === 0) return [{ path, read: () => noEvent(item, path) }];
  const alone = item.name === 'conceptItem';
  return events.map((concept) => ({ path, read: () => readEvent(item, concept, place, alone) }));
}

function isEvent(concept: XmlElement): boolean {
  const nature = child(concept, 'type');
  const type = attr(nature, 'qcode') ?? attr(nature, 'uri');
  return child(concept, 'eventDetails') !== undefined || /(?:^|[:/])event$/.test(type ?? '');
}

function noEvent(item: XmlElement, path: string): never {
  throw new DocumentError('no-story', `a ${item.name} without an event is no story`, { path });
}
