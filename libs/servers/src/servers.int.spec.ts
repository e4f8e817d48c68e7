import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { kafkaClient } from '#kafka';
import { startKafka } from './kafka.ts';
import { startMongo } from './mongo.ts';

let dataDir = '';
const quiet = () => {};

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'dateline-servers-'));
});
afterAll(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

describe('a broker', () => {
  test('makes no topic by itself, and keeps records and address over a kill and a restart', async () => {
    const server = await startKafka({ dataDir: join(dataDir, 'kafka'), log: quiet });
    const kafka = kafkaClient({ clientId: 'servers-test', brokers: server.brokers });
    const admin = kafka.admin();
    const producer = kafka.producer();
    try {
      await admin.connect();
      await expect(admin.fetchTopicMetadata({ topics: ['undeclared'] })).rejects.toThrow();
      expect(await admin.listTopics()).toEqual([]);
      await admin.createTopics({ topics: [{ topic: 'kept', numPartitions: 1 }], waitForLeaders: true });
      await producer.connect();
      await producer.send({ topic: 'kept', messages: [{ value: 'before the kill' }], acks: -1 });
      await server.kill();
      expect(server.pid).toBeUndefined();
      await server.restart();
      expect(await admin.fetchTopicOffsets('kept')).toMatchObject([{ low: '0', high: '1' }]);
    } finally {
      await Promise.all([admin.disconnect(), producer.disconnect()]);
      await server.stop();
    }
  }, 120_000);
});

describe('a mongod', () => {
  test('takes majority writes and keeps them over a kill and a restart', async () => {
    const server = await startMongo({ dataDir: join(dataDir, 'mongod'), log: quiet });
    try {
      await withCollection(server.uri, (kept) => kept.insertOne({ at: 1 }));
      await server.kill();
      await server.restart();
      expect(await withCollection(server.uri, (kept) => kept.countDocuments())).toBe(1);
    } finally {
      await server.stop();
    }
  }, 120_000);
});

async function withCollection<T>(
  uri: string,
  work: (kept: ReturnType<ReturnType<MongoClient['db']>['collection']>) => Promise<T>,
): Promise<T> {
  const client = new MongoClient(uri, { writeConcern: { w: 'majority' } });
  return work(client.db().collection('kept')).finally(() => client.close());
}
