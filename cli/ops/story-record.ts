import { Article, EnrichedStory, originOf, RawStory, Receipt, StoryCaptions, topics } from '#contracts';
import type { RawRecord } from '#kafka';
import { storyVersion } from '#normalize';
import { jsonOf } from './json-of.ts';

/** Something that happened to a story: when (ISO 8601), what, where it lies, and what is to say of it. */
export type Happening = {
  readonly at: string;
  readonly what: string;
  readonly where: string;
  readonly detail: string;
};

/** A record of a story as a line of its timeline: what it is, without what the story says. */
export function aboutRecord(record: RawRecord): Happening {
  const at = new Date(Number(record.timestamp)).toISOString();
  const [what, detail] = tell(record);
  return { at, what, where: originOf(record), detail };
}

function tell(record: RawRecord): [string, string] {
  const value = jsonOf(record.value);
  switch (record.topic) {
    case topics.raw.name: {
      const raw = RawStory.safeParse(value);
      if (!raw.success) return ['accepted', 'not as the schema says'];
      const { receipt, part, story } = raw.data;
      const { versionId } = storyVersion(raw.data, record);
      const of = part.count > 1 ? ` (story ${part.index + 1} of ${part.count})` : '';
      return ['accepted', `${story.format}${of}, version ${versionId}, receipt ${receipt}`];
    }
    case topics.enriched.name: {
      const enriched = EnrichedStory.safeParse(value);
      return ['enriched', enriched.success ? `version ${enriched.data.versionId}, ${enriched.data.change}` : ''];
    }
    case topics.captions.name: {
      const captions = StoryCaptions.safeParse(value);
      if (!captions.success) return ['captions', ''];
      return ['captions', `version ${captions.data.versionId}, ${captions.data.captions.length} pictures`];
    }
    case topics.articles.name: {
      const article = Article.safeParse(value);
      if (!article.success) return ['announced', ''];
      const { versionId, state, captions } = article.data;
      return ['announced', `version ${versionId}, ${state}, ${captions.length} captions`];
    }
    default: {
      const receipt = Receipt.safeParse(value);
      if (!receipt.success) return ['outcome', ''];
      const { outcome, reason } = receipt.data;
      return ['outcome', `${outcome}${reason === undefined ? '' : ` (${reason})`}, receipt ${receipt.data.receipt}`];
    }
  }
}
