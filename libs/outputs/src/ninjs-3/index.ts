import type { Association, NinjsItem } from '#contracts';
import type { Output } from '../output.ts';
import { published } from '../published.ts';
import { LOSSES } from './losses.ts';

/** IPTC ninjs 3.1 (https://iptc.org/std/ninjs/): the item of the article as it is. */
export const ninjs3: Output = {
  name: 'ninjs-3',
  mediaType: 'application/ninjs+json',
  write: (article) => `${JSON.stringify(withPlainHeadlines(published(article).item), undefined, 2)}\n`,
  losses: LOSSES,
};

/** The item with headlines that say that they are no markup, where they look like it. */
function withPlainHeadlines(item: NinjsItem): NinjsItem {
  const { associations } = item;
  return { ...plain(item), ...(associations !== undefined && { associations: associations.map(plain) }) };
}

function plain<T extends NinjsItem | Association>(item: T): T {
  if (item.headlines?.some(({ value }) => value.includes('<')) !== true) return item;
  return { ...item, headlines: item.headlines.map((headline) => ({ contentType: 'text/plain', ...headline })) };
}
