import { expect, test } from '@jest/globals';
import type { Story } from '#contracts';
import { changeOf } from './change-of.ts';
import { rawStory } from './fixtures/raw-story.ts';

test.each<[string, Partial<Story>, string]>([
  ['the feed has the first word', { change: 'correction', version: '1', pubStatus: 'canceled' }, 'correction'],
  ['canceled is a kill', { pubStatus: 'canceled', version: '3' }, 'kill'],
  ['withheld is a hold', { pubStatus: 'withheld' }, 'hold'],
  ['without a number it is new', {}, 'new'],
  ['version 1 is new', { version: '01' }, 'new'],
  ['version 2 is an update', { version: '2' }, 'update'],
])('%s', (_, story, change) => {
  expect(changeOf(rawStory(story).story)).toBe(change);
});
