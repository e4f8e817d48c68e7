import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { deadLetterName, deadLetterTopics, topics } from '#contracts';
import { createTopics, KafkaPublisher, kafkaClient, TopicReader } from '#kafka';
import { testBrokers } from '#testing';
import { ops } from './test/ops.ts';

const kafka = kafkaClient({ clientId: 'test', brokers: testBrokers() });
const DLQ = deadLetterName(topics.captions.name, 'indexing');
const key = `wire|${crypto.randomUUID()}`;
const reason = `reason-${crypto.randomUUID()}`;
const bytes = Buffer.from([0xff, 0x00, 0x7b, 0x80]);
const publisher = new KafkaPublisher(kafka);
let reader: TopicReader;

type Listed = { open: number; letters: { id: string; key: string; reason: string }[] };

/** Parks a record as the transport does. */
async function park(index: number, name = key): Promise<void> {
  const headers = {
    ce_id: `id-${index}`,
    repeated: ['a', 'b'],
    'dlq-reason': reason,
    'dlq-message': 'not\u001b[31m as the schema says',
    'dlq-topic': topics.captions.name,
    'dlq-partition': '1',
    'dlq-offset': String(index),
    'dlq-group': 'indexing',
    'dlq-attempts': '1',
    'dlq-time': new Date().toISOString(),
  };
  await publisher.publish([{ topic: DLQ, key: name, value: bytes, headers }]);
}

async function openIds(): Promise<string[]> {
  const { letters } = (await ops('dlq', 'list', '--each', '--reason', reason, '--json')).json<Listed>();
  return letters.map(({ id }) => id);
}

async function returned(): Promise<Record<string, unknown>[]> {
  const found = [];
  for (const range of await reader.ranges(topics.captions.name))
    for await (const record of reader.records(range)) if (record.key?.toString() === key) found.push({ ...record });
  return found;
}

beforeAll(async () => {
  const durability = { replicationFactor: 1, minInsyncReplicas: 1 };
  await createTopics(kafka, [...Object.values(topics), ...deadLetterTopics], durability);
  reader = await TopicReader.connect(kafka);
  for (let index = 0; index < 5; index += 1) await park(index);
});
afterAll(async () => {
  await reader[Symbol.asyncDispose]();
  await publisher.close();
});

test('topics: as declared, and what differs', async () => {
  const good = await ops('topics', '--json', '--replicas', '1');
  expect(good).toMatchObject({ code: 0, err: '' });
  const { topics: rows } = good.json<{ topics: { topic: string; partitions: number; bytes: number }[] }>();
  expect(rows.find(({ topic }) => topic === topics.raw.name)).toMatchObject({ partitions: 12 });
  const bad = await ops('topics', '--replicas', '3');
  expect(bad.code).toBe(1);
  expect(bad.out).toMatch(/news\.raw\.v1 .*copies: 1, not 3/);
});

test('lag: what a group that never ran has waiting, by partition too', async () => {
  const { code, out, err } = await ops(
    'lag',
    '--group',
    'indexing',
    '--by',
    'partition',
    '--json',
    '--max-seconds',
    '999999',
  );
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const { lag } = JSON.parse(out);
  expect(lag).toHaveLength(24);
  expect(lag[0]).toMatchObject({ group: 'indexing', topic: topics.enriched.name, partition: 0 });
});

test('dlq list: counts by reason; exit code 1 while letters are open', async () => {
  const { code, out } = await ops('dlq', 'list', '--reason', reason);
  expect(code).toBe(1);
  expect(out).toMatch(new RegExp(`news.captions.v1 +indexing +${reason} +5 +0`));
});

test('dlq show: headers, and the value only when asked; a terminal takes no orders', async () => {
  const [id = ''] = await openIds();
  const shown = await ops('dlq', 'show', id);
  expect(shown.code).toBe(0);
  expect(shown.out).toContain('not [31m as the schema says');
  expect(shown.out).not.toContain('\u001b');
  expect((await ops('dlq', 'show', id, '--json', '--body')).json()).toMatchObject({
    id,
    key,
    base64: bytes.toString('base64'),
    headers: { ce_id: expect.stringMatching(/^id-\d$/) },
  });
  expect((await ops('dlq', 'show', id, '--json')).json()).not.toHaveProperty('body');
  expect((await ops('dlq', 'show', `${DLQ}/0/999999`)).code).toBe(2);
});

test('dlq replay: one goes back with its key, bytes and headers, and is open no more', async () => {
  const [id = ''] = await openIds();
  expect((await ops('dlq', 'replay', id)).code).toBe(0);
  const [record] = await returned();
  expect(record).toMatchObject({ value: bytes });
  const headers = record?.['headers'] as Record<string, unknown>;
  expect(Object.keys(headers).toSorted()).toEqual(['ce_id', 'repeated']);
  expect(headers['repeated']).toEqual([Buffer.from('a'), Buffer.from('b')]);
  expect(await openIds()).not.toContain(id);
  expect((await ops('dlq', 'replay', id, '--json')).json()).toMatchObject({ replayed: 0 });
  expect(await returned()).toHaveLength(1);
});

test('dlq replay: a filter, at the rate given; a stopped one goes on', async () => {
  expect((await ops('dlq', 'replay', '--reason', reason, '--dry-run', '--json')).json()).toEqual({
    dryRun: true,
    open: 4,
  });
  expect((await ops('dlq', 'replay', '--reason', reason)).out).toContain('4 letters have gone back');
  expect(await openIds()).toEqual([]);
  expect(await returned()).toHaveLength(5);
  await park(5);
  expect(await openIds()).toHaveLength(1);
});

test('dlq discard: with a reason and --yes; nothing goes back', async () => {
  const [id = ''] = await openIds();
  expect((await ops('dlq', 'discard', '--reason', reason, '--because', 'of a test')).code).toBe(1);
  expect(await openIds()).toEqual([id]);
  expect((await ops('dlq', 'discard', '--reason', reason, '--because', 'of a test', '--yes')).code).toBe(0);
  expect(await openIds()).toEqual([]);
  expect((await ops('dlq', 'show', id)).out).toContain('discarded at');
  expect(await returned()).toHaveLength(5);
});

test('dlq replay: a letter that had no key stays, and is named', async () => {
  await park(6, `${topics.captions.name}/1/6`);
  const [id = ''] = await openIds();
  const { code, out } = await ops('dlq', 'replay', '--reason', reason);
  expect(code).toBe(1);
  expect(out).toContain(id);
  expect(await openIds()).toEqual([id]);
});
