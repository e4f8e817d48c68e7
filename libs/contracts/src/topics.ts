import { z } from 'zod';
import { Article, EnrichedStory, Receipt, StoryCaptions } from './article.ts';
import { DeadLetterDone } from './dead-letter-done.ts';
import { FeedState } from './feed-state.ts';
import { RawStory, RejectedDocument } from './raw-story.ts';
import { days, deadLetterName, type Topic } from './topic.ts';

const PARTITIONS = 12;

/** The table of all topics. A job creates them; no broker or client ever does so by itself. */
export const topics = {
  raw: {
    name: 'news.raw.v1',
    type: 'news.story.received.v1',
    schema: RawStory,
    partitions: PARTITIONS,
    retention: { policy: 'delete', ms: days(14) },
  },
  /** Chunks of documents too large for a record, or holding many stories: raw bytes, named by reference from `news.raw.v1`. */
  documents: {
    name: 'news.documents.v1',
    type: 'news.document.chunk.v1',
    schema: z.instanceof(Buffer),
    partitions: PARTITIONS,
    retention: { policy: 'delete', ms: days(14) },
  },
  rejected: {
    name: 'news.rejected.v1',
    type: 'news.document.rejected.v1',
    schema: RejectedDocument,
    partitions: 3,
    retention: { policy: 'delete', ms: days(30) },
  },
  enriched: {
    name: 'news.enriched.v1',
    type: 'news.story.enriched.v1',
    schema: EnrichedStory,
    partitions: PARTITIONS,
    retention: { policy: 'delete', ms: days(7) },
  },
  captions: {
    name: 'news.captions.v1',
    type: 'news.story.captioned.v1',
    schema: StoryCaptions,
    partitions: PARTITIONS,
    retention: { policy: 'delete', ms: days(7) },
  },
  articles: {
    name: 'news.articles.v1',
    type: 'news.article.changed.v1',
    schema: Article,
    partitions: PARTITIONS,
    retention: { policy: 'compact', minLagMs: days(1) },
  },
  receipts: {
    name: 'news.receipts.v1',
    type: 'news.story.outcome.v1',
    schema: Receipt,
    partitions: PARTITIONS,
    retention: { policy: 'delete', ms: days(14) },
  },
  /** What ingest remembers of each polled feed. Who has a partition polls the feeds whose keys lie on it. */
  feeds: {
    name: 'news.feeds.v1',
    type: 'news.feed.polled.v1',
    schema: FeedState,
    partitions: PARTITIONS,
    retention: { policy: 'compact', minLagMs: 0 },
  },
  /** What became of dead letters; kept for longer than they are, so that none of them comes back as open. */
  deadLettersDone: {
    name: 'news.dead-letters-done.v1',
    type: 'news.dead-letter.done.v1',
    schema: DeadLetterDone,
    partitions: 3,
    retention: { policy: 'delete', ms: days(60) },
  },
} as const satisfies Record<string, Topic>;

/** Which group reads which topics; each pair has its dead-letter topic. */
export const subscriptions = [
  { group: 'enrichment', topics: [topics.raw] },
  { group: 'image-caption', topics: [topics.raw] },
  { group: 'indexing', topics: [topics.enriched, topics.captions] },
] as const;

/** Dead-letter topics: name and settings, one for each topic a group reads. Their records are bytes as they came. */
export const deadLetterTopics: readonly Topic[] = subscriptions.flatMap(({ group, topics: read }) =>
  read.map((topic) => ({
    name: deadLetterName(topic.name, group),
    type: topic.type,
    schema: z.instanceof(Buffer),
    partitions: 3,
    maxMessageBytes: 2 * 1024 * 1024,
    retention: { policy: 'delete' as const, ms: days(30) },
  })),
);
