import { z } from 'zod';
import {
  Article,
  DeadLetterDone,
  EnrichedStory,
  FeedState,
  RawStory,
  Receipt,
  RejectedDocument,
  StoryCaptions,
  topics,
} from '#contracts';
import { type GeneratedFile, jsonText } from './generated-file.ts';

const SCHEMAS = [
  { name: 'raw-story', title: 'RawStory', schema: RawStory, topic: topics.raw },
  { name: 'enriched-story', title: 'EnrichedStory', schema: EnrichedStory, topic: topics.enriched },
  { name: 'story-captions', title: 'StoryCaptions', schema: StoryCaptions, topic: topics.captions },
  { name: 'article', title: 'Article', schema: Article, topic: topics.articles },
  { name: 'receipt', title: 'Receipt', schema: Receipt, topic: topics.receipts },
  { name: 'rejected-document', title: 'RejectedDocument', schema: RejectedDocument, topic: topics.rejected },
  { name: 'feed-state', title: 'FeedState', schema: FeedState, topic: topics.feeds },
  { name: 'dead-letter-done', title: 'DeadLetterDone', schema: DeadLetterDone, topic: topics.deadLettersDone },
] as const;

/**
 * The values of the topics as JSON Schemas (draft 2020-12). They say what is taken in (`io: 'input'`): a member they
 * don't know is allowed, so that adding one breaks no reader.
 */
export function jsonSchemas(): GeneratedFile[] {
  return SCHEMAS.map(({ name, title, schema, topic }) => {
    const { $schema, id: _, ...rest } = z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' });
    const description = `The value of records on ${topic.name}.`;
    return {
      path: pathOf(name),
      text: jsonText({ $schema, $id: `urn:dateline:schema:${name}:v1`, title, description, ...rest }),
    };
  });
}

/** The schema file of a topic's value; undefined where the value is bytes. */
export function schemaPath(topicName: string): string | undefined {
  const found = SCHEMAS.find(({ topic }) => topic.name === topicName);
  return found && pathOf(found.name);
}

function pathOf(name: string): string {
  return `schemas/${name}.v1.json`;
}
