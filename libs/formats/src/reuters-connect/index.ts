import type { WireFormat } from '../format.ts';
import { detect } from './detect.ts';
import { parse } from './parse.ts';

/** JSON of the Reuters Connect content API (GraphQL, https://www.reutersconnect.com): items and answers to searches. */
export const reutersConnect: WireFormat = {
  name: 'reuters-connect',
  mediaTypes: ['application/json'],
  detect,
  parse,
};
