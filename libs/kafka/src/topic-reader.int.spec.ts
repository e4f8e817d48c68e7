import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { testBrokers } from '#testing';
import { kafkaClient } from './client.ts';
import { createTopics } from './create-topics.ts';
import { groupLag } from './group-lag.ts';
import { KafkaPublisher } from './kafka-publisher.ts';
import { logSizes } from './log-sizes.ts';
import { TopicReader } from './topic-reader.ts';
import { describeTopics } from './topic-settings.ts';

const kafka = kafkaClient({ clientId: 'test', brokers: testBrokers() });
const name = `read-${crypto.randomUUID()}`;
const COUNT = 900;
let reader: TopicReader;
let middle = 0;

beforeAll(async () => {
  const retention = { policy: 'delete' as const, ms: 3_600_000 };
  const topic = { name, type: 'number.v1', schema: z.unknown(), partitions: 3, retention };
  await createTopics(kafka, [topic], { replicationFactor: 1, minInsyncReplicas: 1 });
  const publisher = new KafkaPublisher(kafka);
  const send = (from: number, to: number) =>
    publisher.publish(
      Array.from({ length: to - from }, (_, index) => ({
        topic: name,
        key: `k${(from + index) % 17}`,
        value: Buffer.alloc(4_000, from + index),
        headers: { number: String(from + index) },
      })),
    );
  await send(0, COUNT / 2);
  middle = Date.now() + 1;
  await new Promise((resolve) => setTimeout(resolve, 20));
  await send(COUNT / 2, COUNT);
  await publisher.close();
  reader = await TopicReader.connect(kafka);
});
afterAll(() => reader[Symbol.asyncDispose]());

async function numbers(time = {}): Promise<number[]> {
  const found: number[] = [];
  for (const range of await reader.ranges(name, time))
    for await (const { headers } of reader.records(range)) found.push(Number(String(headers['number'])));
  return found;
}

test('reads every record once, over many fetches, and in order within a partition', async () => {
  const found = await numbers();
  expect(found.toSorted((a, b) => a - b)).toEqual(Array.from({ length: COUNT }, (_, index) => index));
  const [range] = await reader.ranges(name);
  if (range === undefined) throw new Error('no partition');
  const offsets: bigint[] = [];
  for await (const { offset } of reader.records(range)) offsets.push(BigInt(offset));
  expect(offsets).toEqual(offsets.toSorted((a, b) => Number(a - b)));
});

test('reads a stretch of time', async () => {
  expect((await numbers({ to: middle })).length).toBe(COUNT / 2);
  const later = await numbers({ from: middle });
  expect(later.length).toBe(COUNT / 2);
  expect(Math.min(...later)).toBe(COUNT / 2);
  expect(await numbers({ from: Date.now() + 60_000 })).toEqual([]);
});

test('stops at the end it was given, inside a batch too', async () => {
  const [range] = await reader.ranges(name);
  if (range === undefined) throw new Error('no partition');
  const offsets: string[] = [];
  for await (const { offset } of reader.records({ ...range, from: 3n, to: 7n })) offsets.push(offset);
  expect(offsets).toEqual(['3', '4', '5', '6']);
});

test('passes over what has been deleted', async () => {
  const [range] = await reader.ranges(name);
  if (range === undefined) throw new Error('no partition');
  const admin = kafka.admin();
  await admin.connect();
  // kafkajs deletes only where it has met the topic before.
  await admin.fetchTopicOffsets(name);
  await admin.deleteTopicRecords({ topic: name, partitions: [{ partition: range.partition, offset: '5' }] });
  await admin.disconnect();
  const first = await reader.firstFrom(range);
  expect(first?.offset).toBe('5');
  expect(await reader.record({ topic: name, partition: range.partition, offset: '2' })).toBeUndefined();
  expect((await reader.record({ topic: name, partition: range.partition, offset: '9' }))?.offset).toBe('9');
});

test('says what a group has still to process, and since when', async () => {
  const group = `group-${crypto.randomUUID()}`;
  const [range] = await reader.ranges(name);
  if (range === undefined) throw new Error('no partition');
  const admin = kafka.admin();
  await admin.connect();
  const offset = String(range.to - 2n);
  await admin.setOffsets({ groupId: group, topic: name, partitions: [{ partition: range.partition, offset }] });
  await admin.disconnect();
  const [lag, other] = await groupLag(kafka, reader, { group, topics: [name] });
  expect(lag).toMatchObject({ committed: offset, records: 2 });
  expect(lag?.oldest).toBeGreaterThanOrEqual(middle);
  expect(other).toMatchObject({ committed: undefined });
  expect(other?.records).toBeGreaterThan(100);
});

test('describes topics and their size', async () => {
  const [topic] = await describeTopics(kafka, reader, [name, 'there-is-no-such-topic']);
  expect(topic).toMatchObject({ name, partitions: 3, replicas: 1, underReplicated: 0, records: COUNT - 5 });
  expect(topic?.settings).toMatchObject({ 'cleanup.policy': 'delete', 'retention.ms': '3600000' });
  expect((await logSizes(kafka)).get(name)).toBeGreaterThan(COUNT * 4_000);
});
