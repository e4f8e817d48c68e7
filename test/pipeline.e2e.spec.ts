import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { type Pipeline, startPipeline } from '../cli/start/pipeline.ts';
import { exampleSamples } from '../cli/start/samples.ts';
import { startService } from '../cli/start/service-process.ts';
import { Article, Receipt, subscriptions, topics } from '../libs/contracts/src/index.ts';
import { kafkaClient } from '../libs/kafka/src/index.ts';
import { eventually, readTopic, testBrokers, testMongoUri } from '../libs/testing/src/index.ts';
import { ninjsStory, push, pushUntilAccepted } from './push.ts';

const root = join(import.meta.dirname, '..');
const seed = join(root, '..', 'shared', 'seed');
const examples = join(root, 'examples');
const log = (line: string): void => void process.stderr.write(`${line}\n`);

type Stored = Omit<Article, 'id'> & { _id: string };

const stack = new AsyncDisposableStack();
const signal = new AbortController().signal;
let pipeline: Pipeline;
let mongo: MongoClient;
let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'dateline-e2e-'));
  stack.defer(() => rm(dataDir, { recursive: true, force: true }));
  Object.assign(process.env, { LOG_LEVEL: 'warn', MONGODB_URI: testMongoUri('pipeline') });
  pipeline = await startPipeline({ root, dataDir, providers: ['wire', 'cgtn', 'northline'], log, signal }, stack);
  mongo = stack.use(await MongoClient.connect(pipeline.mongoUri));
});
afterAll(() => stack.disposeAsync());

const articles = () => mongo.db().collection<Stored>('articles');

async function article(id: string, complete: (found: Stored) => boolean = () => true): Promise<Stored> {
  return eventually(async () => {
    const found = await articles().findOne({ _id: id });
    if (found?.item === undefined || !complete(found)) throw new Error(`${id} is not stored yet`);
    return found;
  });
}

async function outcomes(): Promise<Map<string, string>> {
  const records = await readTopic(testBrokers(), topics.receipts.name, 1);
  return new Map(
    records
      .map(({ value }) => Receipt.parse(JSON.parse(String(value))))
      .map(({ receipt, outcome }) => [receipt, outcome]),
  );
}

type Expected = {
  headline: string;
  updated: string;
  byline_raw: string;
  tags: string[];
  video: { duration_seconds: number };
  paragraphs: number;
  first_paragraph: string;
  last_paragraph: string;
  images: { raw: string; caption: string; credit: string }[];
  caption_dates: string[];
  must_not_be_in_body: string[];
  sources: string[];
};

describe('the page this project started from', () => {
  const page = existsSync(seed) ? readdirSync(seed).find((name) => name.endsWith('.txt')) : undefined;
  const withSeed = page === undefined ? test.skip : test;

  withSeed('ends in MongoDB exactly as it must (skipped where ../shared/seed is absent)', async () => {
    const expected: Expected = JSON.parse(readFileSync(join(seed, 'expected.json'), 'utf8'));
    const answer = await push(pipeline, {
      provider: 'cgtn',
      contentType: 'text/plain',
      body: readFileSync(join(seed, page ?? '')),
    });
    expect(answer.status).toBe(202);
    const { item, times, captions } = await article(answer.receipts[0]?.id ?? '', (found) => found.captions.length > 0);
    const plain = item.bodies?.find(({ contentType }) => contentType === 'text/plain')?.value ?? '';
    const paragraphs = plain.split('\n\n');
    expect(item.headlines).toEqual([{ value: expected.headline }]);
    expect(item.versionCreated).toBe(expected.updated);
    expect(times['updated']).toMatchObject({ utc: expected.updated, zone: 'Asia/Shanghai', origin: 'profile' });
    expect(item.by).toBe(expected.byline_raw);
    expect(item.organisations).toContainEqual({ name: expected.byline_raw, rel: 'creator' });
    expect(
      item.subjects?.filter(({ rel, creator }) => rel === 'keyword' && creator === undefined).map(({ name }) => name),
    ).toEqual(expected.tags);
    expect(item.associations?.find(({ type }) => type === 'video')?.renditions?.[0]?.duration).toBe(
      expected.video.duration_seconds,
    );
    expect(paragraphs).toHaveLength(expected.paragraphs);
    expect([paragraphs[0], paragraphs.at(-1)]).toEqual([expected.first_paragraph, expected.last_paragraph]);
    expect(captions.map(({ raw, caption, credit }) => ({ raw, caption, credit }))).toEqual(expected.images);
    expect(captions.map(({ date }) => date)).toEqual(expected.caption_dates);
    expect(item.infoSources).toEqual(expected.sources.map((name) => ({ name })));
    const body = JSON.stringify(item.bodies);
    for (const text of expected.must_not_be_in_body) expect(body).not.toContain(text);
    for (const { caption } of expected.images) expect(body).not.toContain(caption);
  });
});

test('every example ends as it says: stored, updated, killed', async () => {
  const receipts: [string, string | undefined][] = [];
  for (const { file, provider, contentType, outcome } of await exampleSamples(examples)) {
    const answer = await push(pipeline, { provider, contentType, body: readFileSync(file) });
    expect([file, answer.status]).toEqual([file, 202]);
    receipts.push([answer.receipts[0]?.receipt ?? '', outcome]);
  }
  await eventually(async () => {
    const ended = await outcomes();
    expect(receipts.map(([receipt]) => [receipt, ended.get(receipt)])).toEqual(receipts);
  });
});

test('a killed story is a tombstone in MongoDB, in its revisions and on the topic', async () => {
  const secret = 'the sentence nobody may read again';
  const first = await pushUntilAccepted(
    pipeline,
    ninjsStory('recalled', 1, { bodies: [{ contentType: 'text/plain', value: secret }] }),
  );
  const id = first.receipts[0]?.id ?? '';
  await article(id, ({ captions }) => captions.length > 0);
  await pushUntilAccepted(
    pipeline,
    ninjsStory('recalled', 2, { pubStatus: 'canceled', bodies: [{ contentType: 'text/plain', value: secret }] }),
  );
  const killed = await article(id, ({ state }) => state === 'canceled');
  await pushUntilAccepted(pipeline, ninjsStory('recalled', 3));
  await eventually(async () => expect(await mongo.db().collection('revisions').countDocuments({ story: id })).toBe(2));
  const revisions = await mongo
    .db()
    .collection('revisions')
    .find({ story: id, versionId: { $ne: killed.versionId }, 'item.version': '1' })
    .toArray();
  expect(JSON.stringify([await articles().findOne({ _id: id }), revisions])).not.toContain(secret);
  expect((await articles().findOne({ _id: id }))?.state).toBe('canceled');
  const announced = await readTopic(testBrokers(), topics.articles.name, 1);
  const last = announced.filter(({ key }) => key === id).at(-1);
  expect(Article.parse(JSON.parse(String(last?.value)))).toMatchObject({ state: 'canceled', captions: [], notes: [] });
  expect(String(last?.value)).not.toContain(secret);
});

test('private notes are in MongoDB and nowhere on the public topic', async () => {
  const note = 'Call the desk at extension 4711 before use';
  const answer = await pushUntilAccepted(pipeline, ninjsStory('noted', 1, { edNote: note }));
  const id = answer.receipts[0]?.id ?? '';
  const stored = await article(id);
  expect(stored.notes).toContainEqual(expect.objectContaining({ text: note, public: false }));
  expect(JSON.stringify(stored.item)).not.toContain(note);
  const announced = (await readTopic(testBrokers(), topics.articles.name, 1)).filter(({ key }) => key === id);
  expect(announced.length).toBeGreaterThan(0);
  for (const { value } of announced) expect(String(value)).not.toContain(note);
});

test('what is stored and announced is text with its dollar signs, dots and odd characters', async () => {
  const headline = '$19.99 "$$ROOT" {$gt: 1} a.b\u2028\u{1F4F0}';
  const answer = await pushUntilAccepted(pipeline, ninjsStory('dollars', 1, { headlines: [{ value: headline }] }));
  expect((await article(answer.receipts[0]?.id ?? '')).item.headlines).toEqual([{ value: headline }]);
});

test('bad records on the topics are parked with their bytes; the stories around them go through', async () => {
  const producer = kafkaClient({ clientId: 'test', brokers: testBrokers() }).producer();
  await producer.connect();
  const bad = ['', '{"provider":', '{"provider":"wire"}', '\u0000'];
  const sent = [null, ...bad].map((value) => ({
    key: 'wire|bad',
    value,
    headers: { ce_receipt: crypto.randomUUID() },
  }));
  const before = (await readTopic(testBrokers(), 'news.raw.v1.enrichment.dlq', 0)).length;
  await producer.send({ topic: topics.raw.name, messages: [...sent, { key: null, value: 'keyless' }] });
  await producer.disconnect();
  const good = await pushUntilAccepted(pipeline, ninjsStory('neighbour', 1));
  await article(good.receipts[0]?.id ?? '');
  for (const group of ['enrichment', 'image-caption']) {
    const parked = await readTopic(testBrokers(), `news.raw.v1.${group}.dlq`, before + 6);
    expect(
      parked
        .slice(-6)
        .map(({ value }) => value?.toString() ?? null)
        .sort(),
    ).toEqual([...sent.map(({ value }) => value), 'keyless'].sort());
  }
  await eventually(async () => {
    const ended = await outcomes();
    for (const { headers } of sent) expect(ended.get(headers.ce_receipt)).toBe('dead-lettered');
  });
});

/** Sets the groups back to the first record, starts the consumers again, and waits until they are through. */
async function replayEverything(): Promise<void> {
  const names = ['enrichment', 'image-caption', 'indexing'] as const;
  for (const name of names) await pipeline.services[name].stop();
  const admin = kafkaClient({ clientId: 'test', brokers: testBrokers() }).admin();
  await admin.connect();
  for (const { group, topics: read } of subscriptions) {
    for (const { name } of read) {
      const partitions = (await admin.fetchTopicOffsets(name)).map(({ partition, low }) => ({
        partition,
        offset: low,
      }));
      await eventually(() => admin.setOffsets({ groupId: group, topic: name, partitions }));
    }
  }
  const env = { ...process.env, KAFKA_BROKERS: pipeline.brokers.join(','), MONGODB_URI: pipeline.mongoUri };
  await using running = new AsyncDisposableStack();
  for (const name of names) {
    const service = await startService({ root, name, env, logFile: join(dataDir, `${name}-replay.log`), log, signal });
    running.defer(() => service.stop());
  }
  // In the order of the flow: the topics that indexing reads grow until enrichment and image-caption are through.
  for (const { group, topics: read } of subscriptions) {
    for (const { name } of read) {
      await eventually(async () => {
        const ends = new Map((await admin.fetchTopicOffsets(name)).map(({ partition, high }) => [partition, high]));
        const [committed] = await admin.fetchOffsets({ groupId: group, topics: [name] });
        for (const { partition, offset } of committed?.partitions ?? []) {
          const end = ends.get(partition) ?? '0';
          if (end !== '0') expect([name, partition, offset]).toEqual([name, partition, end]);
        }
      }, 60_000);
    }
  }
  await admin.disconnect();
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of ['articles', 'revisions']) {
    for await (const document of mongo.db().collection(name).find().sort({ _id: 1 }))
      hash.update(JSON.stringify(document));
  }
  return hash.digest('hex');
}

test('replaying the whole raw topic, twice, changes nothing in MongoDB', async () => {
  await eventually(async () => expect(await articles().countDocuments({ 'item.uri': { $exists: false } })).toBe(0));
  const before = await fingerprint();
  await replayEverything();
  expect(await fingerprint()).toBe(before);
  await replayEverything();
  expect(await fingerprint()).toBe(before);
}, 180_000);
