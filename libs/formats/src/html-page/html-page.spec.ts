import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readDocument } from '../read-document.ts';

const FIXTURES = new URL('./fixtures/', import.meta.url);
const names = readdirSync(FIXTURES).flatMap((file) => (file.endsWith('.html') ? [file.slice(0, -5)] : []));
const read = (file: string): Buffer => readFileSync(new URL(file, FIXTURES));
const SENTENCE =
  'The harbour master counted the boats once more, wrote the number down, and went home before the rain came in.';
const BODY = `<h1>Boats counted</h1>${`<p>${SENTENCE}</p>`.repeat(4)}`;
const page = (head: string, body = BODY) =>
  readDocument(Buffer.from(`<!doctype html><html><head>${head}</head><body><article>${body}</article></body></html>`))
    .stories[0];

describe('HTML pages', () => {
  test.each(names)('reads %s as its golden story', (name) => {
    const golden: unknown = JSON.parse(read(`${name}.json`).toString());
    expect(readDocument(read(`${name}.html`)).stories).toEqual(golden);
  });

  test.each([
    ['{"@type":"NewsArticle","datePublished":"2031-05-06T08:00:00Z"}', '2031-05-06T08:00:00Z'],
    [
      '[{"@type":["Thing","ReportageNewsArticle"],"datePublished":"2031-05-06T10:00:00+02:00"}]',
      '2031-05-06T08:00:00Z',
    ],
    ['{"@type":"http://schema.org/BlogPosting","datePublished":"2031-05-06T08:00:00.000Z",}', '2031-05-06T08:00:00Z'],
    ['<!-- {"@type":"Article","datePublished":"2031-05-06T08:00:00Z"} -->', '2031-05-06T08:00:00Z'],
  ])('takes the time of the JSON-LD %s', (json, utc) => {
    expect(page(`<script type="application/ld+json">${json}</script>`)?.times.published?.utc).toBe(utc);
  });

  test.each([
    ['<meta property="article:published_time" content="2031-05-06T08:00:00Z">', '2031-05-06T08:00:00Z'],
    ['<meta name="dc.date" content="2031-05-06T08:00:00+01:00">', '2031-05-06T07:00:00Z'],
    ['<meta itemprop="datePublished" content="2031-05-06T08:00:00Z">', '2031-05-06T08:00:00Z'],
  ])('takes the time of %s', (meta, utc) => {
    expect(page(meta)?.times.published?.utc).toBe(utc);
  });

  test('takes a printed time with its zone, and leaves one without a zone to the source profile', () => {
    const line = (text: string) =>
      page('', `<h1>Boats counted</h1><p class="date">${text}</p>${`<p>${SENTENCE}</p>`.repeat(4)}`)?.times;
    expect(line('Updated 22:38, 23-Apr-2031')?.updated?.local).toBe('2031-04-23T22:38:00');
    expect(line('April 23, 2031 | 4:05pm EST')?.published?.utc).toBe('2031-04-23T21:05:00Z');
  });

  test.each([
    ['<figcaption>The quay at dusk. Photo: Ada Quill</figcaption>', 'The quay at dusk.', 'Ada Quill'],
    [
      '<figcaption>The quay at dusk. <span class="copyright">© Ada Quill/Example</span></figcaption>',
      'The quay at dusk.',
      'Ada Quill/Example',
    ],
    [
      '<figcaption><span>The quay at dusk.</span><span>Ada Quill/AFP</span></figcaption>',
      'The quay at dusk.',
      'Ada Quill/AFP',
    ],
    ['<figcaption>Der Kai am Abend. Foto: Ada Quill/dpa</figcaption>', 'Der Kai am Abend.', 'Ada Quill/dpa'],
    [
      '<figcaption>The quay at dusk, seen from the north (Ada Quill/AP)</figcaption>',
      'The quay at dusk, seen from the north',
      'Ada Quill/AP',
    ],
    ['<figcaption>The quay at dusk</figcaption>', 'The quay at dusk', undefined],
  ])('parts caption and credit of %s', (caption, text, credit) => {
    const figure = `<figure><img src="https://a.example/quay.jpg" width="800" height="500">${caption}</figure>`;
    const media = page('', `${BODY}${figure}<p>${SENTENCE}</p>`)?.media.find(({ type }) => type === 'picture');
    expect([media?.captions, media?.credit]).toEqual([[text], credit]);
  });

  test('finds the times around a headline that is no heading', () => {
    const body = `<div class="date">19:49, 21-Jan-2031</div><div>Boats counted</div><div>Updated 23:16, 21-Jan-2031</div>`;
    const story = page(
      '<title>Boats counted</title>',
      `${body}${'<p>Filler line</p>'.repeat(30)}${`<p>${SENTENCE}</p>`.repeat(4)}`,
    );
    expect([story?.times.published?.local, story?.times.updated?.local]).toEqual([
      '2031-01-21T19:49:00',
      '2031-01-21T23:16:00',
    ]);
  });

  test('names a page by its address, else by headline and day', () => {
    expect(page('<link rel="canonical" href="https://a.example/1">')?.guid).toBe('https://a.example/1');
    expect(page('')?.guid).toMatch(/^urn:dateline:html-page:[\da-f]{32}$/);
  });

  test('reads a page in the character set that it declares', () => {
    const bytes = [
      Buffer.from('<!doctype html><meta charset="windows-1251"><h1>'),
      Buffer.from([0xcf, 0xee, 0xf0, 0xf2]),
      Buffer.from('</h1>'),
    ];
    expect(readDocument(Buffer.concat(bytes)).stories[0]?.headlines[0]?.value).toBe('Порт');
  });

  test('refuses a page without headline and text', () => {
    expect(() => readDocument(Buffer.from('<!doctype html><html><body><script>x()</script></body></html>'))).toThrow(
      expect.objectContaining({ code: 'no-story' }),
    );
  });
});
