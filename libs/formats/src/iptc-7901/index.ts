import type { WireFormat } from '../format.ts';
import { messageStories } from '../wire-text/message-stories.ts';
import { oldCharsetText } from '../wire-text/old-charsets.ts';
import { detect } from './detect.ts';
import { readStory } from './story.ts';
import { transmissions } from './transmissions.ts';

/** IPTC 7901, the text format of European agencies, with its control characters or without them. */
export const iptc7901: WireFormat = {
  name: 'iptc-7901',
  mediaTypes: ['text/plain'],
  detect,
  parse: (document, declared) => messageStories(transmissions(oldCharsetText(document)), readStory, declared),
};
