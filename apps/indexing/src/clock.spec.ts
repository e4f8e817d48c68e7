import { expect, test } from '@jest/globals';
import type { Connection } from 'mongoose';
import { Clock } from './clock.ts';

const HOUR = 3_600_000;

/** A MongoDB whose clock is off by this much, and which counts how often it was asked. */
function database(offMs: number, answer: () => Promise<void> = async () => undefined) {
  const asked = { times: 0 };
  const command = async () => {
    asked.times += 1;
    const localTime = new Date(Date.now() + offMs);
    await answer();
    return { localTime };
  };
  return { asked, connection: { db: { admin: () => ({ command }) } } as unknown as Connection };
}

const near = (time: number, expected: number): void => expect(Math.abs(time - expected)).toBeLessThan(200);

test.each([
  ['both are right', 0, 0, 0],
  ['this machine is fast', HOUR, 0, 0],
  ['MongoDB is fast', 0, HOUR, 0],
  ['this machine is slow', -HOUR, 0, -HOUR],
  ['MongoDB is slow', 0, -HOUR, -HOUR],
])('when %s it is the earlier time', async (_name, here, there, expected) => {
  const clock = new Clock(database(there).connection, () => Date.now() + here);
  near(await clock.now(), Date.now() + expected);
  near(clock.leadMs, here - there);
});

test('asks MongoDB once for many answers, whoever asks meanwhile', async () => {
  const { connection, asked } = database(0);
  const clock = new Clock(connection);
  await Promise.all([clock.now(), clock.now()]);
  for (let turn = 0; turn < 100; turn += 1) await clock.now();
  expect(asked.times).toBe(1);
});

test('an answer that was long under way puts the clock back, never forward', async () => {
  const { connection } = database(0, () => new Promise((resolve) => setTimeout(resolve, 300)));
  const now = await new Clock(connection).now();
  expect(Date.now() - now).toBeGreaterThanOrEqual(290);
});

test('a MongoDB that can not be asked is asked again the next time', async () => {
  let down = true;
  const { connection } = database(0, async () => {
    if (down) throw new Error('away');
  });
  const clock = new Clock(connection);
  await expect(clock.now()).rejects.toThrow('away');
  down = false;
  near(await clock.now(), Date.now());
});
