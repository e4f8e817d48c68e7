import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Connection } from 'mongoose';
import type { Publisher } from '#kafka';
import { testBrokers, testMongoUri } from '#testing';
import { type Message, messages, received, stored } from '../test/five-versions.ts';
import { Crash, Fate, PublishingThrough, writingThrough } from '../test/mortal.ts';
import { openServers, type Servers } from '../test/servers.ts';
import { ArticleStore } from './article.store.ts';
import { Clock } from './clock.ts';
import { IndexingController } from './indexing.controller.ts';

let servers: Servers;
let connection: Connection;
let publisher: Publisher;
beforeAll(async () => {
  servers = await openServers(testBrokers(), testMongoUri('crash-points'));
  ({ connection, publisher } = servers);
});
afterAll(() => servers.close());

/** A process that dies by its fate. */
function mortal(fate: Fate): IndexingController {
  return new IndexingController(
    new ArticleStore(writingThrough(connection, (write) => fate.step(write))),
    new PublishingThrough(publisher, (publish) => fate.step(publish)),
    new Clock(connection),
  );
}

/** Works through the messages in runs of `size`, dying after step `dieAfter`; then a new process starts at the last commit. */
async function indexAll(queue: readonly Message[], size: number, dieAfter: number): Promise<number> {
  let fate = new Fate(dieAfter);
  let controller = mortal(fate);
  for (let committed = 0; committed < queue.length; ) {
    const run = queue.slice(committed, committed + size);
    try {
      const texts = run.flatMap((message) => (message.kind === 'text' ? [received(message.value)] : []));
      const captions = run.flatMap((message) => (message.kind === 'captions' ? [received(message.value)] : []));
      if (texts.length > 0) await controller.onEnriched(texts);
      if (captions.length > 0) await controller.onCaptions(captions);
      committed += run.length;
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
      fate = new Fate(Number.POSITIVE_INFINITY);
      controller = mortal(fate);
    }
  }
  return fate.steps;
}

describe.each([1, 3, 10])('indexing in runs of %d', (size) => {
  test('a crash after any step ends in the same state as none', async () => {
    const calm = `wire|calm-${size}`;
    const steps = await indexAll(messages(calm), size, Number.POSITIVE_INFINITY);
    const expected = await stored(connection, calm);
    expect(expected).toMatchObject({
      article: { versionId: 'version-5', state: 'usable', captions: [{ caption: 'of version-5' }] },
      pending: [],
    });
    expect(steps).toBeGreaterThan(3);
    for (let dieAfter = 1; dieAfter <= steps; dieAfter += 1) {
      const story = `wire|crash-${size}-${dieAfter}`;
      await indexAll(messages(story), size, dieAfter);
      expect([dieAfter, await stored(connection, story)]).toEqual([dieAfter, expected]);
    }
  });
});

test('working through everything twice more changes nothing, not even the write count', async () => {
  const story = 'wire|replayed';
  await indexAll(messages(story), 4, Number.POSITIVE_INFINITY);
  const whole = () => connection.collection<{ _id: string }>('articles').findOne({ _id: story });
  const before = [await whole(), await stored(connection, story)];
  await indexAll(messages(story), 4, Number.POSITIVE_INFINITY);
  await indexAll(messages(story), 1, Number.POSITIVE_INFINITY);
  expect([await whole(), await stored(connection, story)]).toEqual(before);
});

test('all 120 orders of five versions end the same in MongoDB', async () => {
  const permutations = (items: number[]): number[][] =>
    items.length <= 1
      ? [items]
      : items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
  const orders = permutations([0, 1, 2, 3, 4]);
  const controller = new IndexingController(new ArticleStore(connection), publisher, new Clock(connection));
  const texts = (story: string) =>
    messages(story).flatMap((message) => (message.kind === 'text' ? [received(message.value)] : []));
  for (let turn = 0; turn < 5; turn += 1) {
    await controller.onEnriched(orders.flatMap((order, index) => texts(`wire|order-${index}`)[order[turn] ?? 0] ?? []));
  }
  const settled = async (index: number): Promise<string> => {
    // How a version ended depends on when it came; what is stored of it does not.
    const state = JSON.stringify(await stored(connection, `wire|order-${index}`));
    return state.replaceAll(/"outcome":"[a-z]+"/g, '');
  };
  const first = await settled(0);
  expect(first).toContain('$5.99');
  for (const index of orders.keys()) expect([index, await settled(index)]).toEqual([index, first]);
});
