import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { topics } from '#contracts';
import { clientOptions, createTopics, KafkaModule, kafkaClient } from '#kafka';
import { eventually, readTopic, testBrokers } from '#testing';
import { type Door, startDoor } from '../../test/start-door.ts';

const run = crypto.randomUUID();
const PROVIDER = `feeds-${run.slice(0, 8)}`;
const root = mkdtempSync(join(tmpdir(), 'feed-'));
const asked: (string | undefined)[] = [];
let content = '';
let server: Server;
let doors: Door[] = [];

const item = (id: string) => ({
  uri: `urn:example:${run}:${id}`,
  type: 'text',
  headlines: [{ value: 'Ferry returns' }],
});

/** Ids of the stories of this run on `news.raw.v1`, as often as they are there. */
async function taken(kind: string): Promise<string[]> {
  const records = await readTopic(testBrokers(), topics.raw.name, 0);
  const prefix = `${PROVIDER}|urn:example:${run}:${kind}`;
  return records
    .map(({ key }) => key)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length));
}

beforeAll(async () => {
  const declared = [topics.raw, topics.documents, topics.rejected, topics.feeds];
  const durability = { replicationFactor: 1, minInsyncReplicas: 1 };
  await createTopics(kafkaClient({ clientId: 'test', brokers: testBrokers() }), declared, durability);
  content = JSON.stringify([item('poll-1'), item('poll-2')]);
  server = createServer((request, response) => {
    asked.push(request.headers['if-none-match']);
    const etag = `"${content.length}"`;
    if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
    else response.setHeader('etag', etag).end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const folder = { path: root, everySeconds: 0.3, settleSeconds: 0.3, reclaimSeconds: 1 };
  const poll = {
    url: `http://127.0.0.1:${port}/`,
    everySeconds: 1,
    allowHttp: true,
    allowPrivate: true,
    ports: [port],
  };
  const provider = {
    id: PROVIDER,
    feeds: [
      { id: 'drop', folder },
      { id: 'poll', ...poll },
    ],
  };
  const start = () =>
    startDoor((env) => KafkaModule.forService(clientOptions('ingest-test', env)), testBrokers(), [provider]);
  doors = await Promise.all([start(), start()]);
});

afterAll(async () => {
  await Promise.all(doors.map((door) => door.stop()));
  server.closeAllConnections();
  server.close();
  rmSync(root, { recursive: true });
});

test('two processes take each file of a folder once, and what a dead one left behind', async () => {
  const ids = Array.from({ length: 40 }, (_, index) => `${index}`);
  mkdirSync(join(root, '.taking-dead'));
  writeFileSync(join(root, '.taking-dead', '.alive'), '');
  writeFileSync(join(root, '.taking-dead', 'left.json'), JSON.stringify(item('file-left')));
  for (const id of ids) {
    writeFileSync(join(root, `${id}.json.part`), JSON.stringify(item(`file-${id}`)));
    renameSync(join(root, `${id}.json.part`), join(root, `${id}.json`));
  }
  writeFileSync(join(root, 'bad.json'), '{"uri":');
  await eventually(() => expect(readdirSync(join(root, 'done'))).toHaveLength(41));
  await eventually(() =>
    expect(readdirSync(join(root, 'refused')).sort()).toEqual(['bad.json', 'bad.json.reason.json']),
  );
  expect((await taken('file-')).sort()).toEqual([...ids, 'left'].sort());
});

test('one process polls a feed; the other goes on with its state when that one stops', async () => {
  await eventually(() => expect(asked.length).toBeGreaterThan(2));
  const [first, ...others] = asked;
  expect(first).toBeUndefined();
  expect(others.every((etag) => etag !== undefined)).toBe(true);
  expect((await taken('poll-')).sort()).toEqual(['1', '2']);

  for (const stopped of doors.splice(0, 1)) await stopped.stop();
  content = JSON.stringify([item('poll-3'), item('poll-1'), item('poll-2')]);
  await eventually(async () => expect((await taken('poll-')).sort()).toEqual(['1', '2', '3']));
  expect(asked.filter((etag) => etag === undefined)).toHaveLength(1);
});
