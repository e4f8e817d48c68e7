import type { Story } from '#contracts';
import { DocumentError } from '../document-error.ts';
import { survivingStories } from '../surviving-stories.ts';
import { children, type XmlElement } from '../xml-element.ts';
import { readEvent } from './read-event.ts';

/** All events of a document. Throws `no-story` where there is none. */
export function eventsOf(root: XmlElement): Story[] {
  const documents = root.name === 'document' ? [root] : children(root, 'document');
  if (documents.length === 0) throw new DocumentError('no-story', 'no document in the answer', { path: root.name });
  return survivingStories(
    documents.map((document, index) => {
      const path = root.name === 'document' ? 'document' : `document[${index + 1}]`;
      return { path, read: () => readEvent(document, path) };
    }),
  );
}
