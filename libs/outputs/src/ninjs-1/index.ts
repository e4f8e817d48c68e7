import type { Output } from '../output.ts';
import { told } from '../published.ts';
import { item13 } from './item.ts';
import { LOSSES } from './losses.ts';

/** IPTC ninjs 1.3 (https://iptc.org/std/ninjs/), for those who read no newer one. */
export const ninjs1: Output = {
  name: 'ninjs-1',
  mediaType: 'application/ninjs+json',
  write: (article) => `${JSON.stringify(item13(told(article)), undefined, 2)}\n`,
  losses: LOSSES,
};
