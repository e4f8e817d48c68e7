import { looksLikeTitle } from './read-more.ts';
import type { Segment } from './segment.ts';
import { wordCount } from './white-space.ts';

const LONGEST_SUBHEAD = 90;
const MOST_WORDS = 14;

/** Tells subheads and teasers from paragraphs by what stands around them; segments in, the same segments out, more exactly typed. */
export function tellSubheads(segments: readonly Segment[]): Segment[] {
  const typed = segments.map((segment, index) => {
    const before = segments[index - 1];
    if (segment.kind !== 'paragraph' || before?.kind !== 'read-more' || before.text !== '') return segment;
    return looksLikeTitle(segment.text) ? { ...segment, kind: 'teaser' as const } : segment;
  });
  let textFollows = false;
  for (let index = typed.length - 1; index >= 0; index -= 1) {
    const segment = typed[index];
    if (segment?.kind !== 'paragraph') continue;
    if (textFollows && looksLikeSubhead(segment.text)) {
      // A short line right below a teaser may be a second teaser: it stays in the body, and says so.
      const doubt = typed[index - 1]?.kind === 'teaser';
      typed[index] = { kind: 'heading', line: segment.line, text: segment.text, ...(doubt && { weak: true }) };
    } else {
      textFollows = true;
    }
  }
  return typed;
}

function looksLikeSubhead(text: string): boolean {
  return (
    text.length <= LONGEST_SUBHEAD &&
    wordCount(text, MOST_WORDS) <= MOST_WORDS &&
    /^["“'‘]?[\p{Lu}\p{Lo}\p{N}]/u.test(text) &&
    !/[.!,;:…"”’)\]-]$/.test(text)
  );
}
