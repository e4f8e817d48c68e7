import type { PageElement } from '../dom.ts';

/** A text as scoring needs it: the elements around it from the inside out, its length and its share of links. */
export type Scored = { readonly path: readonly PageElement[]; readonly text: string; readonly linkShare: number };

/** The element that most of a page's text stands in, and what all others were given. */
export type Candidate = {
  readonly top: PageElement | undefined;
  readonly scores: ReadonlyMap<PageElement, number>;
  readonly most: number;
};

const POSITIVE = /article|body|content|entry|hentry|h-entry|main|page|pagination|post|text|blog|story/i;
const NEGATIVE =
  /-ad-|hidden|^hid$| hid$| hid |^hid |banner|combx|comment|com-|contact|footer|gdpr|masthead|media|meta|outbrain|promo|related|scroll|share|shoutbox|sidebar|skyscraper|sponsor|shopping|tags|widget/i;
const UNLIKELY =
  /-ad-|ai2html|banner|breadcrumbs|combx|comment|community|cover-wrap|disqus|extra|footer|gdpr|header|legends|menu|related|remark|replies|rss|shoutbox|sidebar|skyscraper|social|sponsor|supplemental|ad-break|agegate|pagination|pager|popup|yom-remote/i;
const MAYBE = /and|article|body|column|content|main|shadow/i;
const TAG_SCORES: Readonly<Record<string, number>> = {
  ...{ div: 5, pre: 3, td: 3, blockquote: 3, address: -3, ol: -3, ul: -3, dl: -3, dd: -3, dt: -3, li: -3, form: -3 },
  ...{ h1: -5, h2: -5, h3: -5, h4: -5, h5: -5, h6: -5, th: -5 },
};

/**
 * Scores the elements of a page by the text in them, as Arc90's Readability does: each text of 25 characters or more
 * gives points for its length and commas to the five elements above it, less with the distance; names and link
 * density weigh them.
 */
export function candidateOf(texts: readonly Scored[]): Candidate {
  const raw = new Map<PageElement, number>();
  const unlikely = new Map<PageElement, boolean>();
  const chars = new Map<PageElement, { all: number; linked: number }>();
  for (const { path, text, linkShare } of texts) {
    for (const element of path) {
      const sum = chars.get(element) ?? { all: 0, linked: 0 };
      sum.all += text.length;
      sum.linked += text.length * linkShare;
      chars.set(element, sum);
    }
    if (text.length < 25 || path.some((element) => remembered(unlikely, element, isUnlikely))) continue;
    const points = 1 + (text.match(/[,،、，]/g)?.length ?? 0) + 1 + Math.min(3, Math.floor(text.length / 100));
    for (const [level, element] of path.slice(1, 6).entries()) {
      const start = raw.get(element) ?? (TAG_SCORES[element.name] ?? 0) + weightOf(element);
      raw.set(element, start + points / (level === 0 ? 1 : level === 1 ? 2 : level * 3));
    }
  }
  const scores = new Map<PageElement, number>();
  let top: PageElement | undefined;
  let most = 0;
  for (const [element, points] of raw) {
    const sum = chars.get(element);
    const score = points * (1 - (sum === undefined ? 0 : sum.linked / Math.max(1, sum.all)));
    scores.set(element, score);
    if (score > most) [top, most] = [element, score];
  }
  return { top, scores, most };
}

/** Whether an element's names say that no story stands in it. */
export function isUnlikely(element: PageElement): boolean {
  if (element.name === 'body' || element.name === 'html' || element.name === 'a') return false;
  const names = namesOf(element);
  return UNLIKELY.test(names) && !MAYBE.test(names);
}

/** What was found for a key before, else what is found now. */
export function remembered<K, V>(known: Map<K, V>, key: K, find: (key: K) => V): V {
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = find(key);
  known.set(key, found);
  return found;
}

function weightOf(element: PageElement): number {
  const names = namesOf(element);
  return (NEGATIVE.test(names) ? -25 : 0) + (POSITIVE.test(names) ? 25 : 0);
}

function namesOf({ attributes }: PageElement): string {
  return `${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`.slice(0, 400);
}
