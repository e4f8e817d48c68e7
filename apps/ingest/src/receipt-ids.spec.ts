import { expect, test } from '@jest/globals';
import { ReceiptIds } from './receipt-ids.ts';

const MS = Date.parse('2026-01-01T00:00:00Z');

test('is a UUID of version 7 with the time in front', () => {
  const ids = new ReceiptIds((size) => new Uint8Array(size).fill(0xff));
  expect(ids.next(MS)).toBe('019b76da-a800-7000-bfff-ffffffffffff');
});

test('sorts in the order given, also within a millisecond and when the clock steps back', () => {
  let n = 255;
  const ids = new ReceiptIds((size) => new Uint8Array(size).fill(n--));
  const given = [ids.next(MS), ids.next(MS), ids.next(MS - 5_000), ids.next(MS + 1)];
  expect([...given].sort()).toEqual(given);
});

test('gives 10,000 different ids in one millisecond, in order', () => {
  const ids = new ReceiptIds((size) => new Uint8Array(size));
  const given = Array.from({ length: 10_000 }, () => ids.next(MS));
  expect(new Set(given).size).toBe(10_000);
  expect([...given].sort()).toEqual(given);
});
