import type { Byline } from './byline.ts';
import type { TimeLine } from './time-line.ts';

/** What a line of the page is. `line` is its number in the document, from 1; `weak` marks a decision on little evidence. */
export type Segment = { readonly line: number; readonly weak?: true } & (
  | {
      readonly kind: 'headline' | 'caption' | 'heading' | 'paragraph' | 'note' | 'teaser' | 'read-more' | 'repeat';
      readonly text: string;
    }
  | { readonly kind: 'times'; readonly times: readonly TimeLine[] }
  | { readonly kind: 'byline'; readonly byline: Byline }
  | { readonly kind: 'tags'; readonly tags: readonly string[] }
  | { readonly kind: 'duration'; readonly seconds: number }
  | { readonly kind: 'sources'; readonly names: readonly string[] }
);
