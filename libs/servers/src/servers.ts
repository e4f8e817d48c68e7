import { join } from 'node:path';
import { type Kafka, startKafka } from './kafka.ts';
import { type Mongo, startMongo } from './mongo.ts';
import type { Server, ServerOptions } from './server-options.ts';

/** Where Kafka and MongoDB are, and how to end what was started for it. */
export type Servers = {
  readonly brokers: readonly string[];
  readonly mongoUri: string;
  /** Kafka first, then mongod; existing servers are left alone. */
  stop(): Promise<void>;
};

/**
 * A Kafka and a MongoDB to work with: those that KAFKA_BROKERS and MONGODB_URI name, containers where TEST_SERVERS is
 * `testcontainers`, else a broker and a mongod started on this machine.
 */
export async function startServers({ dataDir, log }: ServerOptions): Promise<Servers> {
  const folder = (name: string): ServerOptions => ({ dataDir: join(dataDir, name), log });
  const [kafka, mongo] = await bothOrNone(brokers(folder('kafka')), database(folder('mongod')));
  return {
    brokers: kafka.brokers,
    mongoUri: mongo.uri,
    stop: async () => {
      await kafka.stop();
      await mongo.stop();
    },
  };
}

type Stoppable = Pick<Server, 'stop'>;

async function brokers(options: ServerOptions): Promise<Stoppable & Pick<Kafka, 'brokers'>> {
  const given = process.env['KAFKA_BROKERS'];
  if (given) return { brokers: given.split(','), stop: leaveAlone };
  return useContainers() ? (await import('./containers.ts')).startKafkaContainer(options) : startKafka(options);
}

async function database(options: ServerOptions): Promise<Stoppable & Pick<Mongo, 'uri'>> {
  const given = process.env['MONGODB_URI'];
  if (given) return { uri: given, stop: leaveAlone };
  return useContainers() ? (await import('./containers.ts')).startMongoContainer(options) : startMongo(options);
}

function useContainers(): boolean {
  return process.env['TEST_SERVERS'] === 'testcontainers';
}

async function leaveAlone(): Promise<void> {}

async function bothOrNone<A extends Stoppable, B extends Stoppable>(a: Promise<A>, b: Promise<B>): Promise<[A, B]> {
  const [first, second] = await Promise.allSettled([a, b]);
  if (first.status === 'fulfilled' && second.status === 'fulfilled') return [first.value, second.value];
  for (const one of [first, second]) if (one.status === 'fulfilled') await one.value.stop();
  const reasons = [first, second].flatMap((one) => (one.status === 'rejected' ? [one.reason as Error] : []));
  throw new Error(reasons.map(({ message }) => message).join('\n\n'), { cause: reasons[0] });
}
