import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { startKafka, startMongo } from '#servers';
import { runJob } from '../../cli/start/jobs.ts';
import { projectRoot } from '../../cli/start/project-root.ts';
import { type CpuProbe, cpuSeconds } from './cpu-time.ts';

/** A Kafka broker and a mongod of their own, empty, with all topics and indexes. */
export type FreshServers = {
  readonly dataDir: string;
  readonly logs: string;
  readonly brokers: readonly string[];
  readonly mongoUri: string;
  readonly mongo: MongoClient;
  readonly cpu: readonly CpuProbe[];
  /** What a service or a job needs to find them. */
  readonly env: NodeJS.ProcessEnv;
};

/** Starts servers with empty data; `stack` stops them and removes the data. */
export async function freshServers(stack: AsyncDisposableStack): Promise<FreshServers> {
  const dataDir = await mkdtemp(join(tmpdir(), 'dateline-bench-'));
  const keep = process.env['BENCH_KEEP'] !== undefined;
  stack.defer(() => (keep ? undefined : rm(dataDir, { recursive: true, force: true })));
  const logs = join(dataDir, 'logs');
  await mkdir(logs);
  const log = (): void => undefined;
  const kafka = await startKafka({ dataDir: join(dataDir, 'kafka'), log });
  stack.defer(() => kafka.stop());
  const database = await startMongo({ dataDir: join(dataDir, 'mongod'), log });
  stack.defer(() => database.stop());
  const { brokers } = kafka;
  const env = { ...process.env, KAFKA_BROKERS: brokers.join(','), MONGODB_URI: database.uri };
  const root = projectRoot();
  await Promise.all([runJob(root, 'create-topics', env), runJob(root, 'create-indexes', env)]);
  const mongo = await new MongoClient(database.uri).connect();
  stack.defer(() => mongo.close());
  const cpu = [
    { name: 'kafka', seconds: () => cpuSeconds(kafka.pid) },
    { name: 'mongod', seconds: () => cpuSeconds(database.pid) },
  ];
  return { dataDir, logs, brokers, mongoUri: database.uri, mongo, cpu, env };
}
