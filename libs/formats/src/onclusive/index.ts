import type { WireFormat } from '../format.ts';
import { detect } from './detect.ts';
import { parse } from './parse.ts';

/** JSON of the Onclusive (PR Newswire, Foresight) calendar of events: one event or an array of them. */
export const onclusive: WireFormat = {
  name: 'onclusive',
  mediaTypes: ['application/json'],
  detect,
  parse,
};
