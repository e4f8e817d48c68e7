import { expect, test } from '@jest/globals';
import type { Receipt } from '#contracts';
import type { Finding } from './finding.ts';
import { type Accepted, type Ended, settleReceipts } from './settle-receipts.ts';

const MINUTE = 60_000;

async function* all<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

const story = (receipt: string, at: number): Accepted => ({
  receipt,
  at,
  key: `wire|${receipt}`,
  origin: 'news.raw.v1/0/0',
  versionId: receipt,
});
const end = (receipt: string, at: number, outcome: Receipt['outcome'] = 'stored'): Ended => ({ receipt, at, outcome });

async function settle(accepted: Accepted[], ended: Ended[]): Promise<{ settled: string[]; found: string[] }> {
  const findings: Finding[] = [];
  const settled: string[] = [];
  for await (const pair of settleReceipts(all(accepted), all(ended), (finding) => void findings.push(finding)))
    settled.push(`${pair.accepted.receipt} ${pair.outcome}`);
  return { settled, found: findings.map(({ code, key }) => `${code} ${key}`) };
}

test('pairs stories with their outcomes, in whatever order these come', async () => {
  const { settled, found } = await settle([story('a', 1), story('b', 2)], [end('b', 3), end('a', 4, 'duplicate')]);
  expect(settled).toEqual(['b stored', 'a duplicate']);
  expect(found).toEqual([]);
});

test('names the story that has none', async () => {
  const { found } = await settle([story('a', 1), story('b', 90 * MINUTE)], [end('b', 91 * MINUTE)]);
  expect(found).toEqual(['no-outcome wire|a']);
});

test('takes a redelivered outcome for one, and two that differ for two', async () => {
  const { settled, found } = await settle(
    [story('a', 1), story('b', 1)],
    [end('a', 2), end('a', 3), end('b', 3), end('b', 4, 'superseded')],
  );
  expect(settled).toEqual(['a stored', 'b stored']);
  expect(found).toEqual(['several-outcomes wire|b']);
});

test('a replayed dead letter ends a second time by right', async () => {
  const { found } = await settle([story('a', 1)], [end('a', 2, 'dead-lettered'), end('a', 3)]);
  expect(found).toEqual([]);
});

test('finds a story whose outcome has an earlier timestamp, and passes over outcomes of other times', async () => {
  const { settled, found } = await settle([story('a', 2 * MINUTE)], [end('older', 0), end('a', MINUTE)]);
  expect(settled).toEqual(['a stored']);
  expect(found).toEqual([]);
});
