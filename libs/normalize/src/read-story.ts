import type { Issue, RawStory, Story } from '#contracts';
import { type BodyText, bodyText } from './body-text.ts';
import { cleanStory } from './clean-story.ts';
import type { Keyword } from './keywords.ts';
import { keywordsOf } from './keywords.ts';
import { type LanguageDetector, primaryLanguage } from './language.ts';
import { minHash } from './min-hash.ts';
import { profileOf } from './profiles/index.ts';
import type { SourceProfile } from './profiles/source-profile.ts';
import { resolveTimes, type StoryTimes } from './story-times.ts';
import { wordsOf } from './words.ts';

/** All that is read out of a story before its item is built; `text` and `language` are what entity recognition needs. */
export type StoryReading = {
  /** The story without characters that can't be stored. */
  readonly story: Story;
  readonly profile: SourceProfile | undefined;
  readonly times: StoryTimes;
  readonly body: BodyText;
  /** The body as plain text; offsets of mentions point into it. */
  readonly text: string;
  /** The feed's word, else what was detected; undefined when nobody can say. */
  readonly language: string | undefined;
  readonly wordCount: number;
  readonly keywords: readonly Keyword[];
  readonly signature: string | undefined;
  readonly issues: readonly Issue[];
};

/** Reads text, language, times, keywords and signature out of a story. */
export function readStory(raw: RawStory, detectLanguage: LanguageDetector): StoryReading {
  const { story, issues } = cleanStory(raw.story);
  const profile = profileOf(raw.provider, story);
  const resolved = resolveTimes(story, profile);
  const body = bodyText(story);
  const headline = story.headlines[0]?.value ?? '';
  const language = story.language?.trim() || detectLanguage(`${headline}\n${body.text}`);
  const words = wordsOf(body.text);
  return {
    story,
    profile,
    times: resolved.times,
    body,
    text: body.text,
    language,
    wordCount: words.count,
    keywords: keywordsOf(words, headline, primaryLanguage(language)),
    signature: minHash(words),
    issues: [...issues, ...resolved.issues],
  };
}
