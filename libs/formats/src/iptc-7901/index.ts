import type { Story } from '#contracts';
import type { Declared, Text, WireFormat } from '../format.ts';
import { survivingStories } from '../surviving-stories.ts';
import { oldCharsetText } from '../wire-text/old-charsets.ts';
import { declaredGuid } from '../wire-text/wire-guid.ts';
import { detect } from './detect.ts';
import { readStory } from './story.ts';
import { transmissions } from './transmissions.ts';

/**
 * The messages of a document in IPTC 7901. Throws `no-story` for a document without one, `missing-identifier` for
 * messages without a header line.
 */
function parse(document: Text, declared: Declared): Story[] {
  const messages = transmissions(oldCharsetText(document));
  const guid = declaredGuid(declared, messages.length);
  return survivingStories(
    messages.map((message, index) => ({
      path: `messages[${index}]`,
      read: () => ({ ...readStory(message), ...(guid !== undefined && { guid }) }),
    })),
  );
}

/** IPTC 7901, the text format of European agencies, with its control characters or without them. */
export const iptc7901: WireFormat = {
  name: 'iptc-7901',
  mediaTypes: ['text/plain'],
  detect,
  parse,
};
