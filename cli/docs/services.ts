import type { z } from 'zod';
import { deadLetterTopics, subscriptions, type Topic, topics } from '#contracts';
import { withServiceEnv } from '#service';
import { StageEnv } from '#stage';
import { EnrichmentEnv } from '../../apps/enrichment/src/enrichment.config.ts';
import { IndexingEnv } from '../../apps/indexing/src/indexing.config.ts';
import { IngestConfig } from '../../apps/ingest/src/ingest.config.ts';
import { CreateTopicsEnv } from '../../jobs/create-topics.config.ts';

/** A program that is run with variables, and the topics it sends to beside its dead letters. */
export type Program = { readonly name: string; readonly env: z.ZodObject; readonly sends: readonly Topic[] };

/** The four services in the order of the flow. */
export const SERVICES: readonly Program[] = [
  {
    name: 'ingest',
    env: withServiceEnv(IngestConfig, 3000),
    sends: [topics.raw, topics.documents, topics.rejected, topics.feeds],
  },
  { name: 'enrichment', env: withServiceEnv(EnrichmentEnv, 3002), sends: [topics.enriched, topics.receipts] },
  { name: 'image-caption', env: withServiceEnv(StageEnv, 3003), sends: [topics.captions] },
  { name: 'indexing', env: withServiceEnv(IndexingEnv, 3004), sends: [topics.articles, topics.receipts] },
];

/** The programs that are run once before a release. */
export const JOBS: readonly Program[] = [
  { name: 'create-topics', env: CreateTopicsEnv, sends: [] },
  { name: 'create-indexes', env: IndexingEnv.pick({ MONGODB_URI: true }), sends: [] },
];

/** The topics a service reads; its name is its consumer group. */
export function readBy(name: string): readonly Topic[] {
  return subscriptions.find(({ group }) => group === name)?.topics ?? [];
}

/** The dead-letter topics a service parks records on. */
export function parkedBy(name: string): readonly Topic[] {
  const mine = new Set(readBy(name).map((topic) => `${topic.name}.${name}.dlq`));
  return deadLetterTopics.filter((topic) => mine.has(topic.name));
}
