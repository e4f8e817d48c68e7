import type { Issue, NinjsItem } from '#contracts';
import type { StoryReading } from '../read-story.ts';

type Texts = NonNullable<NinjsItem['headlines']>;
type Bodies = NonNullable<NinjsItem['bodies']>;

const LONGEST_HEADLINE = 120;

/** The feed's headlines; where it has none, one made from the first paragraph, which is said in an issue. */
export function headlines({ story, body }: StoryReading, issues: Issue[]): Texts {
  const own = story.headlines.filter(({ value }) => value.trim() !== '');
  if (own.length > 0) return own;
  if (body.lead === undefined) return [];
  issues.push({ code: 'headline-from-first-paragraph', path: 'headlines' });
  return [{ value: shortened(body.lead) }];
}

/** The feed's descriptions; where it has none, the first paragraph as summary, which is said in an issue. */
export function descriptions({ story, body }: StoryReading, issues: Issue[]): Texts {
  const own = story.descriptions.filter(({ value }) => value.trim() !== '');
  if (own.length > 0) return own.map((text) => ({ ...text, contentType: 'text/plain' }));
  if (body.lead === undefined) return [];
  issues.push({ code: 'summary-from-lead', path: 'descriptions' });
  return [{ role: 'summary', contentType: 'text/plain', value: body.lead }];
}

/** The body as HTML and as plain text; both counts are those of the plain text, in UTF-16 code units and words. */
export function bodies({ body, text, wordCount }: StoryReading): Bodies {
  if (text === '' && body.html === '') return [];
  const counts = { charCount: text.length, wordCount };
  return [
    { contentType: 'text/html', ...counts, value: body.html },
    { contentType: 'text/plain', ...counts, value: text },
  ];
}

/** Cut between words, with an ellipsis. */
function shortened(text: string): string {
  if (text.length <= LONGEST_HEADLINE) return text;
  const head = text.slice(0, LONGEST_HEADLINE);
  const words = /^(.+)\s/su.exec(head)?.[1] ?? head;
  return `${words.toWellFormed().replace(/[\s,;:\ufffd]+$/u, '')}\u2026`;
}
