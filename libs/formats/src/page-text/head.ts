import { readByline } from './byline.ts';
import { captionEvidence } from './caption-line.ts';
import { furniture } from './furniture.ts';
import type { Line } from './lines.ts';
import type { Segment } from './segment.ts';
import { oneSpaced } from './white-space.ts';

const LONGEST_HEADLINE = 250;

/** The segments above the body, and the index of the first line of the body. */
export type Head = { readonly segments: Segment[]; readonly next: number };

/** Reads the top of a page: headline, then byline, times, tags and running time in any order, up to the first other line. */
export function readHead(lines: readonly Line[]): Head {
  const segments: Segment[] = [];
  const first = lines[0];
  let next = 0;
  if (first !== undefined && isHeadline(first.text)) {
    segments.push({ kind: 'headline', line: first.number, text: first.text });
    next = 1;
  }
  for (; next < lines.length; next += 1) {
    const segment = headSegment(lines, next, segments);
    if (segment === undefined) break;
    segments.push(segment);
  }
  return { segments, next };
}

function isHeadline(text: string): boolean {
  return (
    text.length <= LONGEST_HEADLINE && furniture(text, 1, true) === undefined && captionEvidence(text) !== 'strong'
  );
}

function headSegment(lines: readonly Line[], index: number, before: readonly Segment[]): Segment | undefined {
  const line = lines[index];
  if (line === undefined) return undefined;
  const { text, number } = line;
  const headline = before[0];
  if (headline?.kind === 'headline' && index === 1 && oneSpaced(text) === oneSpaced(headline.text)) {
    return { kind: 'repeat', line: number, text };
  }
  const told = furniture(text, number, true);
  if (told !== undefined) return told;
  if (before.some((segment) => segment.kind === 'byline')) return undefined;
  const byline = readByline(text);
  if (byline === undefined || byline.certain) return byline && { kind: 'byline', line: number, byline };
  // Two capitalised words alone may be a subhead; beside the time of the page they are its author.
  const following = lines[index + 1];
  const besideTime =
    before.at(-1)?.kind === 'times' ||
    (following !== undefined && furniture(following.text, 0, true)?.kind === 'times');
  return besideTime ? { kind: 'byline', line: number, byline, weak: true } : undefined;
}
