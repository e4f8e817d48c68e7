import type { Output } from '../output.ts';
import { published } from '../published.ts';

/** IPTC ninjs 3.1 (https://iptc.org/std/ninjs/): the item of the article as it is. */
export const ninjs3: Output = {
  name: 'ninjs-3',
  mediaType: 'application/ninjs+json',
  write: (article) => `${JSON.stringify(published(article).item, undefined, 2)}\n`,
  losses: [],
};
