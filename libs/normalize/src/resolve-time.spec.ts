import { describe, expect, test } from '@jest/globals';
import type { PrintedTime } from '#contracts';
import { rawStory } from './fixtures/raw-story.ts';
import { profileOf } from './profiles/index.ts';
import type { SourceProfile } from './profiles/source-profile.ts';
import { resolveTime } from './resolve-time.ts';
import { resolveTimes } from './story-times.ts';

const beijing = profileOf('cgtn', rawStory().story);
const moved: SourceProfile = {
  providers: ['moved'],
  printedAs: [],
  zones: [
    { zone: 'Europe/Moscow', validUntil: '2019-12-31' },
    { zone: 'America/New_York', validFrom: '2020-01-01' },
  ],
};

describe('resolveTime', () => {
  test.each<[string, PrintedTime, SourceProfile | undefined, object]>([
    [
      'keeps a printed offset',
      { raw: '2025-03-04T09:15:30+08:00', utc: '2025-03-04T01:15:30Z' },
      undefined,
      { utc: '2025-03-04T01:15:30Z', zone: '+08:00', origin: 'explicit', precision: 'second' },
    ],
    [
      'reads an instant whose zone the feed said elsewhere',
      { raw: '2025-03-04T09:15', utc: '2025-03-04T08:15:00Z' },
      undefined,
      { utc: '2025-03-04T08:15:00Z', zone: 'UTC', origin: 'feed', precision: 'minute' },
    ],
    [
      "reads a local time in its source's zone",
      { raw: '09:15, 04-Mar-2025', local: '2025-03-04T09:15:00' },
      beijing,
      { utc: '2025-03-04T01:15:00Z', zone: 'Asia/Shanghai', origin: 'profile', precision: 'minute' },
    ],
    [
      'reads summer time',
      { raw: '2025-07-04 09:15', local: '2025-07-04T09:15:00' },
      moved,
      { utc: '2025-07-04T13:15:00Z', zone: 'America/New_York', origin: 'profile', precision: 'minute' },
    ],
    [
      'reads winter time',
      { raw: '2025-01-04 09:15', local: '2025-01-04T09:15:00' },
      moved,
      { utc: '2025-01-04T14:15:00Z', zone: 'America/New_York', origin: 'profile', precision: 'minute' },
    ],
    [
      'reads an earlier day in the zone of then',
      { raw: '2019-12-31 09:15', local: '2019-12-31T09:15:00' },
      moved,
      { utc: '2019-12-31T06:15:00Z', zone: 'Europe/Moscow', origin: 'profile', precision: 'minute' },
    ],
    [
      'takes UTC where nothing is known, and says so',
      { raw: '2025-03-04 09:15', local: '2025-03-04T09:15:00' },
      undefined,
      { utc: '2025-03-04T09:15:00Z', zone: 'UTC', origin: 'guessed', precision: 'minute' },
    ],
    [
      'takes a date for the start of that day',
      { raw: '4 March 2025', local: '2025-03-04' },
      beijing,
      { utc: '2025-03-03T16:00:00Z', zone: 'Asia/Shanghai', origin: 'profile', precision: 'day' },
    ],
    [
      'starts a day without midnight at its first instant',
      { raw: '4 November 2018', local: '2018-11-04' },
      { providers: [], printedAs: [], zones: [{ zone: 'America/Sao_Paulo' }] },
      { utc: '2018-11-04T03:00:00Z', zone: 'America/Sao_Paulo', origin: 'profile', precision: 'day' },
    ],
  ])('%s', (_, printed, profile, resolved) => {
    expect(resolveTime(printed, profile)).toEqual({ raw: printed.raw, ...resolved });
  });

  test.each<[string, PrintedTime]>([
    ['no time', { raw: 'soon' }],
    ['a day that does not exist', { raw: '30 February 2025', local: '2025-02-30' }],
    ['a local text of another form', { raw: 'x', local: '2025-03-04T09:15:00+01:00' }],
    ['an hour that does not exist', { raw: 'x', local: '2025-03-04T25:00' }],
  ])('finds no instant in %s', (_, printed) => {
    expect(resolveTime(printed)).toBeUndefined();
  });
});

describe('profileOf', () => {
  test.each<[string, string, object, boolean]>([
    ['the provider', 'cgtn', {}, true],
    ['the byline', 'other', { by: ' cgtn ' }, true],
    ['an organisation that contributed', 'other', { contributors: [{ name: 'CGTN', kind: 'organisation' }] }, true],
    ['the provider it names', 'other', { infoSources: [{ role: 'provider', scheme: 'x', code: 'STT' }] }, true],
    ['the name it gives its provider', 'other', { infoSources: [{ role: 'provider', name: 'belga.be' }] }, true],
    ['its distributor', 'other', { infoSources: [{ role: 'provider', name: 'ANSA' }] }, true],
    ['no other source it names', 'other', { infoSources: [{ role: 'source', name: 'CGTN' }] }, false],
    ['no person of that name', 'other', { contributors: [{ name: 'CGTN', kind: 'person' }] }, false],
    ['nothing else', 'other', { by: 'ENB' }, false],
  ])('goes by %s', (_, provider, story, known) => {
    expect(profileOf(provider, rawStory(story).story) !== undefined).toBe(known);
  });
});

test('says which times had to be guessed or could not be read', () => {
  const { story } = rawStory({
    times: { published: { raw: '4 March 2025', local: '2025-03-04' }, expires: { raw: 'soon' } },
  });
  const { times, issues } = resolveTimes(story);
  expect(Object.keys(times)).toEqual(['published']);
  expect(issues).toEqual([
    { code: 'unreadable-time', path: 'times.expires' },
    { code: 'zone-guessed', path: 'times.published' },
    { code: 'time-of-day-missing', path: 'times.published' },
  ]);
});
