import { describe, expect, test } from '@jest/globals';
import type { Article, ArticleState } from '#contracts';
import { dueTime, foldTime, type StoryState, type Version } from './index.ts';

const EARLY = '2026-03-01T11:00:00Z';
const NOON = '2026-03-01T12:00:00Z';
const LATE = '2026-03-01T13:00:00Z';

type Given = Partial<Pick<Article, 'change'>> & { state: ArticleState; embargoedUntil?: string; expires?: string };

function story({ state, change = 'update', embargoedUntil, expires }: Given): StoryState {
  const article: Article = {
    id: 'wire|a',
    provider: 'wire',
    format: 'ninjs',
    versionId: 'v1',
    order: [1, 0, 0],
    change,
    state,
    item: {
      uri: 'urn:a',
      headlines: [{ value: 'Rates rise' }],
      ...(embargoedUntil !== undefined && { embargoedUntil }),
      ...(expires !== undefined && { expires }),
    },
    times: {},
    notes: [],
    mentions: [],
    duplicates: {},
    captions: [],
    issues: [],
    trace: [],
    raw: { topic: 'r', partition: 0, offset: '0', sha256: 'x', contentType: 'text/plain', receipt: 'r1' },
  };
  const winner: Version = { article, outcome: 'embargoed', cleared: false };
  const older: Version = { ...winner, article: { ...article, versionId: 'v0', order: [0, 0, 0], state: 'embargoed' } };
  return { winner, revisions: [older], kill: [0, 0, 0], release: [0, 0, 1], pending: [] };
}

describe('at noon', () => {
  test.each<[string, Given, ArticleState]>([
    ['an embargo that lasts', { state: 'embargoed', embargoedUntil: LATE }, 'embargoed'],
    ['an embargo that ended', { state: 'embargoed', embargoedUntil: EARLY }, 'usable'],
    ['an embargo that ends this moment', { state: 'embargoed', embargoedUntil: NOON }, 'usable'],
    [
      'an embargo that ends a millisecond later',
      { state: 'embargoed', embargoedUntil: '2026-03-01T12:00:00.001Z' },
      'embargoed',
    ],
    [
      'an embargo that ended after the item expired',
      { state: 'embargoed', embargoedUntil: EARLY, expires: EARLY },
      'expired',
    ],
    [
      'an embargo that ended, of an item that will expire',
      { state: 'embargoed', embargoedUntil: EARLY, expires: LATE },
      'usable',
    ],
    [
      'an embargoed item that expired before its embargo ends',
      { state: 'embargoed', embargoedUntil: LATE, expires: EARLY },
      'embargoed',
    ],
    ['an item that expired', { state: 'usable', expires: EARLY }, 'expired'],
    ['an item that will expire', { state: 'usable', expires: LATE }, 'usable'],
    ['an item without a time', { state: 'usable' }, 'usable'],
    ['what a faster clock released', { state: 'usable', embargoedUntil: LATE }, 'usable'],
    ['a hold with an embargo that ended', { state: 'withheld', change: 'hold', embargoedUntil: EARLY }, 'withheld'],
    ['a kill with an embargo that ended', { state: 'canceled', change: 'kill', embargoedUntil: EARLY }, 'canceled'],
    ['an expired item', { state: 'expired', expires: EARLY, embargoedUntil: EARLY }, 'expired'],
  ])('%s is announced', (_name, given, state) => {
    const before = story(given);
    const step = foldTime(before, NOON);
    expect(step.announce?.state).toBe(state);
    expect(step.outcome).toBeUndefined();
    // Its state changes and nothing else: not its order, its change, its receipt's outcome, nor any other version.
    if (state === given.state) expect(step.state).toBe(before);
    else expect(step.state).toEqual(story({ ...given, state }));
    expect(foldTime(step.state, NOON).state).toBe(step.state);
  });
});

test('a story whose text has not come stays as it is', () => {
  const unknown: StoryState = { winner: undefined, revisions: [], pending: [] };
  expect(foldTime(unknown, NOON)).toEqual({ state: unknown });
});

test.each<[Given, number | undefined]>([
  [{ state: 'embargoed', embargoedUntil: LATE, expires: EARLY }, Date.parse(LATE)],
  [{ state: 'usable', embargoedUntil: EARLY, expires: LATE }, Date.parse(LATE)],
  [{ state: 'usable', embargoedUntil: EARLY }, undefined],
  [{ state: 'expired', expires: EARLY }, undefined],
  [{ state: 'withheld', embargoedUntil: LATE, expires: LATE }, undefined],
  [{ state: 'canceled', embargoedUntil: LATE, expires: LATE }, undefined],
])('%j is due at %s', (given, due) => {
  const { winner } = story(given);
  expect(winner && dueTime(winner.article)).toBe(due);
});
