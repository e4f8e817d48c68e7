import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Story } from '#contracts';
import { readDocument } from '../read-document.ts';
import { iptc7901 } from './index.ts';

const FIXTURES = new URL('./fixtures/', import.meta.url);
const names = readdirSync(FIXTURES).flatMap((file) => (file.endsWith('.txt') ? [file.slice(0, -4)] : []));
const bytes = (file: string): Buffer => readFileSync(new URL(file, FIXTURES));

const HEADER = 'xna0412 3 i 214   xna 0061';
function message(
  text: string,
  { keywords = 'Maren-lamps/', trailer = '251937 GMT Mar 31', header = HEADER } = {},
): Story {
  const written = `\u0001${header}\r\n\r\n${keywords}\r\n\u0002${text.replaceAll('\n', '\r\n')}\r\n\u0003${trailer}\r\n\u0004`;
  const [story] = readDocument(Buffer.from(written)).stories;
  if (story === undefined) throw new Error('no story');
  return story;
}
const detect = (text: string): number => iptc7901.detect({ text, charset: 'utf-8' }, {});

describe('IPTC 7901', () => {
  test.each(names)('reads %s as its golden stories', (name) => {
    expect(readDocument(bytes(`${name}.txt`))).toEqual(JSON.parse(bytes(`${name}.json`).toString()));
  });

  test('reads a transmission that lost its control characters as the same story', () => {
    const lost = bytes('english.txt')
      .toString()
      .replace(/[\u0001-\u0004\u007f]/g, '');
    expect(readDocument(Buffer.from(lost)).stories).toEqual(readDocument(bytes('english.txt')).stories);
  });

  test.each([
    ['KILL: Maren-lamps/', 'Lamps =', 'kill', 'canceled'],
    ['Maren-lamps/KILL/', 'Lamps =', 'kill', 'canceled'],
    ['Maren-lamps/', 'HOLD\nLamps =', 'hold', 'withheld'],
    ['Maren-lamps/', 'HOLD RELEASED\nLamps =', 'release', 'usable'],
    ['Maren-lamps/', '(Berichtigung: 40 statt 400)\nLampen =', 'correction', undefined],
    ['Maren-lamps/', 'CORRECTION: Lamps lit =', 'correction', undefined],
    ['Maren-lamps/', 'REFILE\nLamps =', 'refile', undefined],
    ['Maren-lamps/', 'REPEAT\nLamps =', 'repeat', undefined],
    ['Maren-lamps/', '2ND LEAD\nLamps =', 'update', undefined],
    ['Maren-lamps/', 'EXTRA\nLamps =', undefined, undefined],
    ['Maren-lamps/', 'Kill switch for lamps found =', undefined, undefined],
    ['Kill/switch/', 'Lamps hold the quay together =', undefined, undefined],
  ])('keywords %j above %j mean the change %s', (keywords, head, change, pubStatus) => {
    const story = message(`${head}\n   Port Maren (xna) - Text.`, { keywords });
    expect([story.change, story.pubStatus]).toEqual([change, pubStatus]);
  });

  test('gives a kill the guid of the message it names, on the same day', () => {
    const first = message('Lamps =\n   Text.');
    const kill = message('KILL\nDo not use xna 0412 =\n   It is wrong.', { header: 'xna0500 1 i 10' });
    expect(kill.guid).toBe(first.guid);
    const next = message('Lamps =\n   Text.', { trailer: '261937 GMT Mar 31' });
    expect(next.guid).not.toBe(first.guid);
  });

  test('says when it is not known which story a version changes', () => {
    const { issues } = message('1ST LEAD\nLamps =\n   Text.');
    expect(issues).toEqual([{ code: 'changed-story-unknown', path: 'text' }]);
  });

  test.each([
    ['251937 GMT Mar 31', { utc: '2031-03-25T19:37:00Z' }],
    ['AFP 251937 GMT MAR 31', { utc: '2031-03-25T19:37:00Z' }],
    ['251937 mars 31', { local: '2031-03-25T19:37:00' }],
    ['251937', { utc: undefined, local: undefined }],
    ['321937 GMT Mar 31', { utc: undefined, local: undefined }],
    ['251937 QQT Mar 31', { utc: undefined, local: undefined }],
  ])('reads the date-time group %j', (trailer, expected) => {
    const { versionCreated } = message('Lamps =\n   Text.', { trailer }).times;
    expect({ raw: versionCreated?.raw, utc: versionCreated?.utc, local: versionCreated?.local }).toEqual({
      raw: trailer,
      utc: undefined,
      local: undefined,
      ...expected,
    });
  });

  test('takes month and year from the dateline for a day and a time alone', () => {
    const text = 'Lamps =\n   Port Maren, Mar 25, 2031 (xna) - Text.';
    expect(message(text, { trailer: '251937 GMT' }).times.versionCreated?.utc).toBe('2031-03-25T19:37:00Z');
    expect(message(text, { trailer: '261937 GMT' }).times.versionCreated).toEqual({ raw: '261937 GMT' });
  });

  test('has no urgency where the header has priority 0', () => {
    expect(message('Lamps =\n   Text.', { header: 'xna0412 0 i 21' }).urgency).toBeUndefined();
  });

  test.each(names)('leaks nothing private of %s', (name) => {
    const stories = readDocument(bytes(`${name}.txt`)).stories.map((story) => ({
      ...story,
      notes: story.notes.filter((note) => note.public),
    }));
    expect(JSON.stringify(stories)).not.toMatch(/5550|@|Falk|yyzz|Editing by|Kaistra/);
  });

  test.each([
    ['\u0001xna0412 3 i 214', 0.95],
    ['\u007f\u007f\r\n\u0001xna0412 3 i 214   xna 0061\r\n', 0.95],
    ['xna0412 3 i 214\n\nMaren-lamps/\n\nLamps =\n\nText', 0.8],
    ['xna0412 3 i 214\n\nLamps\n\nText', 0.6],
    ['ab12 3 pm\nLamps\n\nText', 0],
    ['MH370 5 of 12 parts found\nLamps\n\nText', 0],
    ['May 12 3 pm\nLamps', 0],
    ['Lamps lit =\nText', 0],
    ['\u0001no header line\r\n\u0002Text', 0],
  ])('is as sure as it can be of %j', (text, sure) => {
    expect(detect(text)).toBe(sure);
  });

  test('refuses a document whose messages have no header line', () => {
    const read = () => iptc7901.parse({ text: '\u0001no header\n\u0002Lamps =\n\u0003\u0004', charset: 'utf-8' }, {});
    expect(read).toThrow(expect.objectContaining({ code: 'missing-identifier' }));
  });
});
