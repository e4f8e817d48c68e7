import type { Story } from '#contracts';
import type { Declared, Text, WireFormat } from '../format.ts';
import { survivingStories } from '../surviving-stories.ts';
import { declaredGuid } from '../wire-text/wire-guid.ts';
import { detect } from './detect.ts';
import { readStory } from './story.ts';
import { transmissions } from './transmissions.ts';

/** The messages of a document in ANPA 1312. Throws `no-story` for a document without one. */
function parse({ text }: Text, declared: Declared): Story[] {
  const messages = transmissions(text);
  const guid = declaredGuid(declared, messages.length);
  return survivingStories(
    messages.map((message, index) => ({
      path: `messages[${index}]`,
      read: () => ({ ...readStory(message), ...(guid !== undefined && { guid }) }),
    })),
  );
}

/** ANPA 1312, the text format of North American agencies, in AP's form, too. */
export const anpa1312: WireFormat = { name: 'anpa-1312', mediaTypes: ['text/plain'], detect, parse };
