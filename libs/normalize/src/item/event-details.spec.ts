import { expect, test } from '@jest/globals';
import type { Story } from '#contracts';
import { rawStory } from '../fixtures/raw-story.ts';
import { readStory } from '../read-story.ts';
import { eventDetails } from './event-details.ts';

const detailsOf = (event: Story['event'], more: Partial<Story> = {}) =>
  eventDetails(readStory(rawStory({ ...more, ...(event !== undefined && { event }) }), () => undefined));

test('a story that is no event has none', () => {
  expect(detailsOf(undefined)).toBeUndefined();
  expect(detailsOf({})).toBeUndefined();
});

test('an instant is a date with its time, a day stays a day', () => {
  const start = { raw: '2031-04-14T10:30:00+02:00', utc: '2031-04-14T08:30:00Z' };
  expect(detailsOf({ start, end: { raw: '2031-04-15', local: '2031-04-15' } })).toEqual({
    dates: { startDate: '2031-04-14T08:30:00Z', expectedEndDate: '2031-04-15' },
  });
});

test('a time without a zone gets that of its source', () => {
  const start = { raw: '2031-04-14T10:30:00', local: '2031-04-14T10:30:00' };
  const infoSources = [{ name: 'NTB', role: 'provider' }];
  expect(detailsOf({ start }, { infoSources })).toEqual({ dates: { startDate: '2031-04-14T08:30:00Z' } });
});

test('what is no URI, no duration and no time is left out', () => {
  const odd = {
    start: { raw: 'soon' },
    duration: 'two hours',
    status: { code: 'eos5' },
    organiser: { name: 'Harbour Office' },
  };
  expect(detailsOf(odd)).toEqual({ organiser: { name: 'Harbour Office' } });
  const uri = 'http://cv.iptc.org/newscodes/eventoccurstatus/eos5';
  expect(detailsOf({ duration: 'P1DT2H', status: { uri } })).toEqual({
    eventStatus: uri,
    dates: { expectedDuration: 'P1DT2H' },
  });
});
