import type { WireFormat } from '../format.ts';
import { detect } from './detect.ts';
import { parse } from './parse.ts';

/** IPTC ninjs 1.0 to 1.6, 2.0 to 2.2, 3.0 and 3.1 (https://iptc.org/std/ninjs/), and the ninjs of Superdesk. */
export const ninjs: WireFormat = {
  name: 'ninjs',
  mediaTypes: ['application/ninjs+json', 'application/json'],
  detect,
  parse,
};
