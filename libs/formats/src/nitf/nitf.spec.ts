import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Story } from '#contracts';
import { readDocument } from '../read-document.ts';

const FIXTURES = new URL('./fixtures/', import.meta.url);
const names = readdirSync(FIXTURES).flatMap((file) => (file.endsWith('.xml') ? [file.slice(0, -4)] : []));
const read = (file: string): Buffer => readFileSync(new URL(file, FIXTURES));

const DOC_ID = '<doc-id id-string="tide.1"/>';

function story(docdata: string, body = '<body.content><p>The moon was full.</p></body.content>'): Story {
  const xml = `<nitf><head><docdata ${docdata}</docdata></head><body>${body}</body></nitf>`;
  const [only] = readDocument(Buffer.from(xml)).stories;
  if (only === undefined) throw new Error('no story');
  return only;
}

const htmlOf = (content: string): string =>
  story(`>${DOC_ID}`, `<body.content>${content}</body.content>`)
    .body.map(({ html }) => html)
    .join('');

describe('NITF', () => {
  test.each(names)('reads %s as its golden stories', (name) => {
    const golden: unknown = JSON.parse(read(`${name}.json`).toString());
    expect(readDocument(read(`${name}.xml`))).toEqual({ format: 'nitf', charset: 'utf-8', stories: golden });
  });

  test('keeps what is not for publication out of all that is public', () => {
    const [{ notes, ...rest } = { notes: [] }] = readDocument(read('harbour.xml')).stories;
    expect(JSON.stringify(rest)).not.toMatch(/relative|555 0100|Desk|call the printer/);
    const secret = notes.filter(({ text }) => /relative|555 0100|Desk|call the printer/.test(text));
    expect(secret.map((note) => note.public)).toEqual([false, false, false, false]);
  });

  test.each([
    ['usable', undefined, 'usable'],
    ['canceled', 'kill', 'canceled'],
    ['withheld', 'hold', 'withheld'],
    ['embargoed', 'hold', 'withheld'],
    ['lost', undefined, undefined],
  ])('management status %s is the change %s and the status %s', (status, change, pubStatus) => {
    const { change: read, pubStatus: found } = story(`management-status="${status}">${DOC_ID}`);
    expect([read, found]).toEqual([change, pubStatus]);
  });

  test('embargoes until a release that is later than the issue, and only then', () => {
    const times = (release: string) =>
      story(`>${DOC_ID}<date.issue norm="20310505T101500+0200"/><date.release norm="${release}"/>`).times;
    expect(times('20310505T090000Z').embargoedUntil?.utc).toBe('2031-05-05T09:00:00Z');
    expect(times('20310505T081500Z').embargoedUntil).toBeUndefined();
    expect(times('YYYYMMDD').embargoedUntil).toBeUndefined();
  });

  test('embargoes with a readable release instead of withholding', () => {
    const { pubStatus, times } = story(
      `management-status="embargoed">${DOC_ID}<date.release norm="20310505T120000Z"/>`,
    );
    expect([pubStatus, times.embargoedUntil?.utc]).toEqual(['usable', '2031-05-05T12:00:00Z']);
  });

  test('meets the update of a document without an identifier by headline and day', () => {
    const head = (time: string) =>
      story(`><date.issue norm="${time}"/>`, '<body.head><hedline><hl1>Tides  Today</hl1></hedline></body.head>');
    const [first, later, tomorrow] = ['20310505T101500Z', '20310505T181500Z', '20310506T101500Z'].map(head);
    expect(first?.guid).toBe(later?.guid);
    expect(first?.guid).not.toBe(tomorrow?.guid);
    expect(first?.issues).toContainEqual({ code: 'identifier-made', path: 'docdata/doc-id' });
  });

  test('refuses a document with neither identifier nor headline', () => {
    expect(() => story('>')).toThrow(expect.objectContaining({ code: 'missing-identifier' }));
  });

  test('refuses an identifier that is too long', () => {
    expect(() => story(`><doc-id id-string="${'x'.repeat(513)}"/>`)).toThrow(
      expect.objectContaining({ code: 'invalid-member' }),
    );
  });

  test.each([
    ['type="Sport" tobject.subject.refnum="15000000"', [['15000000', 'Sport']]],
    ['matter="Football" tobject.subject.refnum="15054000"', [['15054000', 'Football']]],
    ['matter="League" tobject.subject.refnum="15073031"', [['15073031', 'League']]],
    [
      'type="Sport" tobject.subject.matter="Football" tobject.subject.refnum="15054000"',
      [
        ['15000000', 'Sport'],
        ['15054000', 'Football'],
      ],
    ],
    ['ipr="HW" tobject.subject.refnum="T7"', [['T7', undefined]]],
    ['ipr="IPTC"', []],
  ])('reads the subject %s', (attributes, expected) => {
    const xml = `<nitf uno="tide.1"><head><tobject><tobject.subject tobject.subject.${attributes}/></tobject></head></nitf>`;
    const [found] = readDocument(Buffer.from(xml)).stories;
    expect(found?.subjects.map(({ code, name }) => [code, name])).toEqual(expected);
  });

  test.each([
    ['<block>bare words<p>and more</p></block>', '<p>bare words</p><p>and more</p>'],
    ['<p>a <unknown>b</unknown> c</p>', '<p>a b c</p>'],
    ['<unknown><p>a</p><p>b</p></unknown>', '<p>a</p><p>b</p>'],
    [
      '<p>before <media><media-caption>quay</media-caption></media> after</p>',
      '<p>before after</p><figure><figcaption>quay</figcaption></figure>',
    ],
    ['<p>a <constructor>b</constructor></p><toString>c</toString>', '<p>a b</p><p>c</p>'],
    ['<p>a<script>alert(1)</script></p>', '<p>a</p>'],
    ['<p><a href="javascript:alert(1)">a</a></p>', '<p>a</p>'],
    [
      '<nitf-table><nitf-table-summary>Sum</nitf-table-summary><table><tr><td>1</td></tr></table></nitf-table>',
      '<p>Sum</p><table><tr><td>1</td></tr></table>',
    ],
  ])('writes %s as %s', (content, html) => {
    expect(htmlOf(content)).toBe(html);
  });

  test.each([
    ['<location>LONDON</location> (HW) - <story.date>May 5</story.date>', 'LONDON (HW) - May 5'],
    ['<location>LONDON</location><story.date>May 5</story.date>', 'LONDON, May 5'],
    ['<location><city>London</city><country>UK</country></location>, May 5', 'London, UK, May 5'],
    ['<story.date>20310505T101500Z</story.date>', undefined],
  ])('reads the dateline %s as %s', (dateline, text) => {
    expect(story(`>${DOC_ID}`, `<body.head><dateline>${dateline}</dateline></body.head>`).dateline?.text).toBe(text);
  });

  test('takes a picture shown twice once', () => {
    const picture = '<media><media-reference source="https://hw.example/a.jpg"/></media>';
    const { media, body } = story(`>${DOC_ID}`, `<body.content>${picture}<p>a</p>${picture}</body.content>`);
    expect(media).toHaveLength(1);
    expect(body.map((block) => block.media)).toEqual([0, undefined, 0]);
  });
});
