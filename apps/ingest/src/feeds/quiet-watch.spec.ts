import { beforeEach, expect, jest, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Registry } from 'prom-client';
import { TestClock } from '../../test/feed-parts.ts';
import { QuietWatch } from './quiet-watch.ts';

const MINUTE = 60_000;
const name = { provider: 'harbour-wire', feed: 'push' };
let clock: TestClock;
let registry: Registry;
let watch: QuietWatch;

beforeEach(() => {
  clock = new TestClock();
  registry = new Registry();
  watch = new QuietWatch(clock, registry);
});

async function gauge(of: string): Promise<number | undefined> {
  await registry.metrics();
  const line = (await registry.metrics()).split('\n').find((one) => one.startsWith(`dateline_ingest_${of}{`));
  return line === undefined ? undefined : Number(line.split(' ').at(-1));
}

test('a feed that falls silent is told of once, and once when it speaks again', async () => {
  const warned = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
  const logged = jest.spyOn(Logger.prototype, 'log').mockImplementation(() => undefined);
  for (let story = 0; story < 30 * 60; story += 1) {
    watch.story(name);
    clock.at += MINUTE;
  }
  expect([await gauge('seconds_since_last_story'), await gauge('feed_quiet')]).toEqual([60, 0]);
  clock.at += 20 * MINUTE;
  expect([await gauge('seconds_since_last_story'), await gauge('feed_quiet')]).toEqual([1_260, 1]);
  expect(warned.mock.calls).toEqual([
    [{ msg: 'the feed is strangely quiet', ...name, silentSeconds: 1260, usualSeconds: 900 }],
  ]);
  watch.story(name);
  expect(await gauge('feed_quiet')).toBe(0);
  expect([warned.mock.calls.length, logged.mock.calls.length]).toEqual([1, 1]);
  jest.restoreAllMocks();
});

test('a feed that went to another process is no longer reported', async () => {
  watch.story(name);
  expect(await gauge('feed_quiet')).toBe(0);
  watch.forget(name);
  expect(await gauge('feed_quiet')).toBeUndefined();
});
