import { MongoClient } from 'mongodb';
import { documentOf } from '../harness/bulk-documents.ts';

/**
 * A plain bulk insert: the article documents that indexing would store, from memory, 500 at a time, as durable as
 * indexing writes them. Arguments: the number of documents. Prints documents a second.
 */
const BATCH = 500;
const count = Number(process.argv[2]);
const now = new Date().toISOString();
const documents = Array.from({ length: count }, (_, index) => documentOf(index, now));
const client = await new MongoClient(process.env['MONGODB_URI'] ?? '').connect();
const articles = client.db().collection<(typeof documents)[number]>('articles');
const start = performance.now();
for (let from = 0; from < count; from += BATCH) {
  await articles.insertMany(documents.slice(from, from + BATCH), { writeConcern: { w: 'majority', journal: true } });
}
const seconds = (performance.now() - start) / 1000;
await client.close();
process.stdout.write(`${count / seconds}\n`);
