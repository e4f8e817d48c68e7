import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { topics } from '#contracts';
import { clientOptions, createTopics, KafkaModule, kafkaClient } from '#kafka';
import { eventually, readTopic, testBrokers } from '#testing';
import { type Door, startDoor } from '../../test/start-door.ts';

const run = crypto.randomUUID();
const PROVIDER = `hub-${run.slice(0, 8)}`;
const PUBLIC = '/public';
const subscriptions: URLSearchParams[] = [];
let polls = 0;
let server: Server;
let base: string;
let door: Door;

const item = (id: string) => ({
  uri: `urn:example:${run}:${id}`,
  type: 'text',
  headlines: [{ value: 'Ferry returns' }],
});

/** A feed at `/feed` and its hub at `/hub`. */
beforeAll(async () => {
  const declared = [topics.raw, topics.documents, topics.rejected, topics.feeds];
  const durability = { replicationFactor: 1, minInsyncReplicas: 1 };
  await createTopics(kafkaClient({ clientId: 'test', brokers: testBrokers() }), declared, durability);
  server = createServer(async (request, response) => {
    if (request.url === '/hub') {
      subscriptions.push(new URLSearchParams(await text(request)));
      response.writeHead(202).end();
    } else {
      polls += 1;
      response.setHeader('link', `<${base}/hub>; rel="hub", <${base}/feed>; rel="self"`);
      response.end(JSON.stringify([item('polled')]));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  base = `http://127.0.0.1:${port}`;
  const poll = { url: `${base}/feed`, everySeconds: 1, allowHttp: true, allowPrivate: true, ports: [port] };
  door = await startDoor(
    (env) => KafkaModule.forService(clientOptions('ingest-test', env)),
    testBrokers(),
    [{ id: PROVIDER, feeds: [{ id: 'poll', ...poll }] }],
    { INGEST_PUBLIC_URL: `${base}${PUBLIC}/`, WEBSUB_SECRET: 'x'.repeat(32) },
  );
});

afterAll(async () => {
  await door.stop();
  server.closeAllConnections();
  server.close();
});

/** What the hub does with the callback that it was given: the door stands behind the public address. */
const callback = (subscription: URLSearchParams, more: Record<string, string> = {}) => {
  const url = new URL(subscription.get('hub.callback') ?? '');
  expect(url.pathname.startsWith(`${PUBLIC}/v1/hubs/${PROVIDER}/poll/`)).toBe(true);
  for (const [name, value] of Object.entries(more)) url.searchParams.set(name, value);
  return `${door.url}${url.pathname.slice(PUBLIC.length)}${url.search}`;
};

const deliver = (url: string, body: string, secret: string) => {
  const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
  return fetch(url, { method: 'POST', body, headers: { 'content-type': 'image/png', 'x-hub-signature': signature } });
};

test('a feed with a hub is subscribed to, and what the hub delivers is taken', async () => {
  const subscription = await eventually(() => {
    const [first] = subscriptions;
    if (first === undefined) throw new Error('not subscribed');
    return first;
  });
  expect(subscription.get('hub.mode')).toBe('subscribe');
  expect(subscription.get('hub.topic')).toBe(`${base}/feed`);
  const secret = subscription.get('hub.secret') ?? '';
  const question = {
    'hub.mode': 'subscribe',
    'hub.topic': `${base}/feed`,
    'hub.challenge': 'c4',
    'hub.lease_seconds': '9',
  };

  const confirmed = await fetch(callback(subscription, question));
  expect([confirmed.status, await confirmed.text()]).toEqual([200, 'c4']);
  for (const wrong of [
    { ...question, 'hub.topic': `${base}/other` },
    { ...question, 'hub.mode': 'unsubscribe' },
    { ...question, 'hub.challenge': '<script>' },
    { ...question, topic: `${base}/other` },
  ]) {
    expect((await fetch(callback(subscription, wrong))).status).toBe(404);
  }

  const body = JSON.stringify(item('delivered'));
  expect((await deliver(callback(subscription), body, 'wrong')).status).toBe(401);
  expect((await fetch(callback(subscription), { method: 'POST', body })).status).toBe(401);
  expect((await deliver(callback(subscription).replace(/poll\/./, 'poll/_'), body, secret)).status).toBe(404);
  expect((await deliver(callback(subscription), body, secret)).status).toBe(202);
  expect((await deliver(callback(subscription), '{"uri":', secret)).status).toBe(202);

  const keys = (await readTopic(testBrokers(), topics.raw.name, 2)).map(({ key }) => key);
  const ours = keys.filter((key) => key.startsWith(`${PROVIDER}|`)).map((key) => key.split(':').at(-1));
  expect(ours.sort()).toEqual(['delivered', 'polled']);
  const rejected = await readTopic(testBrokers(), topics.rejected.name, 1);
  expect(rejected.filter(({ key }) => key.startsWith(`${PROVIDER}|`))).toHaveLength(1);
});

test('it is asked once for a lease, and the feed is polled more slowly from then on', async () => {
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const before = polls;
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  expect(polls - before).toBeLessThanOrEqual(1);
  expect(subscriptions).toHaveLength(1);
});
