import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { EnrichedStory, type Mention, RawStory, type Story } from '#contracts';
import { enrich } from './enriched-story.ts';
import { ORIGIN, paragraph, rawStory } from './fixtures/raw-story.ts';

const read = async (name: string) => JSON.parse(await readFile(new URL(`./fixtures/${name}`, import.meta.url), 'utf8'));
const english = () => 'en';

function enriched(story: Partial<Story>, mentions: Mention[] = []): EnrichedStory {
  return enrich(rawStory(story), ORIGIN, english, mentions);
}

test('makes of a page the text part of its article', async () => {
  const raw = RawStory.parse(await read('page.json'));
  const mentions: Mention[] = [
    { kind: 'person', name: 'Lena  haug', start: 144, end: 153 },
    { kind: 'organisation', name: 'council', start: 50, end: 57 },
    { kind: 'place', name: 'Ostvik', start: 0, end: 6 },
    { kind: 'place', name: 'OSTVIK', start: 0, end: 6 },
  ];
  const made = enrich(raw, ORIGIN, english, mentions);
  expect(made).toEqual(await read('page.enriched.json'));
  expect(EnrichedStory.parse(made)).toEqual(made);
});

describe('enrich', () => {
  test('never lets a note that is not public into the item', () => {
    const secret = 'Source wishes to stay unnamed';
    const { item, notes } = enriched({ notes: [{ text: secret, public: false }], body: [paragraph('A text.')] });
    expect(JSON.stringify(item)).not.toContain(secret);
    expect(notes).toEqual([{ text: secret, public: false }]);
  });

  test('leaves absent what the feed does not say', () => {
    const { item } = enriched({ body: [] });
    expect(Object.keys(item).sort()).toEqual(['language', 'standard', 'type', 'uri']);
  });

  test("takes the feed's word for the language", () => {
    expect(enriched({ language: 'nn-NO' }).item.language).toBe('nn-NO');
  });

  test('makes a headline of the first paragraph and says so', () => {
    const { item, issues } = enriched({ body: [paragraph(`${'A long first paragraph. '.repeat(20)}`)] });
    expect(item.headlines?.[0]?.value).toMatch(/^A long first .{60,106}…$/);
    expect(issues).toContainEqual({ code: 'headline-from-first-paragraph', path: 'headlines' });
  });

  test('keeps the descriptions of the feed and adds none', () => {
    const { item, issues } = enriched({
      descriptions: [{ role: 'standfirst', value: 'In short.' }],
      headlines: [{ value: 'H' }],
      body: [paragraph('A text.')],
    });
    expect(item.descriptions).toEqual([{ role: 'standfirst', contentType: 'text/plain', value: 'In short.' }]);
    expect(issues).toEqual([]);
  });

  test('gives every association a name of its own and media the first places', () => {
    const picture = { type: 'picture' as const, captions: [], renditions: [], name: 'main' };
    const { item } = enriched({ media: [picture, picture], relations: [{ rel: 'main', guid: 'urn:x:1' }] });
    expect(item.associations?.map(({ name, uri }) => [name, uri])).toEqual([
      ['main', 'urn:example:bridge#media-1'],
      ['main-2', 'urn:example:bridge#media-2'],
      ['main-3', 'urn:x:1'],
    ]);
  });

  test('writes the running time of a video on its files', () => {
    const file = { name: 'hd', href: 'https://example.org/v.mp4' };
    const { item } = enriched({ media: [{ type: 'video', captions: [], duration: 35, renditions: [file] }] });
    expect(item.associations?.[0]?.renditions).toEqual([{ ...file, duration: 35 }]);
  });

  test('takes NUL and lone surrogates out of every text and says so', () => {
    const made = enriched({ title: 'a\0b\ud800c', body: [paragraph('x\udc00y 🚂')] });
    expect(made.item.title).toBe('abc');
    expect(made.item.bodies?.at(-1)?.value).toBe('xy 🚂');
    expect(made.issues).toContainEqual({ code: 'characters-removed' });
  });

  test('signs a text that is long enough to compare, and no other', () => {
    const long = Array.from({ length: 30 }, (_, index) => `word${index}`).join(' ');
    expect(enriched({ body: [paragraph(long)] }).duplicates.signature).toHaveLength(344);
    expect(enriched({ body: [paragraph('Too short.')] }).duplicates).toEqual({});
  });
});
