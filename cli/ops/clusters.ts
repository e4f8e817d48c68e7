import { MongoClient } from 'mongodb';
import { z } from 'zod';
import { type ClientOptions, clientOptions, KafkaEnv, KafkaPublisher, kafkaClient, TopicReader } from '#kafka';
import { loadEnv } from '#service';

/** The variables of the operator CLI. MongoDB is asked for by the commands that read it. */
export const OpsEnv = KafkaEnv.extend({
  MONGODB_URI: z.string().min(1).describe('MongoDB connection string, with the database; for `story` and `verify`'),
});

type Kafka = ReturnType<typeof kafkaClient>;

/** Kafka and MongoDB, connected when a command first asks for them, closed at its end. */
export class Clusters implements AsyncDisposable {
  private readonly source: NodeJS.ProcessEnv;
  private readonly stack = new AsyncDisposableStack();
  private client: Kafka | undefined;
  private reading: Promise<TopicReader> | undefined;
  private publishing: KafkaPublisher | undefined;
  private mongo: Promise<MongoClient> | undefined;

  constructor(source: NodeJS.ProcessEnv = process.env) {
    this.source = source;
  }

  /** Throws `EnvError` when the variables don't say where Kafka is. */
  get kafka(): Kafka {
    this.client ??= kafkaClient(quiet(clientOptions('ops', loadEnv(KafkaEnv, this.source))));
    return this.client;
  }

  reader(): Promise<TopicReader> {
    this.reading ??= TopicReader.connect(this.kafka).then((reader) => this.stack.use(reader));
    return this.reading;
  }

  /** For what is sent again: acks of all in-sync replicas, as the services publish. */
  publisher(): KafkaPublisher {
    if (this.publishing === undefined) {
      const publisher = new KafkaPublisher(this.kafka);
      this.stack.defer(() => publisher.close());
      this.publishing = publisher;
    }
    return this.publishing;
  }

  /** The database of the articles, for reading. Throws `EnvError` without MONGODB_URI. */
  async database(): Promise<ReturnType<MongoClient['db']>> {
    const { MONGODB_URI } = loadEnv(OpsEnv.pick({ MONGODB_URI: true }), this.source);
    this.mongo ??= MongoClient.connect(MONGODB_URI, {
      appName: 'dateline-ops',
      serverSelectionTimeoutMS: 5_000,
      readPreference: 'primary',
      readConcernLevel: 'majority',
    }).then((client) => this.stack.use(client));
    return (await this.mongo).db();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stack.disposeAsync();
  }
}

/** A person waits for the answer: what can't be reached is told in seconds, by the error alone. */
function quiet(options: ClientOptions): ClientOptions {
  return { ...options, log: () => undefined };
}
