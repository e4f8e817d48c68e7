import type { Output } from '../output.ts';
import { published } from '../published.ts';
import { item13 } from './item.ts';

/** IPTC ninjs 1.3 (https://iptc.org/std/ninjs/), for those who read no newer one. */
export const ninjs1: Output = {
  name: 'ninjs-1',
  mediaType: 'application/ninjs+json',
  write: (article) => `${JSON.stringify(item13(published(article)), undefined, 2)}\n`,
  losses: [],
};
