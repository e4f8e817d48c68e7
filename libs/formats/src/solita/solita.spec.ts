import { expect, test } from '@jest/globals';
import { readDocument } from '../read-document.ts';

const storyOf = (inside: string) =>
  readDocument(Buffer.from(`<release id="1"><leadtext/>${inside}</release>`)).stories[0];

test.each([
  ['04.03.2031 15:05', '2031-03-04T15:05:00'],
  ['4.3.2031 5:05', '2031-03-04T05:05:00'],
  ['31.02.2031 15:05', undefined],
  ['04/03/2031', undefined],
])('the time %s is read as %s', (raw, local) => {
  const story = storyOf(`<publicationDate>${raw}</publicationDate>`);
  expect(story?.times.published).toEqual({ raw, ...(local !== undefined && { local }) });
  expect(story?.issues).toEqual(local === undefined ? [{ code: 'time-unread', path: 'publicationDate' }] : []);
});

test.each([
  ['molo havn', ['molo', 'havn']],
  ['Port Maren, ny molo;havn', ['Port Maren', 'ny molo', 'havn']],
  ['', []],
])('the keywords "%s" are %j', (line, words) => {
  expect(storyOf(`<keywords>${line}</keywords>`)?.keywords).toEqual(words);
});

test('contacts and address are for editors alone', () => {
  const story = storyOf(
    '<contacts><contact><name>Ilse</name><phone>555</phone></contact></contacts><publisher><address>Kai 1</address></publisher>',
  );
  expect(story?.notes.map((note) => [note.text, note.public])).toEqual([
    ['Ilse\n555', false],
    ['Kai 1', false],
  ]);
});

test('refuses a release without an id', () => {
  const xml = '<release><leadtext>x</leadtext></release>';
  expect(() => readDocument(Buffer.from(xml))).toThrow(expect.objectContaining({ code: 'missing-identifier' }));
});
