import { MAX_STORIES_PER_DOCUMENT, type Story } from '#contracts';
import { DocumentError } from '../document-error.ts';
import type { Declared } from '../format.ts';
import { survivingStories } from '../surviving-stories.ts';
import { declaredGuid } from './wire-guid.ts';

/**
 * The stories of all messages of a document, one that can't be read not losing the others. A declared guid names the
 * story of a single message. Throws `no-story` without any message, `too-large` for more than a document may have.
 */
export function messageStories<Message>(
  messages: readonly Message[],
  read: (message: Message) => Story,
  declared: Declared,
): Story[] {
  if (messages.length > MAX_STORIES_PER_DOCUMENT) {
    throw new DocumentError('too-large', `more than ${MAX_STORIES_PER_DOCUMENT} messages`);
  }
  const guid = declaredGuid(declared, messages.length);
  return survivingStories(
    messages.map((message, index) => ({
      path: `messages[${index}]`,
      read: () => ({ ...read(message), ...(guid !== undefined && { guid }) }),
    })),
  );
}
