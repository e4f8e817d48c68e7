import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Collection, MongoClient } from 'mongodb';
import { KafkaPublisher, kafkaClient } from '#kafka';
import { startKafka, startMongo } from '#servers';
import { eventually, testBrokers } from '#testing';
import { rawRecord } from '../../apps/ingest/src/raw-records.ts';
import { receive } from '../../apps/ingest/src/receive.ts';
import { storyDigest } from '../../apps/ingest/src/story-digest.ts';
import { ninjsStory, pushUntilAccepted } from '../../test/push.ts';
import { type Pipeline, startPipeline } from '../start/pipeline.ts';
import { ops } from './test/ops.ts';

const root = join(import.meta.dirname, '..', '..');
const log = (line: string): void => void process.stderr.write(`${line}\n`);
const stack = new AsyncDisposableStack();
const since = new Date().toISOString();
let pipeline: Pipeline;
let articles: Collection<{ _id: string; item?: { headlines?: { value: string }[] } }>;
let dataDir: string;

const KEY = 'wire|urn:wire:quay';
const PAGE = `Harbour lights return\n\nUpdated 09:15, 04-Mar-2025\n\nThe lights of the harbour came back on Tuesday night.\n`;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'dateline-ops-'));
  stack.defer(() => rm(dataDir, { recursive: true, force: true }));
  // Servers of its own: what `verify` and `replay` find must be what was pushed here, and nothing that other specs left.
  const kafka = await startKafka({ dataDir: join(dataDir, 'kafka'), log });
  stack.defer(() => kafka.stop());
  const database = await startMongo({ dataDir: join(dataDir, 'mongod'), log });
  stack.defer(() => database.stop());
  Object.assign(process.env, {
    LOG_LEVEL: 'warn',
    KAFKA_BROKERS: kafka.brokers.join(','),
    MONGODB_URI: database.uri,
  });
  const signal = new AbortController().signal;
  pipeline = await startPipeline({ root, dataDir, providers: ['wire', 'cgtn'], log, signal }, stack);
  const mongo = stack.use(await MongoClient.connect(pipeline.mongoUri));
  articles = mongo.db().collection('articles');
  for (const [name, version] of [
    ['quay', 2],
    ['quay', 1],
    ['mole', 1],
    ['quay', 3],
    ['pier', 1],
  ] as const)
    await pushUntilAccepted(pipeline, ninjsStory(name, version));
  await pushUntilAccepted(pipeline, { provider: 'cgtn', contentType: 'text/plain', body: PAGE });
  const large = { bodies: [{ contentType: 'text/plain', value: 'A long night in the council. '.repeat(12_000) }] };
  await pushUntilAccepted(pipeline, ninjsStory('large', 1, large));
  await settled(7);
}, 120_000);
afterAll(() => stack.disposeAsync());

type Verified = {
  ok: boolean;
  accepted: number;
  settled: number;
  announced: number;
  findings: { code: string; key: string }[];
};

async function verified(): Promise<Verified> {
  return (await ops('verify', '--json', '--from', since, '--to', new Date().toISOString())).json<Verified>();
}

/** Waits until so many stories have their outcome. */
async function settled(count: number): Promise<void> {
  await eventually(async () => {
    const { accepted, settled } = await verified();
    if (accepted !== count || settled !== count) throw new Error(`${settled} of ${accepted} have ended`);
  }, 60_000);
}

test('verify: what was accepted has ended, is stored and announced', async () => {
  await eventually(async () => {
    const { code, out } = await ops('verify', '--from', since, '--to', new Date().toISOString());
    expect({ code, out }).toMatchObject({ code: 0 });
    expect(out).toContain('accepted 7, ended 7, stories announced 5, differences 0');
  });
});

test('verify: names an article that is lost, and one that is not what was announced', async () => {
  const lost = await articles.findOneAndDelete({ _id: 'wire|urn:wire:mole' });
  await articles.updateOne({ _id: 'wire|urn:wire:pier' }, { $set: { 'item.language': 'xx' } });
  const { ok, findings } = await verified();
  if (lost !== null) await articles.insertOne(lost);
  await articles.updateOne({ _id: 'wire|urn:wire:pier' }, { $set: { 'item.language': 'en' } });
  expect(ok).toBe(false);
  expect(findings.map(({ code, key }) => `${code} ${key}`).toSorted()).toEqual([
    'announcement-differs wire|urn:wire:mole',
    'announcement-differs wire|urn:wire:pier',
    'not-stored wire|urn:wire:mole',
  ]);
  expect((await verified()).ok).toBe(true);
});

test('story: its versions and where its records lie', async () => {
  const { code, out } = await ops('story', KEY);
  expect(code).toBe(0);
  expect(out).toMatch(/[0-9a-f]{32} +article +3 \d+ \d+ +update +usable +stored +1 +news\.raw\.v1\/\d+\/\d+/);
  expect(out.match(/ revision /g)).toHaveLength(2);
  expect(out.match(/Z +accepted /g)).toHaveLength(3);
  expect(out.match(/Z +outcome /g)).toHaveLength(3);
  expect(out).not.toContain('council of quay');
  expect((await ops('story', 'wire|nobody')).code).toBe(1);
});

test('status: well with all services, and not without one', async () => {
  const services = Object.values(pipeline.services).flatMap(({ name, url }) => ['--service', `${name}=${url}`]);
  await eventually(async () => {
    const good = await ops('status', ...services);
    expect(good).toMatchObject({ code: 0 });
    expect(good.out).toMatch(/ingest +yes +0 +[1-9]/);
    expect(good.out).toContain('All is well.');
  });
  const bad = await ops('status', '--service', 'ingest=http://127.0.0.1:9', '--json');
  expect(bad.code).toBe(1);
  expect(bad.json()).toMatchObject({ ok: false, services: [{ ready: false }] });
});

test.each(['status', 'topics', 'lag', 'dlq list', 'verify', `story ${KEY}`])('%s ends as a process', async (words) => {
  const file = join(root, 'dist', 'cli', 'ops.js');
  const options = { env: process.env, timeout: 15_000 };
  const { stdout } = await promisify(execFile)(process.execPath, [file, ...words.split(' '), '--json'], options);
  expect(JSON.parse(stdout)).toMatchObject({ ok: true });
});

test('replay: a dry run reads all of it and sends nothing', async () => {
  const { code, json } = await ops('replay', '--from', since, '--dry-run', '--json');
  expect(code).toBe(0);
  expect(json()).toMatchObject({ read: 7, changed: 0, sent: 0 });
  expect((await ops('replay', '--from', since, '--dry-run', '--key', KEY, '--json')).json()).toMatchObject({ read: 3 });
});

test('replay: what is read as before ends as a duplicate and changes nothing; done is done', async () => {
  const before = await articles.find({}, { sort: { _id: 1 } }).toArray();
  const file = join(dataDir, 'replay.json');
  const first = await ops('replay', '--from', since, '--state', file, '--json');
  expect(first).toMatchObject({ code: 0 });
  expect(first.json()).toMatchObject({ read: 7, sent: 7, changed: 0 });
  expect((await ops('replay', '--from', since, '--state', file, '--json')).json()).toMatchObject({ sent: 7 });
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ counts: { sent: 7 } });
  expect((await ops('replay', '--from', '1d', '--state', file)).code).toBe(2);
  await settled(14);
  const { out } = await ops('story', KEY);
  expect(out.match(/ duplicate, receipt /g)).toHaveLength(3);
  expect(await articles.find({}, { sort: { _id: 1 } }).toArray()).toEqual(before);
  await eventually(async () => expect((await verified()).ok).toBe(true));
});

test('replay: what is read differently becomes the version shown, and the old reading a revision', async () => {
  const { bytes, raw } = readByAnEarlierParser();
  const publisher = new KafkaPublisher(kafkaClient({ clientId: 'test', brokers: testBrokers() }));
  await publisher.publish([rawRecord(raw, bytes)]);
  await publisher.close();
  await settled(15);
  const headline = async () => (await articles.findOne({ _id: 'wire|urn:wire:buoy' }))?.item?.headlines?.[0]?.value;
  expect(await headline()).toBe('misread');
  const replayed = await ops('replay', '--from', since, '--changed', '--provider', 'wire', '--json');
  expect(replayed.json()).toMatchObject({ changed: 1, sent: 1 });
  await settled(16);
  expect(await headline()).toBe('buoy, version 1');
  const { out } = await ops('story', 'wire|urn:wire:buoy');
  expect(out.match(/ revision /g)).toHaveLength(1);
  await eventually(async () => expect((await verified()).ok).toBe(true));
});

test('verify, lag and status: notice a stage that stands still', async () => {
  await pipeline.services.enrichment.stop();
  await pushUntilAccepted(pipeline, ninjsStory('stuck', 1));
  const { ok, findings } = await verified();
  expect(ok).toBe(false);
  expect(findings).toMatchObject([{ code: 'no-outcome', key: 'wire|urn:wire:stuck' }]);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const lag = await ops('lag', '--group', 'enrichment', '--max-seconds', '1', '--json');
  expect(lag).toMatchObject({ code: 1 });
  expect(lag.json()).toMatchObject({ lag: [{ group: 'enrichment', records: 1 }] });
  expect((await ops('status')).out).toContain('the group enrichment has no members');
});

/** A raw record as a parser with a fault would have left it: another headline than the document has. */
function readByAnEarlierParser() {
  const bytes = Buffer.from(ninjsStory('buoy', 1).body);
  const receivedAt = new Date().toISOString();
  const receipt = '00000000-0000-7000-8000-000000000001';
  const result = receive({ bytes, declared: {}, provider: 'wire', receivedAt, nextReceipt: () => receipt });
  const [raw] = 'refusal' in result ? [] : result.stories;
  if (raw === undefined) throw new Error('the story is refused');
  const story = { ...raw.story, headlines: [{ value: 'misread' }] };
  return { bytes, raw: { ...raw, story, storySha256: storyDigest(story) } };
}
