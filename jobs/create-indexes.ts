import mongoose from 'mongoose';
import { loadEnv } from '#service';
import { ArticleSchema, RevisionSchema } from '../apps/indexing/src/article.schema.ts';
import { IndexingEnv } from '../apps/indexing/src/indexing.config.ts';

/** Creates the collections and indexes of indexing that are missing. Safe to run again, and before every release. */
const { MONGODB_URI } = loadEnv(IndexingEnv.pick({ MONGODB_URI: true }));
const connection = await mongoose
  .createConnection(MONGODB_URI, { autoIndex: false, serverSelectionTimeoutMS: 10_000 })
  .asPromise();
try {
  for (const [name, schema] of [
    ['Article', ArticleSchema],
    ['Revision', RevisionSchema],
  ] as const) {
    const model = connection.model(name, schema);
    await model.createCollection();
    await model.createIndexes();
  }
  process.stdout.write(`${JSON.stringify({ indexed: ['articles', 'revisions'] })}\n`);
} finally {
  await connection.close();
}
