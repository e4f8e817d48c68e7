import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { DocumentError } from './document-error.ts';
import { readDocument } from './read-document.ts';

const LONGEST_MS = 2000;
const MUTATIONS = 60;
const folders = ['./syndication/fixtures/', './html-page/fixtures/'].map((path) => new URL(path, import.meta.url));
const samples = new URL('../../../../shared/samples/', import.meta.url);

const fixtures = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => /\.(?:xml|html)$/.test(file))
    .map((file): [string, Buffer] => [file, readFileSync(new URL(file, folder))]),
);

/** Real feeds and every seventh real page. */
function realDocuments(): [string, Buffer][] {
  const feeds = new URL('feeds/rss-parser/input/', samples);
  const pages = new URL('html/article-extraction-benchmark/html/', samples);
  if (!existsSync(feeds) || !existsSync(pages)) return [];
  const some = readdirSync(pages).filter((_, index) => index % 7 === 0);
  return [
    ...readdirSync(feeds).map((file): [string, Buffer] => [file, readFileSync(new URL(file, feeds))]),
    ...some.map((file): [string, Buffer] => [file, gunzipSync(readFileSync(new URL(file, pages)))]),
  ];
}

/** The same numbers for the same seed (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One to four damages: bytes turned, a piece cut out, doubled, moved, or a sign of markup put in. */
function mutated(bytes: Buffer, seed: number): Buffer {
  const next = chance(seed);
  let result = Buffer.from(bytes);
  for (let count = 1 + Math.floor(next() * 4); count > 0; count -= 1) {
    const at = Math.floor(next() * result.length);
    const end = Math.min(result.length, at + Math.floor(next() * 400));
    const kind = Math.floor(next() * 5);
    if (kind === 0)
      for (let byte = at; byte < Math.min(end, at + 8); byte += 1) result[byte] = Math.floor(next() * 256);
    else if (kind === 1) result = Buffer.concat([result.subarray(0, at), result.subarray(end)]);
    else if (kind === 2) result = Buffer.concat([result.subarray(0, end), result.subarray(at)]);
    else if (kind === 3) result = Buffer.concat([result.subarray(end), result.subarray(0, end)]);
    else {
      const signs = [
        '<',
        '>',
        '&',
        ']]>',
        '<![CDATA[',
        '<!--',
        '"',
        '</p>',
        '<table>',
        '<script>',
        '&#x0;',
        '\u0000',
        '{',
        '<item>',
      ];
      result = Buffer.concat([
        result.subarray(0, at),
        Buffer.from(signs[Math.floor(next() * signs.length)] ?? ''),
        result.subarray(at),
      ]);
    }
  }
  return result;
}

/** The processor time that a document takes, in ms: others may be at work on the same machine. Throws what is no `DocumentError`. */
function timeOf(bytes: Uint8Array): number {
  const start = process.cpuUsage();
  try {
    readDocument(bytes);
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
  }
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const page = (body: string) =>
  `<!doctype html><html><head><title>x</title></head><body><article>${body}</article></body></html>`;
const HOSTILE: readonly (readonly [string, string])[] = [
  ['elements nested as deep as is read', page('<div class="author"><ul><li><figure>word '.repeat(700))],
  ['elements without an end', page('<div>'.repeat(200_000))],
  ['inline elements without an end', page(`<p>${'<b><i>'.repeat(100_000)}x`)],
  ['tables in tables', page('<table><tr><td>'.repeat(50_000))],
  ['lists in lists', page('<ul><li>word '.repeat(50_000))],
  ['figures in figures', page('<figure><img src="https://a.example/b.jpg"><figcaption>x'.repeat(30_000))],
  [
    'a hundred thousand pictures',
    page(
      `<p>${'A sentence of ten words that goes on and on here. '.repeat(9)}</p>${'<img src="https://a.example/b.jpg">'.repeat(100_000)}<p>The end of it all, as far as anyone can tell, is here.</p>`,
    ),
  ],
  ['a hundred thousand paragraphs', page('<p>word, word, word.</p>'.repeat(100_000))],
  ['one long text', page(`<p>${'word '.repeat(800_000)}</p>`)],
  ['spaces', page(`<p>x${'<b> </b>'.repeat(150_000)}x</p>`)],
  ['bylines in bylines', page('<div class="author">a '.repeat(100_000))],
  ['opening signs', page('<'.repeat(2_000_000))],
  ['references', page('&amp;&#x41;&bogus;'.repeat(200_000))],
  [
    'data nested deeply',
    `<!doctype html><script type="application/ld+json">${'{"@graph":['.repeat(100_000)}</script><h1>x</h1>`,
  ],
  [
    'data with many nodes',
    `<!doctype html><script type="application/ld+json">[${'{"@type":"NewsArticle","author":{"@id":"a"}},'.repeat(40_000)}0]</script><h1>x</h1>`,
  ],
  ['a source set without an end', page(`<img srcset="${'a 1w, '.repeat(300_000)}">`)],
  ['items without an end', `<rss version="2.0"><channel>${'<item>'.repeat(100_000)}`],
  ['sections that never close', `<rss version="2.0"><channel><item><title>${'<![CDATA['.repeat(300_000)}`],
  ['ampersands', `<rss version="2.0"><channel><item><title>${'& '.repeat(1_000_000)}</title></item></channel></rss>`],
  [
    'prefixes that nobody declared',
    `<rss version="2.0"><channel><item>${Array.from({ length: 20_000 }, (_, n) => `<a${n}:b/>`).join('')}</item></channel></rss>`,
  ],
];

describe('hostile feeds and pages', () => {
  test.each(fixtures)('%s, damaged, gives stories or a DocumentError, in time', (_, bytes) => {
    for (let seed = 1; seed <= MUTATIONS; seed += 1) expect(timeOf(mutated(bytes, seed))).toBeLessThan(LONGEST_MS);
  });

  test.each(HOSTILE)('%s: stories or a DocumentError, in time', (_, text) => {
    expect(timeOf(Buffer.from(text))).toBeLessThan(LONGEST_MS);
  });
});

const real = realDocuments();

(real.length > 0 ? describe : describe.skip)(
  'real feeds and pages, damaged (skipped where ../shared/samples is absent)',
  () => {
    test.each(real)('%s', (_, bytes) => {
      for (let seed = 1; seed <= 5; seed += 1) expect(timeOf(mutated(bytes, seed))).toBeLessThan(LONGEST_MS);
    });
  },
);
