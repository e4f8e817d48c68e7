import { expect, test } from '@jest/globals';
import { rawStory } from '../fixtures/raw-story.ts';
import { resolveTime } from '../resolve-time.ts';
import { profileOf } from './index.ts';

const { story } = rawStory();

test.each([
  ['dpa', '2031-07-25T19:37:00', '2031-07-25T17:37:00Z', 'Europe/Berlin'],
  ['SDA', '2031-01-25T19:37:00', '2031-01-25T18:37:00Z', 'Europe/Zurich'],
  ['ats', '2031-07-25T19:37:00', '2031-07-25T17:37:00Z', 'Europe/Zurich'],
  ['ANSA', '2031-01-25T19:37:00', '2031-01-25T18:37:00Z', 'Europe/Rome'],
])('a wire that names %s its provider prints %s for %s', (name, local, utc, zone) => {
  const profile = profileOf('example', { ...story, infoSources: [{ name, role: 'provider' }] });
  expect(resolveTime({ raw: local, local }, profile)).toMatchObject({ utc, zone, origin: 'profile' });
});

test('a name that is no provider gives no zone', () => {
  const profile = profileOf('example', { ...story, infoSources: [{ name: 'dpa', role: 'service' }] });
  expect(profile).toBeUndefined();
});
