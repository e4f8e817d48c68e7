import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readDocument } from '../read-document.ts';

const FIXTURES = new URL('./fixtures/', import.meta.url);
const names = readdirSync(FIXTURES).flatMap((file) => (file.endsWith('.xml') ? [file.slice(0, -4)] : []));
const read = (file: string): Buffer => readFileSync(new URL(file, FIXTURES));
const rssWith = (item: string, head = '') =>
  readDocument(Buffer.from(`<rss version="2.0"><channel><title>T</title>${head}<item>${item}</item></channel></rss>`))
    .stories[0];

describe('feeds', () => {
  test.each(names)('reads %s as its golden stories', (name) => {
    const golden: unknown = JSON.parse(read(`${name}.json`).toString());
    expect(readDocument(read(`${name}.xml`)).stories).toEqual(golden);
  });

  test.each([
    ['Tue, 06 May 2031 07:08:09 GMT', '2031-05-06T07:08:09Z'],
    ['Tue, 6 May 31 07:08 EDT', '2031-05-06T11:08:00Z'],
    ['Tue, 06 May 2031 07:08:09 Z', '2031-05-06T07:08:09Z'],
    ['Tuesday, 06 May 2031 07:08:09 PST', '2031-05-06T15:08:09Z'],
    ['06 May 2031 07:08:09 +0530', '2031-05-06T01:38:09Z'],
    ['Tue May 6 07:08:09 2031 UTC', '2031-05-06T07:08:09Z'],
    ['2031-05-06 07:08:09 +02:00', '2031-05-06T05:08:09Z'],
    ['mar., 06 mai 2031 07:08:09 +0200', '2031-05-06T05:08:09Z'],
  ])('takes the date %s for %s', (printed, utc) => {
    expect(rssWith(`<title>x</title><pubDate>${printed}</pubDate>`)?.times.published).toEqual({ raw: printed, utc });
  });

  test('names a story by its address, or by what it says, always alike', () => {
    expect(rssWith('<title>x</title><link>https://a.example/1</link>')?.guid).toBe('https://a.example/1');
    const again = [1, 2].map(() => rssWith('<title>x</title><description>y</description>')?.guid);
    expect(again[0]).toMatch(/^urn:dateline:rss:[\da-f]{32}$/);
    expect(again[1]).toBe(again[0]);
  });

  test.each([
    ['overlapping elements', '<rss><channel><item><title>x</item></title></channel></rss>', 'malformed-xml'],
    ['a feed cut off', '<rss><channel><item><title>x</title>', 'malformed-xml'],
    [
      'an internal DTD',
      '<!DOCTYPE rss [<!ENTITY a "b">]><rss><channel><item><title>&a;</title></item></channel></rss>',
      'unsafe-xml',
    ],
    ['a feed without items', '<rss><channel><title>x</title></channel></rss>', 'no-story'],
  ])('refuses %s', (_, xml, code) => {
    expect(() => readDocument(Buffer.from(xml))).toThrow(expect.objectContaining({ code }));
  });
});
