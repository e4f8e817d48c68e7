import { expect, test } from '@jest/globals';
import type { Story } from '#contracts';
import { onclusive } from './index.ts';

const parse = (json: unknown) => onclusive.parse({ text: JSON.stringify(json), charset: 'utf-8' }, {});

function storyOf(members: object): Story {
  const [story] = parse({ itemId: 7, summary: 'Pier opens', startDate: '2031-04-14T00:00:00', ...members });
  if (story === undefined) throw new Error('no story');
  return story;
}

test.each([
  [{ time: '10:30', timezone: { timezoneOffset: 5.5 } }, { utc: '2031-04-14T05:00:00Z' }],
  [{ time: '10:30:00', timezone: { timezoneOffset: -3.5 } }, { utc: '2031-04-14T14:00:00Z' }],
  [{ time: '10:30:00', timezone: { timezoneOffset: 0 } }, { utc: '2031-04-14T10:30:00Z' }],
  [{ time: '10:30:00', timezone: null }, { local: '2031-04-14T10:30:00' }],
  [{ time: '10:30:00', timezone: { timezoneOffset: 99 } }, { local: '2031-04-14T10:30:00' }],
  [{ timezone: { timezoneOffset: -5 } }, { local: '2031-04-14' }],
])('an event with %j starts then', (members, start) => {
  expect(storyOf(members).event?.start).toMatchObject(start);
});

test.each([
  ['in UTC where the calendar says so', { createdDateUtc: '2031-03-01T08:00:00.123' }, '2031-03-01T08:00:00.123Z'],
  ['with its own zone where it has one', { createdDateUtc: '2031-03-01T08:00:00+01:00' }, '2031-03-01T07:00:00Z'],
  ['without a zone else', { createdDate: '2031-03-01T08:00:00' }, undefined],
])('an event was entered %s', (_name, members, utc) => {
  expect(storyOf(members).times.firstCreated?.utc).toBe(utc);
});

test('a deleted event is taken back', () => {
  expect(storyOf({ deleted: true })).toMatchObject({ pubStatus: 'canceled', change: 'kill' });
});

test('an event without a summary is headed by its description, once', () => {
  const story = storyOf({ summary: '', description: 'The pier opens' });
  expect([story.headlines, story.descriptions]).toEqual([[{ value: 'The pier opens' }], []]);
});

test('refuses an event without a number', () => {
  expect(() => parse([{ summary: 'x' }])).toThrow(expect.objectContaining({ code: 'missing-identifier' }));
});
