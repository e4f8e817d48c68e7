import { afterEach, describe, expect, test } from '@jest/globals';
import { Controller, type INestMicroservice, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { z } from 'zod';
import { deadLetterName, type Topic } from '#contracts';
import { eventually, readTopic, testBrokers } from '#testing';
import { kafkaClient } from './client.ts';
import { createTopics } from './create-topics.ts';
import { KafkaStrategy } from './kafka.strategy.ts';
import { KafkaPublisher } from './kafka-publisher.ts';
import { OnTopicBatch } from './on-topic.decorator.ts';
import type { Received } from './received.ts';
import { DataError, InfrastructureError } from './stage-error.ts';

const GROUP = 'counting';
const Count = z.object({ n: z.number() });
type Count = z.output<typeof Count>;
type Handle = (records: readonly Received<Count>[]) => Promise<void>;

const client = () => kafkaClient({ clientId: 'test', brokers: testBrokers() });
const running: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of running.splice(0)) await stop();
});

async function newTopic(): Promise<Topic<typeof Count>> {
  const name = `counts-${crypto.randomUUID()}`;
  const topic = {
    name,
    type: 'count.v1',
    schema: Count,
    partitions: 2,
    retention: { policy: 'delete' as const, ms: 3_600_000 },
  };
  await createTopics(client(), [topic, { ...topic, name: deadLetterName(name, GROUP) }], {
    replicationFactor: 1,
    minInsyncReplicas: 1,
  });
  return topic;
}

/** A microservice with one batch handler, and what it got. */
async function start(topic: Topic<typeof Count>, handle: Handle, maxRecords?: number) {
  const got: number[] = [];
  const crashes: Error[] = [];
  @Controller()
  class Counting {
    @OnTopicBatch(topic, maxRecords === undefined ? {} : { maxRecords })
    async onCounts(records: readonly Received<Count>[]): Promise<void> {
      await handle(records);
      got.push(...records.map(({ value }) => value.n));
    }
  }
  @Module({ controllers: [Counting] })
  class CountingModule {}
  const publisher = new KafkaPublisher(client());
  const strategy = new KafkaStrategy({
    kafka: client(),
    group: GROUP,
    publisher,
    onCrash: (error) => crashes.push(error),
  });
  const app: INestMicroservice = await NestFactory.createMicroservice(CountingModule, { strategy, logger: false });
  await app.listen();
  const stop = async (): Promise<void> => {
    await strategy.close();
    await publisher.close();
    await app.close();
  };
  running.push(stop);
  return { got, crashes, strategy, stop: () => running.splice(running.indexOf(stop), 1)[0]?.() };
}

type Sent = { key: string | null; value: Buffer | string | null; headers?: Record<string, string> };
async function send(topic: Topic, messages: readonly Sent[]): Promise<void> {
  const producer = client().producer();
  await producer.connect();
  await producer.send({ topic: topic.name, messages: messages.map((message) => ({ ...message, partition: 0 })) });
  await producer.disconnect();
}
const count = (n: number): Sent => ({ key: 'k', value: JSON.stringify({ n }) });
const upTo = (n: number): number[] => Array.from({ length: n }, (_, index) => index);

describe('KafkaStrategy', () => {
  test('hands records over in order, and after a clean stop nothing comes twice', async () => {
    const topic = await newTopic();
    await send(topic, upTo(1_200).map(count));
    const first = await start(topic, async () => undefined);
    await eventually(() => expect(first.got).toHaveLength(1_200));
    expect(first.got).toEqual(upTo(1_200));
    await first.stop();
    await send(topic, [count(1_200)]);
    const second = await start(topic, async () => undefined);
    await eventually(() => expect(second.got).toHaveLength(1));
    expect(second.got).toEqual([1_200]);
  });

  test('parks every kind of bad record with its bytes and reason, and none of its neighbours', async () => {
    const topic = await newTopic();
    const bad: [string, Sent][] = [
      ['tombstone', { key: 'k', value: null }],
      ['empty-value', { key: 'k', value: '' }],
      ['missing-key', { key: null, value: '{"n":1}' }],
      ['wrong-schema', { key: 'k', value: '{"n":"one"}' }],
      ['unknown-type', { key: 'k', value: '{"n":1}', headers: { ce_type: 'letter.v1' } }],
      ['malformed-json', { key: 'k', value: '{"n":' }],
      ['value-not-utf8', { key: 'k', value: Buffer.from([0xff, 0xfe, 0x00]) }],
      ['not-seven', count(7)],
    ];
    await send(
      topic,
      bad.flatMap(([, message], index) => [count(index + 100), message]),
    );
    const { got } = await start(topic, async (records) => {
      const record = records.findIndex(({ value }) => value.n === 7);
      if (record >= 0) throw new DataError('not-seven', 'seven is not wanted', { record });
    });
    await eventually(() => expect(got).toHaveLength(bad.length));
    expect(got).toEqual(bad.map((_, index) => index + 100));
    const parked = await readTopic(testBrokers(), deadLetterName(topic.name, GROUP), bad.length);
    const byReason = new Map(parked.map(({ headers, value }) => [headers['dlq-reason'], value]));
    for (const [reason, { value }] of bad)
      expect([reason, byReason.get(reason)]).toEqual([reason, value === null ? null : Buffer.from(value)]);
  });

  test('an outage blocks, and when it is over every record is there once more or less, in order', async () => {
    const topic = await newTopic();
    await send(topic, upTo(30).map(count));
    let failures = 5;
    const { got } = await start(topic, async () => {
      failures -= 1;
      if (failures >= 0) throw new InfrastructureError('database', 'away');
    });
    await eventually(() => expect(got).toHaveLength(30));
    expect(got).toEqual(upTo(30));
    await expect(readTopic(testBrokers(), deadLetterName(topic.name, GROUP), 1, 1_500)).rejects.toThrow(
      'holds 0 records',
    );
  });

  test('one record that makes the handler fail is found and parked; the others of its batch are handled', async () => {
    const topic = await newTopic();
    await send(topic, upTo(64).map(count));
    const { got } = await start(topic, async (records) => {
      if (records.some(({ value }) => value.n === 37)) throw new Error('for no reason it can name');
    });
    await eventually(() => expect(new Set(got).size).toBe(63));
    const [parked] = await readTopic(testBrokers(), deadLetterName(topic.name, GROUP), 1);
    expect(parked?.value?.toString()).toBe('{"n":37}');
  });

  test('stopping in the middle of an outage commits nothing: the records come again', async () => {
    const topic = await newTopic();
    await send(topic, upTo(5).map(count));
    let tried = 0;
    const first = await start(topic, async () => {
      tried += 1;
      throw new InfrastructureError('database', 'away');
    });
    await eventually(() => expect(tried).toBeGreaterThan(2));
    await first.stop();
    const second = await start(topic, async () => undefined);
    await eventually(() => expect(second.got).toEqual(upTo(5)));
  });

  test('a second member takes over half of the partitions, and no record is lost in the move', async () => {
    const topic = await newTopic();
    const producer = client().producer();
    await producer.connect();
    const sending = (async () => {
      for (const n of upTo(200)) {
        await producer.send({ topic: topic.name, messages: [{ key: `k${n % 10}`, value: JSON.stringify({ n }) }] });
      }
      await producer.disconnect();
    })();
    const first = await start(topic, async () => undefined, 10);
    const second = await start(topic, async () => undefined, 10);
    await sending;
    await eventually(() => expect(new Set([...first.got, ...second.got]).size).toBe(200));
    expect(first.crashes.concat(second.crashes)).toEqual([]);
  });
});
