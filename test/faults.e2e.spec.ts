import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { type Pipeline, startPipeline } from '../cli/start/pipeline.ts';
import { Article, Receipt, topics } from '../libs/contracts/src/index.ts';
import { type Kafka, type Mongo, startKafka, startMongo } from '../libs/servers/src/index.ts';
import { eventually, readTopic } from '../libs/testing/src/index.ts';
import { ninjsStory, type Push, pushUntilAccepted } from './push.ts';

const STORIES = 40;
const VERSIONS = [1, 3, 2];

const stack = new AsyncDisposableStack();
const log = (line: string): void => void process.stderr.write(`${line}\n`);
let kafka: Kafka;
let mongo: Mongo;
let pipeline: Pipeline;

beforeAll(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'dateline-faults-'));
  stack.defer(() => rm(dataDir, { recursive: true, force: true }));
  kafka = await startKafka({ dataDir: join(dataDir, 'kafka'), log });
  stack.defer(() => kafka.stop());
  mongo = await startMongo({ dataDir: join(dataDir, 'mongod'), log });
  stack.defer(() => mongo.stop());
  // This broker and this mongod are killed: they can't be those of the other specs.
  const before = { KAFKA_BROKERS: process.env['KAFKA_BROKERS'], MONGODB_URI: process.env['MONGODB_URI'] };
  stack.defer(() => void Object.assign(process.env, before));
  Object.assign(process.env, {
    KAFKA_BROKERS: kafka.brokers.join(','),
    MONGODB_URI: mongo.uri,
    KAFKA_SESSION_TIMEOUT_MS: '6000',
    ENTITY_RECOGNITION: 'off',
    LOG_LEVEL: 'warn',
  });
  const root = join(import.meta.dirname, '..');
  pipeline = await startPipeline(
    { root, dataDir, providers: ['wire'], log, signal: new AbortController().signal },
    stack,
  );
});
afterAll(() => stack.disposeAsync());

/** Every story in three versions out of order, a fifth of them pushed twice, every tenth killed in the end. */
function pushes(): Push[] {
  return Array.from({ length: STORIES }, (_, story) => {
    const name = `story-${story}`;
    const versions = VERSIONS.map((version) => ninjsStory(name, version));
    const again = story % 5 === 0 ? [ninjsStory(name, 1)] : [];
    const kill = story % 10 === 0 ? [ninjsStory(name, 4, { pubStatus: 'canceled' })] : [];
    return [...versions, ...again, ...kill];
  }).flat();
}

test('services, broker and database are killed under load: nothing accepted is lost, nothing is stale, every receipt has its outcome', async () => {
  const receipts = new Set<string>();
  const queue = pushes();
  const total = queue.length;
  const pushing = Promise.all(
    // Each story's pushes stay with one sender, so that they arrive in the order of the queue.
    Array.from({ length: 4 }, async (_, sender) => {
      for (const story of queue.filter((_push, index) => index % 4 === sender)) {
        for (const { receipt } of (await pushUntilAccepted(pipeline, story)).receipts) receipts.add(receipt);
      }
    }),
  );
  const { ingest, enrichment, indexing } = pipeline.services;
  const faults = [
    () => indexing.kill(),
    () => kafka.kill().then(() => kafka.restart()),
    () => enrichment.kill(),
    () => mongo.kill().then(() => mongo.restart()),
    () => ingest.kill(),
    () => pipeline.services['image-caption'].kill(),
    () => indexing.kill(),
  ];
  for (const fault of faults) {
    await new Promise((resolve) => setTimeout(resolve, 700));
    await fault();
  }
  await pushing;
  expect(receipts.size).toBeGreaterThanOrEqual(total);

  await using client = await MongoClient.connect(mongo.uri);
  const articles = client
    .db()
    .collection<{ _id: string; item: { version: string }; state: string; captions: unknown[] }>('articles');
  await eventually(async () => {
    const found = await articles.find().sort({ _id: 1 }).toArray();
    const expected = Array.from({ length: STORIES }, (_, story) =>
      story % 10 === 0 ? ['4', 'canceled', 0] : ['3', 'usable', 1],
    );
    const states = found.map(({ _id, item, state, captions }) => [_id, item?.version, state, captions?.length]);
    const names = Array.from({ length: STORIES }, (_, story) => `wire|urn:wire:story-${story}`);
    expect(states).toEqual(names.map((name, story) => [name, ...(expected[story] ?? [])]).sort());
  }, 60_000);

  const outcomes = await eventually(async () => {
    const records = await readTopic(kafka.brokers, topics.receipts.name, receipts.size);
    const ended = new Map(
      records
        .map(({ value }) => Receipt.parse(JSON.parse(String(value))))
        .map(({ receipt, outcome }) => [receipt, outcome]),
    );
    for (const receipt of receipts) expect([receipt, ended.has(receipt)]).toEqual([receipt, true]);
    return ended;
  }, 30_000);
  expect([...outcomes.values()].filter((outcome) => outcome === 'dead-lettered')).toEqual([]);

  const announced = await readTopic(kafka.brokers, topics.articles.name, STORIES);
  const last = new Map(announced.map(({ key, value }) => [key, Article.parse(JSON.parse(String(value)))]));
  expect([...last.values()].map(({ id, item }) => [id, item.version]).sort()).toEqual(
    (await articles.find().toArray()).map(({ _id, item }) => [_id, item.version]).sort(),
  );
}, 240_000);
