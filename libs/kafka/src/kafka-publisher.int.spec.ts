import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { eventually, FaultProxy, readTopic, testBrokers } from '#testing';
import { kafkaClient } from './client.ts';
import { createTopics } from './create-topics.ts';
import { KafkaPublisher } from './kafka-publisher.ts';
import type { OutgoingRecord, SentPosition } from './publisher.ts';

async function newTopic(): Promise<string> {
  const name = `publisher-${crypto.randomUUID()}`;
  const topic = {
    name,
    type: 'test.v1',
    schema: z.unknown(),
    partitions: 3,
    retention: { policy: 'delete' as const, ms: 3_600_000 },
  };
  await createTopics(kafkaClient({ clientId: 'test', brokers: testBrokers() }), [topic], {
    replicationFactor: 1,
    minInsyncReplicas: 1,
  });
  return name;
}

const record = (topic: string, key: string, value: string): OutgoingRecord => ({ topic, key, value, headers: {} });

describe('KafkaPublisher', () => {
  test('says where each record lies', async () => {
    const topic = await newTopic();
    const publisher = new KafkaPublisher(kafkaClient({ clientId: 'test', brokers: testBrokers() }));
    const records = Array.from({ length: 50 }, (_, index) => record(topic, `key-${index % 7}`, `value-${index}`));
    const positions = await publisher.publish(records);
    await publisher.close();
    const stored = await readTopic(testBrokers(), topic, 50);
    const valueAt = new Map(
      stored.map(({ partition, offset, value }) => [`${partition}/${offset}`, value?.toString()]),
    );
    expect(positions.map(({ partition, offset }) => valueAt.get(`${partition}/${offset}`))).toEqual(
      records.map(({ value }) => value),
    );
  });

  test('a lost acknowledgement loses no record, reorders none and doubles none', async () => {
    const [broker = ''] = testBrokers();
    await using proxy = await FaultProxy.before(broker);
    const topic = await newTopic();
    const publisher = new KafkaPublisher(
      kafkaClient({ clientId: 'test', brokers: [broker], socketFactory: proxy.socketFactory }),
    );
    await publisher.publish([record(topic, 'key', 'first')]);
    const sent: Promise<SentPosition[]>[] = [];
    const expected = ['first'];
    for (let round = 0; round < 20; round += 1) {
      proxy.swallowAcknowledgements(1);
      for (const letter of ['a', 'b', 'c', 'd']) {
        expected.push(`${round}${letter}`);
        sent.push(publisher.publish([record(topic, 'key', `${round}${letter}`)]));
        // Four at once is what kafkajs' own producer loses records with; they must not all share one request.
        await new Promise((resolve) => setImmediate(resolve));
      }
      await Promise.all(sent);
    }
    await publisher.close();
    expect(proxy.swallowed).toBe(20);
    const stored = await readTopic([broker], topic, expected.length);
    expect(stored.map(({ value }) => value?.toString())).toEqual(expected);
  });

  test('without a broker it says so within the deadline, and works again when there is one', async () => {
    const topic = await newTopic();
    let port = 1;
    const [broker = ''] = testBrokers();
    await using proxy = await FaultProxy.before(broker);
    const { connect } = await import('node:net');
    const publisher = new KafkaPublisher(
      kafkaClient({
        clientId: 'test',
        brokers: [broker],
        socketFactory: (options) =>
          port === 1 ? connect(port, '127.0.0.1', options.onConnect) : proxy.socketFactory(options),
      }),
    );
    const started = Date.now();
    await expect(publisher.publish([record(topic, 'key', 'early')], { deadlineMs: 300 })).rejects.toThrow(
      'not acknowledged within 300 ms',
    );
    expect(Date.now() - started).toBeLessThan(2_000);
    port = 2;
    // What stood in the queue when the old producer gave up is refused with it; the next caller gets a new one.
    await expect(eventually(() => publisher.publish([record(topic, 'key', 'late')]))).resolves.toHaveLength(1);
    await publisher.close();
  });
});
