import { describe, expect, test } from '@jest/globals';
import { emptyStory, type Story } from '#contracts';
import { DocumentError } from './document-error.ts';
import { type Item, survivingStories } from './surviving-stories.ts';

const good = (guid: string): Item => ({
  path: guid,
  read: (): Story => ({ ...emptyStory(), format: 'newsml-g2', guid, type: 'text' }),
});
const bad = (path: string): Item => ({
  path,
  read: () => {
    throw new DocumentError('missing-identifier', 'no guid', { path });
  },
});
const outcome = (items: Item[]) =>
  survivingStories(items).map(({ guid, issues }) => [guid, ...issues.map(({ path }) => path)]);

describe('survivingStories', () => {
  test.each([
    ['before the first story', [bad('x'), good('a'), good('b')], [['a', 'x'], ['b']]],
    ['between two stories', [good('a'), bad('x'), good('b')], [['a', 'x'], ['b']]],
    ['after the last story', [good('a'), good('b'), bad('x')], [['a'], ['b', 'x']]],
  ])('notes an item that fails %s on its neighbour', (_where, items, expected) => {
    expect(outcome(items)).toEqual(expected);
  });

  test('throws the first fault when nothing survives', () => {
    expect(() => survivingStories([bad('x'), bad('y')])).toThrow(expect.objectContaining({ at: { path: 'x' } }));
    expect(() => survivingStories([])).toThrow(expect.objectContaining({ code: 'no-story' }));
  });
});
