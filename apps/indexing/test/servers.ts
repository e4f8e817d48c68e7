import mongoose, { type Connection } from 'mongoose';
import { deadLetterTopics, topics } from '#contracts';
import { createTopics, KafkaPublisher, kafkaClient } from '#kafka';
import { ArticleSchema } from '../src/article.schema.ts';

/** What indexing works with, on real servers: topics and indexes are there. */
export type Servers = { readonly connection: Connection; readonly publisher: KafkaPublisher; close(): Promise<void> };

/** Connects to the servers of a test run; `close` drops the database. */
export async function openServers(brokers: string[], mongoUri: string): Promise<Servers> {
  const kafka = kafkaClient({ clientId: 'test', brokers });
  await createTopics(kafka, [...Object.values(topics), ...deadLetterTopics], {
    replicationFactor: 1,
    minInsyncReplicas: 1,
  });
  const connection = await mongoose.createConnection(mongoUri, { ignoreUndefined: true }).asPromise();
  await connection.model('Article', ArticleSchema).createIndexes();
  const publisher = new KafkaPublisher(kafka);
  const close = async (): Promise<void> => {
    await publisher.close();
    await connection.dropDatabase();
    await connection.close();
  };
  return { connection, publisher, close };
}
