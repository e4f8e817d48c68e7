import { describe, expect, test } from '@jest/globals';
import { RateLimit, take } from './rate-limit.ts';

const rate = { perSecond: 2, burst: 3 };

describe('take', () => {
  test('allows the burst at once, then one request every 500 ms', () => {
    const limit = new RateLimit(rate);
    const provider = { id: 'acme' };
    const waits = [0, 0, 0, 0, 400, 500, 1000].map((now) => limit.waitMs(provider, now));
    expect(waits).toEqual([0, 0, 0, 500, 100, 0, 0]);
  });

  test('never holds more than the burst', () => {
    const rested = take({ tokens: 0, at: 0 }, rate, 3_600_000);
    expect(rested).toEqual({ bucket: { tokens: 2, at: 3_600_000 }, waitMs: 0 });
  });

  test('adds nothing when the clock runs backwards', () => {
    expect(take({ tokens: 0.5, at: 1_000 }, rate, 0)).toEqual({ bucket: { tokens: 0.5, at: 0 }, waitMs: 250 });
  });

  test('counts each provider for itself, at its own rate', () => {
    const limit = new RateLimit({ perSecond: 1, burst: 1 });
    expect(limit.waitMs({ id: 'a' }, 0)).toBe(0);
    expect(limit.waitMs({ id: 'a' }, 0)).toBe(1000);
    expect(limit.waitMs({ id: 'b', rate: { perSecond: 10, burst: 1 } }, 0)).toBe(0);
    expect(limit.waitMs({ id: 'b', rate: { perSecond: 10, burst: 1 } }, 0)).toBe(100);
  });
});
