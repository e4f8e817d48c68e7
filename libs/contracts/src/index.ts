export {
  Article,
  ArticleState,
  CaptionPerson,
  Duplicates,
  EnrichedStory,
  Mention,
  PictureCaption,
  RawReference,
  Receipt,
  StoryCaptions,
  Times,
  TraceStep,
  VersionOrder,
} from './article.ts';
export { type CloudEvent, type Headers, toHeaders } from './cloud-event.ts';
export { DeadLetterDone } from './dead-letter-done.ts';
export { escapeHtml } from './escape-html.ts';
export { FeedRhythm, FeedState } from './feed-state.ts';
export { Issue } from './issue.ts';
export { originOf, PROVIDER_ID, providerSource, storyKey } from './keys.ts';
export {
  MAX_DOCUMENT_BYTES,
  MAX_INLINE_DOCUMENT_BYTES,
  MAX_KEY_BYTES,
  MAX_RECORD_BYTES,
  MAX_STORIES_PER_DOCUMENT,
} from './limits.ts';
export { Association, NinjsItem } from './ninjs.ts';
export { DOCUMENT_HEADER, Document, RawStory, RecordPosition, RejectedDocument } from './raw-story.ts';
export {
  Block,
  blockHtml,
  Change,
  Concept,
  Contributor,
  Dateline,
  Description,
  emptyStory,
  FORMATS,
  Format,
  Headline,
  Media,
  NewsType,
  Note,
  PlannedEvent,
  PubStatus,
  Relation,
  Rendition,
  Story,
  travellingBlock,
} from './story.ts';
export { PrintedTime, ResolvedTime, TIME_NAMES, type TimeName, ZoneOrigin } from './time.ts';
export { deadLetterName, type Topic } from './topic.ts';
export { deadLetterTopics, subscriptions, topics } from './topics.ts';
