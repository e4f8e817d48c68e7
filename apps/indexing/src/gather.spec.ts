import { expect, test } from '@jest/globals';
import { Gather } from './gather.ts';

test('callers of the same time share one run, each in its order', async () => {
  const runs: number[][] = [];
  const gather = new Gather<number>(async (items) => void runs.push([...items]));
  await Promise.all([gather.add([1, 2]), gather.add([3]), gather.add([4, 5])]);
  expect(runs).toEqual([[1, 2, 3, 4, 5]]);
});

test('a failed run is repeated for each caller alone: only the guilty one is told', async () => {
  const gather = new Gather<number>(async (items) => {
    if (items.includes(13)) throw new Error('thirteen');
  });
  const results = await Promise.allSettled([gather.add([1]), gather.add([13]), gather.add([2])]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('has at most two runs under way, and none with more than a thousand items unless one caller brings them', async () => {
  const sizes: number[] = [];
  let underWay = 0;
  let most = 0;
  const gather = new Gather<number>(async (items) => {
    underWay += 1;
    most = Math.max(most, underWay);
    sizes.push(items.length);
    await new Promise((resolve) => setTimeout(resolve, 5));
    underWay -= 1;
  });
  await Promise.all(
    [600, 300, 200, 1_500, 10, 10].map((count) => gather.add(Array.from({ length: count }, (_, index) => index))),
  );
  expect(most).toBe(2);
  expect(sizes).toEqual([900, 200, 1_500, 20]);
});
