import { expect, test } from '@jest/globals';
import { OffsetCommitter, type Offsets } from './offset-committer.ts';

test('commits the newest offset of each partition, one past the last processed, in one request', async () => {
  const commits: Offsets[] = [];
  const committer = new OffsetCommitter(async (offsets) => void commits.push(offsets));
  committer.processed('t', 0, '4');
  committer.processed('t', 0, '9007199254740993');
  committer.processed('t', 1, '2');
  await committer.flush();
  await committer.flush();
  expect(commits).toEqual([
    [
      { topic: 't', partition: 0, offset: '9007199254740994' },
      { topic: 't', partition: 1, offset: '3' },
    ],
  ]);
});

test('commits by itself after a while, and forgets what went to another member', async () => {
  const commits: Offsets[] = [];
  const committer = new OffsetCommitter(async (offsets) => void commits.push(offsets));
  committer.processed('t', 0, '1');
  committer.forget();
  committer.processed('t', 1, '1');
  await new Promise((resolve) => setTimeout(resolve, 250));
  expect(commits).toEqual([[{ topic: 't', partition: 1, offset: '2' }]]);
});

test('a commit that fails is not an error: the records come again', async () => {
  const committer = new OffsetCommitter(() => Promise.reject(new Error('rebalancing')));
  committer.processed('t', 0, '1');
  await expect(committer.flush()).resolves.toBeUndefined();
});
