import type { WireFormat } from '../format.ts';
import { messageStories } from '../wire-text/message-stories.ts';
import { detect } from './detect.ts';
import { readStory } from './story.ts';
import { transmissions } from './transmissions.ts';

/** ANPA 1312, the text format of North American agencies, in AP's form, too. */
export const anpa1312: WireFormat = {
  name: 'anpa-1312',
  mediaTypes: ['text/plain'],
  detect,
  parse: ({ text }, declared) => messageStories(transmissions(text), readStory, declared),
};
