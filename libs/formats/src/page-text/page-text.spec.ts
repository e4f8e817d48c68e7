import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Story } from '#contracts';
import { DocumentError } from '../document-error.ts';
import { pageText } from './index.ts';

const fixtures = new URL('./fixtures/', import.meta.url);
const seed = new URL('../../../../../shared/seed/', import.meta.url);

function parse(text: string, guid?: string) {
  const [story] = pageText.parse({ text, charset: 'utf-8' }, guid === undefined ? {} : { guid });
  if (story === undefined) throw new Error('no story');
  return story;
}
const read = (name: string) => readFileSync(new URL(name, fixtures), 'utf8');
const paragraphs = (story: Story) =>
  story.body.filter((block) => block.kind === 'paragraph').map((block) => block.text);
function codeOf(text: string, guid?: string) {
  try {
    parse(text, guid);
  } catch (error) {
    return error instanceof DocumentError ? error.code : String(error);
  }
  return undefined;
}

describe('whole pages', () => {
  test.each(readdirSync(fixtures).filter((name) => name.endsWith('.txt')))('%s gives its golden story', (name) => {
    const story = parse(read(name));
    expect(story).toEqual(JSON.parse(read(name.replace('.txt', '.json'))));
    expect(Story.safeParse(story).error).toBeUndefined();
  });

  test('BOM, line ends and blank lines change nothing', () => {
    const text = read('full.txt');
    const dumped = `\ufeff${text.replaceAll('\n', '\r\n\r\n').trimEnd()}`;
    expect({ ...parse(dumped), issues: [] }).toEqual({ ...parse(text), issues: [] });
    expect(parse(text.replaceAll('\n', '\r'))).toEqual(parse(text));
  });

  test('a paragraph between two printings of a caption stays in the body', () => {
    const caption = 'The old ferry at the pier. /ENB Photo';
    const story = parse(
      `Ferry sold\nThe ferry is sold.\n${caption}\nIt was built in 1961.\n${caption}\nIts bell stays.`,
    );
    expect(paragraphs(story)).toEqual(['The ferry is sold.', 'It was built in 1961.', 'Its bell stays.']);
    expect(story.media.map((media) => media.captions)).toEqual([[caption, caption]]);
  });

  test('a caption printed first without its credit is one picture', () => {
    const story = parse('Ferry sold\nThe old ferry at the pier.\nThe old ferry at the pier. /ENB Photo\nIt is sold.');
    expect(story.media.map((media) => media.captions.length)).toEqual([2]);
    expect(paragraphs(story)).toEqual(['It is sold.']);
  });

  test('a page without a video, tags or a time line invents none of them', () => {
    const { times, keywords, media, by } = parse('Ferry sold\nThe ferry is sold.\nIts bell stays.');
    expect({ times, keywords, media, by }).toEqual({ times: {}, keywords: [], media: [], by: undefined });
  });
});

describe('the guid', () => {
  const page = (headline: string, time: string) => parse(`${headline}\nUpdated ${time}\nThe ferry is sold.`).guid;

  test('is that of the headline, without case and spacing, and of the day', () => {
    expect(page('Ferry  SOLD today', '10:00, 05-Mar-2025')).toBe(page('Ferry sold today', '23:59, 05-Mar-2025'));
  });
  test('differs between days and between headlines', () => {
    const guids = [
      page('Ferry sold', '10:00, 05-Mar-2025'),
      page('Ferry sold', '10:00, 06-Mar-2025'),
      page('Bus sold', '10:00, 05-Mar-2025'),
    ];
    expect(new Set(guids).size).toBe(3);
  });
  test('is the declared one where there is one', () => {
    expect(parse('Ferry sold\nThe ferry is sold.', 'page-77').guid).toBe('page-77');
  });
});

test.each([
  ['nothing', '', undefined, 'empty-document'],
  ['blank lines', ' \r\n\ufeff\n', undefined, 'empty-document'],
  ['one line', 'Ferry sold', undefined, 'no-story'],
  ['too many lines', 'a\n'.repeat(20_001), undefined, 'too-large'],
  ['an overlong guid', 'Ferry sold\nIt is.', 'x'.repeat(513), 'invalid-member'],
])('refuses %s', (_name, text, guid, code) => {
  expect(codeOf(text, guid)).toBe(code);
});

test.each([
  ['a page', 'Ferry sold\nThe ferry is sold.', 0.3],
  ['one line', 'Ferry sold', 0],
  ['XML', '<?xml version="1.0"?>\n<a/>', 0],
  ['JSON', '{\n"uri": "x"}', 0],
  ['a JSON array of items', '[\n{"uri": "x"}]', 0],
  ['a 7901 transmission', '\u0001abc0001 3 pl\nFerry sold', 0],
  ['a ZCZC transmission', 'ZCZC\nFerry sold', 0],
  ['a message number', 'bdt0042 4 vm 120\nFerry sold', 0],
])('is as sure as it can be of %s', (_name, text, certainty) => {
  expect(pageText.detect({ text, charset: 'utf-8' }, {})).toBe(certainty);
});

const seedTest = existsSync(seed) ? test : test.skip;
seedTest('the seed page gives what is expected of it (skipped where ../shared/seed is absent)', () => {
  const expected = JSON.parse(readFileSync(new URL('expected.json', seed), 'utf8'));
  const page = readdirSync(seed).find((name) => name.endsWith('.txt'));
  const story = parse(readFileSync(new URL(page ?? '', seed), 'utf8'));
  const body = paragraphs(story);
  expect(story.headlines[0]?.value).toBe(expected.headline);
  expect([body.length, body[0], body.at(-1)]).toEqual([
    expected.paragraphs,
    expected.first_paragraph,
    expected.last_paragraph,
  ]);
  expect(story.keywords).toEqual(expected.tags);
  expect(story.infoSources.map((source) => source.name)).toEqual(expected.sources);
  expect(story.by).toBe(expected.byline_raw);
  expect(story.contributors[0]?.kind).toBe('organisation');
  expect(story.media.filter((media) => media.type === 'video').map((media) => media.duration)).toEqual([
    expected.video.duration_seconds,
  ]);
  expect(story.media.filter((media) => media.type === 'picture').map((media) => media.captions)).toEqual(
    expected.images.map((image: { raw: string }) => [image.raw, image.raw]),
  );
  for (const words of expected.must_not_be_in_body) expect(body.join('\n')).not.toContain(words);
  expect(story.issues).toEqual([]);
});
