import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Story } from '#contracts';
import { readDocument } from '../read-document.ts';
import { zczc } from './index.ts';

const FIXTURES = new URL('./fixtures/', import.meta.url);
const names = readdirSync(FIXTURES).flatMap((file) => (file.endsWith('.txt') ? [file.slice(0, -4)] : []));
const bytes = (file: string): Buffer => readFileSync(new URL(file, FIXTURES));

function telegram(text: string): Story {
  const [story] = readDocument(Buffer.from(`ZCZC XNA\n${text}\nNNNN\n`)).stories;
  if (story === undefined) throw new Error('no story');
  return story;
}

describe('ZCZC telegrams', () => {
  test.each(names)('reads %s as its golden stories', (name) => {
    expect(readDocument(bytes(`${name}.txt`))).toEqual(JSON.parse(bytes(`${name}.json`).toString()));
  });

  test('reads several telegrams, also where an end is lost', () => {
    const { stories } = readDocument(
      Buffer.from('ZCZC XNA\n$One lamp\nIt is lit.\nZCZC XNA\n$Two lamps\nThey are lit.\nNNNN\n'),
    );
    expect(stories.map(({ headlines }) => headlines[0]?.value)).toEqual(['One lamp', 'Two lamps']);
  });

  test('tells what a field is by what stands behind its sign', () => {
    const story = telegram(
      '$J\n$Lamps lit\n:(MAREN)\n:11/2/2031\n=1st take\n*07000000\n+04000000\n%D:NXX\nText of it.',
    );
    expect(story).toMatchObject({
      headlines: [{ value: 'Lamps lit' }, { role: 'label', value: '11/2/2031' }, { role: 'label', value: '1st take' }],
      located: 'MAREN',
      subjects: [
        { scheme: 'subj', code: '07000000' },
        { scheme: 'subj', code: '04000000' },
        { scheme: 'zczc-category', code: 'J' },
      ],
      altIds: [
        { role: 'channel', value: 'XNA' },
        { role: 'routing', value: 'D:NXX' },
      ],
    });
  });

  test('keeps every blank of a text in format T', () => {
    expect(telegram('$Lamps\n*T\nQuay    12\n   Pier  3').body).toEqual([
      { kind: 'preformatted', html: '<pre>Quay    12\n   Pier  3</pre>', text: 'Quay    12\n   Pier  3' },
    ]);
  });

  test('takes the slug for the headline where there is none, and says so', () => {
    const story = telegram('#Sund Betting\nLamp 2.90 is the favourite.');
    expect(story.headlines).toEqual([{ value: 'Sund Betting' }]);
    expect(story.issues).toEqual([{ code: 'headline-from-slugline', path: 'headlines' }]);
  });

  test('names a story by slug, headline and day', () => {
    const guid = (day: string) => telegram(`#Lamps\n$Lamps lit\nText of it.\n\n${day}-MAR-31 19:37`).guid;
    expect(guid('25')).toBe(telegram('#LAMPS\n$Lamps lit!\nOther text.\n\n25-MAR-31 22:00').guid);
    expect(guid('25')).not.toBe(guid('26'));
  });

  test.each(names)('leaks nothing private of %s', (name) => {
    const stories = readDocument(bytes(`${name}.txt`)).stories.map((story) => ({
      ...story,
      notes: story.notes.filter((note) => note.public),
    }));
    expect(JSON.stringify(stories)).not.toMatch(/555 0100|@|Falki|FLK/);
  });

  test.each([
    ['ZCZC XNA\n$Lamps', 0.95],
    ['\r\n  ZCZC5102/NVA\n', 0.95],
    ['Source: Lamp Works\r\nMEDIA RELEASE PR90001\r\nLamps lit\r\n', 0.85],
    ['NVY21020\n40:2:1:04\nSECURITE\n', 0.85],
    ['\u0001SUNDRACE: SUND\u001f6\u001fN\n', 0.85],
    ['ZCZCOM buys a lamp maker\nText', 0],
    ['Source: Lamp Works\nThe lamps are lit.\n', 0],
    ['NVY21020\nThe lamps are lit.\n', 0],
    ['Lamps lit\nZCZC is how telegrams began.\n', 0],
  ])('is as sure as it can be of %j', (head, sure) => {
    expect(zczc.detect({ text: head, charset: 'utf-8' }, {})).toBe(sure);
  });

  test('refuses a telegram without text', () => {
    const read = () => readDocument(Buffer.from('ZCZC\nNNNN\n'));
    expect(read).toThrow(expect.objectContaining({ code: 'no-story' }));
  });
});
