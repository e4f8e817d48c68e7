import { expect, test } from '@jest/globals';
import { readDocument } from '../read-document.ts';

const storiesOf = (inside: string) =>
  readDocument(Buffer.from(`<document><service>newscalendar</service>${inside}</document>`)).stories;

test.each([
  ['its guid', '<guid>NTB-1</guid><ntbId>NBRP1_2_ja_03</ntbId>', 'NTB-1', '03'],
  ['its number of NTB without the version', '<ntbId>NBRP1_2_ja_03</ntbId><id>7</id>', 'NBRP1_2_ja', '03'],
  ['its plain number', '<id>7</id>', '7', undefined],
])('an event is named by %s', (_name, inside, guid, version) => {
  expect(storiesOf(inside)).toMatchObject([{ guid, ...(version !== undefined && { version }) }]);
});

test('one without a number is named by title and start, however it is written', () => {
  const [first, second, third] = ['Pier', 'PIER', 'Other'].map(
    (title) => storiesOf(`<title>${title}</title><timeStart>2031-04-14T10:00:00</timeStart>`)[0]?.guid,
  );
  expect(first).toMatch(/^urn:dateline:ntb-event:[0-9a-f]{32}$/);
  expect([second, third === first]).toEqual([first, false]);
});

test.each([
  ['LANGRENN: Lansering av boka', 'LANGRENN'],
  ['Åpning: moloen', undefined],
  ['Åpning', undefined],
])('%s has the word %s before it', (title, slugline) => {
  expect(storiesOf(`<id>1</id><title>${title}</title>`)[0]?.slugline).toBe(slugline);
});

test('refuses an event without a number, title and start', () => {
  expect(() => storiesOf('<content>x</content>')).toThrow(expect.objectContaining({ code: 'missing-identifier' }));
});

test('refuses an answer without an event', () => {
  const empty = '<result numResults="0"><!-- <service>newscalendar</service> --></result>';
  expect(() => readDocument(Buffer.from(empty))).toThrow(expect.objectContaining({ code: 'no-story' }));
});
