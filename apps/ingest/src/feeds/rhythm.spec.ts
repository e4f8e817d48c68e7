import { describe, expect, test } from '@jest/globals';
import { FeedRhythm } from '#contracts';
import { afterStory, isQuiet, usualSilence } from './rhythm.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A Monday, 00:00 UTC. */
const MONDAY = Date.UTC(2026, 0, 5);
const FLOOR = 15 * 60;

/** The rhythm after stories at these times. */
const rhythmAfter = (times: Iterable<number>) => [...times].reduce<FeedRhythm | undefined>(afterStory, undefined);

/** A story each ten minutes, from 6 to 22 o'clock, Monday to Friday. */
function* officeHours(weeks: number, end = Number.POSITIVE_INFINITY): Generator<number> {
  for (let at = MONDAY; at < Math.min(end, MONDAY + weeks * 7 * DAY); at += 10 * MINUTE) {
    const date = new Date(at);
    if (date.getUTCHours() >= 6 && date.getUTCHours() < 22 && date.getUTCDay() % 6 !== 0) yield at;
  }
}

const quietAt = (rhythm: FeedRhythm | undefined, at: number) => rhythm !== undefined && isQuiet(rhythm, at, FLOOR);

describe('a feed with office hours', () => {
  const lastStory = MONDAY + 14 * DAY + 4 * DAY + 22 * HOUR - 10 * MINUTE;
  const friday = rhythmAfter(officeHours(3, lastStory + 1));

  test('is not quiet at night or over the week-end', () => {
    for (let at = lastStory; at <= MONDAY + 21 * DAY + 6 * HOUR; at += 10 * MINUTE)
      expect(quietAt(friday, at)).toBe(false);
  });

  test('is quiet when it does not begin on Monday', () => {
    expect(quietAt(friday, MONDAY + 21 * DAY + 12 * HOUR)).toBe(true);
  });

  test('is quiet within the hour when it stops at noon', () => {
    const noon = MONDAY + 14 * DAY + DAY + 12 * HOUR;
    const rhythm = rhythmAfter(officeHours(3, noon + 1));
    expect(quietAt(rhythm, noon + 14 * MINUTE)).toBe(false);
    expect(quietAt(rhythm, noon + 30 * MINUTE)).toBe(true);
  });

  test('is known within bounds, however long it runs', () => {
    const rhythm = rhythmAfter(officeHours(30));
    expect(FeedRhythm.parse(rhythm)).toEqual(rhythm);
    expect(JSON.stringify(rhythm).length).toBeLessThan(24_000);
  });
});

test('a feed that is known for less than a day is never quiet', () => {
  const rhythm = rhythmAfter([MONDAY, MONDAY + MINUTE, MONDAY + 2 * MINUTE]);
  expect(rhythm && usualSilence(rhythm, MONDAY + 30 * DAY, FLOOR)).toBeUndefined();
  expect(quietAt(rhythm, MONDAY + 30 * DAY)).toBe(false);
});

test('no silence below the floor is strange', () => {
  const everySecond = Array.from({ length: 25 * 60 }, (_, index) => MONDAY + index * MINUTE);
  const rhythm = rhythmAfter(everySecond);
  const last = everySecond.at(-1) ?? 0;
  expect(quietAt(rhythm, last + FLOOR * 1000)).toBe(false);
  expect(quietAt(rhythm, last + FLOOR * 1000 + 1000)).toBe(true);
});

test('a silence counts in the hours that it reached into, by how long it was by then', () => {
  const rhythm = rhythmAfter([MONDAY + 30 * MINUTE, MONDAY + 2 * HOUR + 15 * MINUTE]);
  // 1970 began on a Thursday: Monday 00:00 is hour 96 of its week.
  const week = Math.floor(MONDAY / (7 * DAY));
  expect(rhythm?.hours).toEqual({ 96: [[week, 1_800]], 97: [[week, 5_400]], 98: [[week, 6_300]] });
});

test('a clock that is set back teaches nothing', () => {
  const rhythm = rhythmAfter([MONDAY, MONDAY + HOUR]);
  expect(rhythm && afterStory(rhythm, MONDAY)).toEqual(rhythm);
});

test('the silence of months is cut to a week', () => {
  expect(Object.keys(rhythmAfter([MONDAY, MONDAY + 90 * DAY])?.hours ?? {})).toHaveLength(168);
});
