import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Story } from '#contracts';
import { readDocument } from '../read-document.ts';
import { anpa1312 } from './index.ts';

const FIXTURES = new URL('./fixtures/', import.meta.url);
const names = readdirSync(FIXTURES).flatMap((file) => (file.endsWith('.txt') ? [file.slice(0, -4)] : []));
const bytes = (file: string): Buffer => readFileSync(new URL(file, FIXTURES));

type Wire = { readonly number?: string; readonly keyword?: string; readonly lines: string; readonly trailer?: string };

function message({ number = 'w2411', keyword = 'BC-EU--Maren-Lamps', lines, trailer }: Wire): Story {
  const written = `\x16\x16\x01${number}\x1fasian\r\nr i\x13\x11 ${keyword}   03-25 0218\r\n\x02${lines}\r\n\x03${trailer ?? 'XP-NY-03-25-31 1937EDT'}<\r\n\x04`;
  const [story] = readDocument(Buffer.from(written)).stories;
  if (story === undefined) throw new Error('no story');
  return story;
}
const text = '\t   PORT MAREN (XP) _ The lamps are lit.<';

describe('ANPA 1312', () => {
  test.each(names)('reads %s as its golden stories', (name) => {
    expect(readDocument(bytes(`${name}.txt`))).toEqual(JSON.parse(bytes(`${name}.json`).toString()));
  });

  test.each([
    ['BC-EU--Maren-Lamps 1stLd-Writethru', '^BC-EU--Maren-Lamps, 1st Ld-Writethru,218<', 'update'],
    ['BC-EU--Maren-Lamps KILL', '^BC-EU--Maren-Lamps, KILL,20<', 'kill'],
    ['BC-EU--Maren-Lamps Withhold', '^BC-EU--Maren-Lamps, Withhold,20<', 'hold'],
    ['BC-EU--Maren-Lamps CORRECTIVE', '^BC-EU--Maren-Lamps, CORRECTIVE,20<', 'correction'],
    ['BC-EU--Maren-Lamps', '^BC-EU--Maren-Lamps,20<\n^URGENT<', undefined],
  ])('keyword %j above %j is the change %s of the same story', (keyword, lines, change) => {
    const story = message({ keyword, lines: `${lines}\n${text}` });
    expect(story.change).toBe(change);
    expect(story.guid).toBe(message({ lines: text }).guid);
    expect(story.slugline).toBe('EU--Maren-Lamps');
  });

  test.each(['1stAdd', 'SUB', 'INSERT'])('a message with "%s" is a part of its story, and not the story', (version) => {
    const whole = message({ lines: text });
    const part = message({ number: 'w2412', keyword: `BC-EU--Maren-Lamps ${version}`, lines: text });
    expect(part.guid).not.toBe(whole.guid);
    expect(part.change).toBeUndefined();
    expect(part.relations).toEqual([{ rel: 'partOf', guid: whole.guid }]);
    expect(part.issues).toEqual([{ code: 'part-of-story', path: 'keyword' }]);
  });

  test('names a story alike in both halves of the day, and apart from that of the next year', () => {
    const guid = (trailer: string) => message({ lines: text, trailer }).guid;
    expect(guid('XP-NY-03-25-31 2330GMT')).toBe(guid('XP-NY-03-26-31 0130GMT'));
    expect(guid('XP-NY-03-25-31 2330GMT')).not.toBe(guid('XP-NY-03-25-32 2330GMT'));
  });

  test('reads lines that lost their flush marks', () => {
    const story = message({
      lines: 'BC-EU--Maren-Lamps\nLamps lit in Maren\nBy RUBEN SOL\n   PORT MAREN (XP) _ The lamps\nare lit.',
    });
    expect(story).toMatchObject({
      headlines: [{ value: 'Lamps lit in Maren' }],
      by: 'By RUBEN SOL',
      dateline: { agency: 'XP' },
      body: [{ text: 'PORT MAREN (XP) — The lamps are lit.' }],
    });
  });

  test('leaves prose with semicolons alone', () => {
    const prose =
      '\t   The lamps are lit at the quay, which is old; nobody knows how long; the mayor is glad; so is Ida.<';
    const { body } = message({ lines: `^Lamps<\n${prose}\n${prose}` });
    expect(body.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph']);
  });

  test('invents no urgency: priorities are letters', () => {
    expect(message({ lines: text }).urgency).toBeUndefined();
  });

  test('loses no word of a text', () => {
    const body =
      readDocument(bytes('table.txt'))
        .stories[0]?.body.map((block) => block.text)
        .join('\n') ?? '';
    for (const word of ['NORTH', 'Maren\t23', 'Port Sund\t17', 'Kampen 5, Norvik 1, 13 laps', 'Kite\tSund\t1:09\t1']) {
      expect(body).toContain(word);
    }
  });

  test.each(names)('leaks nothing private of %s', (name) => {
    const stories = readDocument(bytes(`${name}.txt`)).stories.map((story) => ({
      ...story,
      notes: story.notes.filter((note) => note.public),
    }));
    expect(JSON.stringify(stories)).not.toMatch(/Eds:|555-0100|NYAG|Members are asked/);
  });

  test.each([
    ['\x16\x16\x01w2411\x1fasian\r\nr i\x13\x11 BC-Lamps   03-25 0218\r\n\x02^BC-Lamps<', 0.95],
    ['w2411 -----\nr i  BC-Lamps   03-25 0218\n^BC-Lamps<\n', 0.8],
    ['r i BC-Lamps 03-25 0218\n\t   PORT MAREN (XP) _ The lamps', 0.8],
    ['r i BC-Lamps 03-25 0218\nPort Maren is lit.\nYes.', 0],
    ['Lamps are lit again 03-25 0218\n   Text', 0],
    ['\x01xna0412 3 i 214\r\n\x02Lamps =', 0],
  ])('is as sure as it can be of %j', (head, sure) => {
    expect(anpa1312.detect({ text: head, charset: 'utf-8' }, {})).toBe(sure);
  });

  test('refuses a document whose messages have no header', () => {
    const read = () => anpa1312.parse({ text: '\x01no header\n\x02text\x03\x04', charset: 'utf-8' }, {});
    expect(read).toThrow(expect.objectContaining({ code: 'missing-identifier' }));
  });
});
