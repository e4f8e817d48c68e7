import { expect, test } from '@jest/globals';
import { Shutdown } from './shutdown.ts';

test('closes phase by phase, whatever the order of registration', async () => {
  const shutdown = new Shutdown();
  const order: string[] = [];
  for (const phase of ['databases', 'publishers', 'http', 'consumers'] as const) {
    shutdown.on(phase, phase, async () => {
      order.push(`${phase} closing`);
      await new Promise((resolve) => setImmediate(resolve));
      order.push(`${phase} closed`);
    });
  }
  expect(await shutdown.run()).toBe(true);
  expect(order).toEqual(
    ['http', 'consumers', 'publishers', 'databases'].flatMap((phase) => [`${phase} closing`, `${phase} closed`]),
  );
});

test('closes everything even when a member fails, and says so', async () => {
  const shutdown = new Shutdown();
  const closed: string[] = [];
  shutdown.on('consumers', 'stuck', () => {
    throw new Error('no');
  });
  shutdown.on('databases', 'mongodb', () => undefined);
  const clean = await shutdown.run((phase, name, _ms, error) =>
    closed.push(`${phase}/${name}${error ? ' failed' : ''}`),
  );
  expect(clean).toBe(false);
  expect(closed).toEqual(['consumers/stuck failed', 'databases/mongodb']);
});

test('runs once, however often it is asked', async () => {
  const shutdown = new Shutdown();
  let times = 0;
  shutdown.on('http', 'server', () => {
    times += 1;
  });
  await Promise.all([shutdown.run(), shutdown.run()]);
  expect(times).toBe(1);
});
