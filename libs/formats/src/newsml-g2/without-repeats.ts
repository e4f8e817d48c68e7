import type { Story } from '#contracts';
import { bylineIn } from './byline.ts';
import type { InlineContent } from './inline-content.ts';

/**
 * Fits content and metadata together: headlines, byline, dateline and summaries that only the content carries are added;
 * headings and a byline at the start of the body that repeat the metadata are dropped from it.
 */
export function withoutRepeats(story: Story, inline: InlineContent): Story {
  const heads = added(story.headlines, inline.headlines);
  const headlines = heads.length === 0 && inline.title !== undefined ? [{ value: inline.title }] : heads;
  const descriptions = added(story.descriptions, inline.descriptions);
  const found = story.by === undefined && inline.by === undefined ? bylineIn(story.body) : undefined;
  const by = story.by ?? inline.by ?? found?.by;
  const repeated = new Set([...headlines.map(({ value }) => plain(value)), ...(by === undefined ? [] : [plain(by)])]);
  const start = story.body.findIndex(
    ({ kind, text }) => !(kind === 'heading' || kind === 'paragraph') || !repeated.has(plain(text)),
  );
  const contributors =
    story.by !== undefined && inline.by !== undefined && plain(story.by) !== plain(inline.by)
      ? [...story.contributors, { name: inline.by, role: 'byline' }]
      : story.contributors;
  if (by !== undefined) story.by = by;
  if (story.dateline === undefined && inline.dateline !== undefined) story.dateline = { text: inline.dateline };
  const body = story.body.filter((_block, at) => start >= 0 && at >= start && at !== found?.at);
  return Object.assign(story, { headlines, descriptions, contributors, body });
}

function added<T extends { readonly value: string }>(known: readonly T[], found: readonly T[]): T[] {
  const seen = new Set(known.map(({ value }) => plain(value)));
  return [...known, ...found.filter(({ value }) => !seen.has(plain(value)))];
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();
