import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import type { Topic } from '#contracts';
import { eventually, testBrokers } from '#testing';
import { kafkaClient } from './client.ts';
import { createTopics } from './create-topics.ts';
import { KafkaPublisher } from './kafka-publisher.ts';
import { OwnedPartitions } from './owned-partitions.ts';

const topic: Topic<z.ZodObject<{ polls: z.ZodNumber }>> = {
  name: `test.owned.${crypto.randomUUID()}`,
  type: 'test.owned.v1',
  schema: z.object({ polls: z.number() }),
  partitions: 6,
  retention: { policy: 'compact', minLagMs: 0 },
};
const kafka = () => kafkaClient({ clientId: 'test', brokers: testBrokers() });
const publisher = new KafkaPublisher(kafka());
const KEYS = Array.from({ length: 30 }, (_, index) => `wire|feed-${index}`);
const members: OwnedPartitions<typeof topic.schema>[] = [];

function member() {
  const one = new OwnedPartitions({ kafka: kafka(), group: topic.name, topic, publisher, sessionTimeoutMs: 6_000 });
  members.push(one);
  one.start();
  return one;
}

const owners = (of: string) => members.filter((one) => one.owns(of)).length;
const allOwnedOnce = () => expect(KEYS.map(owners)).toEqual(KEYS.map(() => 1));

beforeAll(() => createTopics(kafka(), [topic], { replicationFactor: 1, minInsyncReplicas: 1 }));

afterAll(async () => {
  await Promise.all(members.map((one) => one.stop()));
  await publisher.close();
});

test('each key has one owner, who knows the last state, over joins and leaves', async () => {
  const first = member();
  await eventually(allOwnedOnce);
  for (const key of KEYS) await first.put(key, { polls: 1 }, '/test');
  for (const key of KEYS) await first.put(key, { polls: 2 }, '/test');
  expect(KEYS.map((key) => first.get(key)?.polls)).toEqual(KEYS.map(() => 2));

  const second = member();
  const watched: number[] = [];
  const watch = setInterval(() => watched.push(...KEYS.map(owners)), 20);
  await eventually(() => {
    allOwnedOnce();
    expect(KEYS.filter((key) => second.owns(key)).length).toBeGreaterThan(5);
    expect(KEYS.filter((key) => first.owns(key)).length).toBeGreaterThan(5);
  });
  for (const key of KEYS) expect((first.owns(key) ? first : second).get(key)).toEqual({ polls: 2 });

  await first.stop();
  await eventually(() => expect(KEYS.every((key) => second.owns(key))).toBe(true));
  clearInterval(watch);
  expect(Math.max(...watched)).toBe(1);
  expect(KEYS.map((key) => second.get(key))).toEqual(KEYS.map(() => ({ polls: 2 })));
});

test('a record that can not be read is as if there were none', async () => {
  const [, second] = members;
  await publisher.publish([{ topic: topic.name, key: 'wire|feed-0', value: 'no JSON', headers: {} }]);
  await eventually(() => expect(second?.get('wire|feed-0')).toBeUndefined());
});
