import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Story } from '#contracts';
import { readDocument } from '../read-document.ts';

const suite = new URL('../../../../../shared/samples/feeds/rss-parser/', import.meta.url);
const present = existsSync(suite);

/** What the parser of the suite gives for an item: it names the link of an entry, its day, and who wrote it. */
type Expected = {
  title?: string;
  link?: string;
  guid?: string;
  id?: string;
  isoDate?: string;
  creator?: string;
  content?: string;
};

const names = present ? readdirSync(new URL('output/', suite)).map((file) => file.replace(/\.json$/, '')) : [];
const inputs = present ? readdirSync(new URL('input/', suite)) : [];

function expectedOf(name: string): Expected[] {
  const parsed: { feed: { items?: Expected[] } } = JSON.parse(
    readFileSync(new URL(`output/${name}.json`, suite), 'utf8'),
  );
  return parsed.feed.items ?? [];
}

function storiesOf(file: string): Story[] {
  return readDocument(readFileSync(new URL(`input/${file}`, suite))).stories;
}

const bare = (text: string | undefined): string | undefined =>
  text?.replaceAll('&amp;', '&').replace(/<[^>]*>|&[^;]{1,8};|[^\w&]+/g, '');

(present ? describe : describe.skip)('real feeds (skipped where ../shared/samples is absent)', () => {
  test.each(names)('reads title, address, identifier, author, day and all words of %s', (name) => {
    const items = expectedOf(name);
    const stories = storiesOf(inputs.find((file) => file.startsWith(`${name}.`)) ?? '');
    expect(stories).toHaveLength(items.length);
    for (const [index, story] of stories.entries()) {
      const item = items[index] ?? {};
      const addresses = [story.guid, ...story.altIds.map(({ value }) => value)];
      if (item.title) expect(bare(story.headlines[0]?.value)).toBe(bare(item.title));
      if (item.link) expect(addresses).toContain(item.link.trim());
      if (item.guid ?? item.id) expect(addresses).toContain((item.guid ?? item.id)?.trim());
      if (item.creator) expect(story.by).toContain(item.creator.trim());
      const instant = story.times.published?.utc ?? story.times.updated?.utc;
      if (item.isoDate && instant) expect(Date.parse(instant)).toBe(Date.parse(item.isoDate));
    }
  });
});
