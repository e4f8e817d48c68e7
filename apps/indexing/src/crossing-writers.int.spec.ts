import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Connection } from 'mongoose';
import { testBrokers, testMongoUri } from '#testing';
import { type Message, messages, received, stored } from '../test/five-versions.ts';
import { gate, writingThrough } from '../test/mortal.ts';
import { openServers, type Servers } from '../test/servers.ts';
import { ArticleStore } from './article.store.ts';
import { Clock } from './clock.ts';
import { IndexingController } from './indexing.controller.ts';

let servers: Servers;
let connection: Connection;
beforeAll(async () => {
  servers = await openServers(testBrokers(), testMongoUri('crossing'));
  ({ connection } = servers);
});
afterAll(() => servers.close());

/** A connection that calls `before` ahead of each write, with the name of its collection. */
function slowed(before: (collection: string) => Promise<unknown>): Connection {
  return writingThrough(connection, async (write, collection) => {
    await before(collection);
    return write();
  });
}

/** Indexes records one by one, as a process of its own would. */
async function index(through: Connection, ...records: readonly (Message | undefined)[]): Promise<void> {
  const controller = new IndexingController(new ArticleStore(through), servers.publisher, new Clock(connection));
  for (const message of records) {
    if (message?.kind === 'text') await controller.onEnriched([received(message.value)]);
    if (message?.kind === 'captions') await controller.onCaptions([received(message.value)]);
  }
}

/** A writer that stops before its `nth` write to a collection until it is let on. */
function held(collection: string, nth: number) {
  const { pass, there, letOn } = gate(nth);
  return { through: slowed(async (name) => (name === collection ? pass() : undefined)), there, letOn };
}

const part = (story: string, kind: Message['kind'], versionId: string) =>
  messages(story).find((message) => message.kind === kind && message.value.versionId === versionId);

const revisionsOf = (story: string) => connection.collection('revisions').find({ story }).sort({ _id: 1 }).toArray();

/** What is stored, but how each version ended: that depends on when it came. */
const bare = async (story: string): Promise<string> =>
  JSON.stringify(await stored(connection, story)).replaceAll(/"outcome":"[a-z]+",?/g, '');

test('a version that became a revision again outlives the writer that made it current', async () => {
  const story = 'wire|demoted';
  await index(connection, part(story, 'text', 'version-3'), part(story, 'text', 'version-5'));
  const releasing = held('revisions', 2);
  const released = index(releasing.through, part(story, 'text', 'version-4'));
  await releasing.there;
  // The article shows version 5 now; a newer one puts it back before the slow writer cleans up.
  const newer = part(story, 'text', 'version-5');
  if (newer?.kind !== 'text') throw new Error('no such version');
  await index(connection, { kind: 'text', value: { ...newer.value, versionId: 'version-6', order: [6, 0, 9] } });
  releasing.letOn();
  await released;
  expect((await revisionsOf(story)).map(({ versionId }) => versionId)).toContain('version-5');
});

test('a kill reaches a version that another writer brings in at the same time', async () => {
  const story = 'wire|killed-meanwhile';
  await index(connection, part(story, 'text', 'version-2'), part(story, 'text', 'version-1'));
  const captioning = held('revisions', 1);
  const captioned = index(captioning.through, part(story, 'captions', 'version-1'));
  await captioning.there;
  await index(connection, part(story, 'text', 'version-3'));
  captioning.letOn();
  await captioned;
  expect(await revisionsOf(story)).toMatchObject([
    { versionId: 'version-1', cleared: true, captions: [] },
    { versionId: 'version-2', cleared: true },
  ]);
});

test('writers that cross on one story lose nothing of each other', async () => {
  await index(connection, ...messages('wire|not-crossed'));
  const expected = await bare('wire|not-crossed');
  for (let turn = 0; turn < 25; turn += 1) {
    const story = `wire|crossed-${turn}`;
    const dawdling = slowed(() => new Promise((resolve) => setTimeout(resolve, Math.random() * 12)));
    // Ten writers meet on one story; what is left over after ten conflicts comes again, as from the topic.
    await Promise.all(
      messages(story).map(async (message) => {
        for (let done = false; !done; )
          done = await index(dawdling, message).then(
            () => true,
            (error: Error) => {
              if (error.name !== 'WriteConflict') throw error;
              return false;
            },
          );
      }),
    );
    expect([turn, await bare(story)]).toEqual([turn, expected]);
  }
});
