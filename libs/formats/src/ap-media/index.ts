import type { WireFormat } from '../format.ts';
import { detect } from './detect.ts';
import { parse } from './parse.ts';

/** JSON of the AP Media API, versions 1.1 to 2.2 (https://api.ap.org/media/v/docs/): feeds, searches and single items. */
export const apMedia: WireFormat = {
  name: 'ap-media',
  mediaTypes: ['application/json'],
  detect,
  parse,
};
