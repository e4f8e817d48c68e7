import { describe, expect, test } from '@jest/globals';
import { Article } from '#contracts';
import { articleLines } from './article-lines.ts';

const bare = Article.parse({
  id: 'northline|urn:1',
  provider: 'northline',
  format: 'ninjs',
  versionId: 'a',
  order: [1, 0, 0],
  change: 'new',
  state: 'usable',
  item: { uri: 'urn:1' },
  times: {},
  notes: [],
  mentions: [],
  duplicates: {},
  captions: [],
  issues: [],
  trace: [],
  raw: { topic: 'news.raw.v1', partition: 0, offset: '0', sha256: '', contentType: 'text/plain', receipt: 'r' },
});

function line(article: Article, label: string): string | undefined {
  return articleLines(article).find((candidate) => candidate.label === label)?.text;
}

describe('an article as lines', () => {
  test('has no line for what is absent', () => {
    expect(articleLines(bare).map(({ label }) => label)).toEqual(['headline', 'id', 'state']);
  });

  test('gives a time in UTC, with what was printed and where its zone came from', () => {
    const raw = '09:40, 12-May-2025';
    const times = {
      updated: { raw, utc: '2025-05-12T01:40:00Z', zone: 'Asia/Shanghai', origin: 'profile', precision: 'minute' },
    } as const;
    expect(line({ ...bare, times }, 'updated')).toBe(
      '2025-05-12 01:40 UTC (printed "09:40, 12-May-2025"; Asia/Shanghai, known of the source)',
    );
  });

  test('gives no time of day where the source gave none', () => {
    const times = {
      published: { raw: '12 May', utc: '2025-05-12T00:00:00Z', zone: 'UTC', origin: 'guessed', precision: 'day' },
    } as const;
    expect(line({ ...bare, times }, 'published')).toBe('2025-05-12 (printed "12 May"; UTC, a guess)');
  });

  test('marks a note that is not public', () => {
    const article: Article = { ...bare, notes: [{ text: 'call the desk', public: false }] };
    expect(line(article, 'note (not public)')).toBe('call the desk');
  });

  test('counts paragraphs and headings of the HTML body', () => {
    const value = '<p>One.</p><h2>Two</h2><p class="x">Three.</p><pre>no paragraph</pre>';
    const item = { ...bare.item, bodies: [{ contentType: 'text/html', value, wordCount: 1 }] };
    expect(line({ ...bare, item }, 'body')).toBe('2 paragraphs, 1 heading, 1 word');
  });

  test('shows a picture by what was read of its caption', () => {
    const item = { ...bare.item, associations: [{ uri: 'urn:1#1', name: 'picture1', type: 'picture' as const }] };
    const people = [{ name: 'Tilda Brandt', position: 'L' }, { name: 'Ruben Sol' }];
    const caption = { media: 0, raw: 'raw', caption: 'At the switch.', credit: 'Maren Photo', people, issues: [] };
    const article: Article = { ...bare, item, captions: [{ ...caption, place: 'Port Maren', date: '2025-05-12' }] };
    expect(line(article, 'picture')).toBe(
      'At the switch. · credit Maren Photo · people Tilda Brandt (L), Ruben Sol · Port Maren, 2025-05-12',
    );
  });

  test('gives a video its length in minutes and seconds', () => {
    const renditions = [{ name: 'main', duration: 68 }];
    const item = {
      ...bare.item,
      associations: [{ uri: 'urn:1#v', name: 'video', type: 'video' as const, renditions }],
    };
    expect(line({ ...bare, item }, 'video')).toBe('1:08');
  });
});
