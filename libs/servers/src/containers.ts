import { MongoClient } from 'mongodb';
import { GenericContainer, type StartedTestContainer, Wait } from 'testcontainers';
import { freePort } from './free-port.ts';
import { timed } from './progress.ts';
import type { ServerOptions } from './server-options.ts';

const KAFKA_IMAGE = 'apache/kafka:4.1.1';
const MONGO_IMAGE = 'mongo:6.0';

/**
 * A broker in a container. The port is chosen before, since the broker must advertise the one that the host sees;
 * Testcontainers' own Kafka module knows only another vendor's image.
 */
export async function startKafkaContainer({ log }: ServerOptions) {
  const port = await freePort();
  const container = new GenericContainer(KAFKA_IMAGE)
    .withExposedPorts({ container: 9092, host: port })
    .withEnvironment({
      KAFKA_NODE_ID: '1',
      KAFKA_PROCESS_ROLES: 'broker,controller',
      KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9093',
      KAFKA_LISTENERS: 'PLAINTEXT://:9092,CONTROLLER://:9093',
      KAFKA_ADVERTISED_LISTENERS: `PLAINTEXT://localhost:${port}`,
      KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
      KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
      KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
      KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
      KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
      KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1',
      KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '1',
    })
    .withWaitStrategy(Wait.forLogMessage(/Kafka Server started/));
  const started = await timed(log, `${KAFKA_IMAGE}: starting a container`, () => container.start());
  return { brokers: [`localhost:${port}`], stop: () => remove(started) };
}

/** A mongod in a container, a replica set of one that clients reach by its published port. */
export async function startMongoContainer({ log }: ServerOptions) {
  const container = new GenericContainer(MONGO_IMAGE)
    .withExposedPorts(27017)
    .withCommand(['mongod', '--replSet', 'rs0', '--bind_ip_all'])
    .withWaitStrategy(Wait.forLogMessage(/Waiting for connections/i));
  const started = await timed(log, `${MONGO_IMAGE}: starting a container`, () => container.start());
  const uri = `mongodb://${started.getHost()}:${started.getMappedPort(27017)}/dateline?directConnection=true`;
  await initiate(uri);
  return { uri, stop: () => remove(started) };
}

async function initiate(uri: string): Promise<void> {
  const client = new MongoClient(uri);
  try {
    const admin = client.db('admin');
    await admin.command({ replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host: '127.0.0.1:27017' }] } });
    while (!(await admin.command({ hello: 1 }))['isWritablePrimary'])
      await new Promise((done) => setTimeout(done, 100));
  } finally {
    await client.close();
  }
}

async function remove(container: StartedTestContainer): Promise<void> {
  await container.stop();
}
