import { expect, test } from '@jest/globals';
import { DeadLetterBreaker } from './dead-letter-breaker.ts';

test('lets a hundred a minute pass, then says how long to wait', () => {
  const breaker = new DeadLetterBreaker();
  for (let at = 0; at < 100; at += 1) expect(breaker.waitMs(at)).toBe(0);
  expect(breaker.waitMs(1_000)).toBe(59_000);
  expect(breaker.waitMs(60_001)).toBe(0);
});
