import { foldText, UNKNOWN_STORY } from '#articles';
import type { EnrichedStory } from '#contracts';
import { enrich, loadLanguageDetector } from '#normalize';
import type { ArticleDocument } from '../../apps/indexing/src/article.schema.ts';
import { articleDocument } from '../../apps/indexing/src/story-documents.ts';
import { rawStory } from './raw-stories.ts';

const detectLanguage = await loadLanguageDetector();

/** Story number `index` as enrichment publishes it. */
export function enrichedStoryOf(index: number): EnrichedStory {
  return enrich(rawStory(index), { topic: 'news.raw.v1', partition: 0, offset: String(index) }, detectLanguage);
}

/** Story number `index` as indexing stores it. */
export function documentOf(index: number, now: string): ArticleDocument {
  const story = enrichedStoryOf(index);
  return articleDocument(story.id, undefined, foldText(UNKNOWN_STORY, story, now).state);
}
