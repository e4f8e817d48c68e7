import type { WireFormat } from '../format.ts';
import { detect } from './detect.ts';
import { parse } from './parse.ts';

/** Events as Superdesk Planning writes them in JSON: one event or an array of them. */
export const superdeskEvent: WireFormat = {
  name: 'superdesk-event',
  mediaTypes: ['application/json'],
  detect,
  parse,
};
