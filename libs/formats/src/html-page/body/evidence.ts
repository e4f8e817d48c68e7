import { parsePage, textOf } from '../dom.ts';
import { articleNode, type Node, textMember } from '../json-ld.ts';
import { type Head, meta } from '../meta.ts';

/** What a page says of its own text outside of it, bare (see `bareText`). */
export type Evidence = {
  readonly articleBody?: string;
  readonly description?: string;
  readonly title?: string;
  readonly words?: ReadonlySet<string>;
};

const SHORTEST_BODY = 200;

/** Gathers what the page's data says of its text: JSON-LD `articleBody`, the description, the title. */
export function evidenceOf(nodes: readonly Node[], head: Head): Evidence {
  const article = articleNode(nodes);
  const body = textMember(article, 'articleBody', 'text');
  const description =
    meta(head, 'og:description', 'description', 'twitter:description') ?? textMember(article, 'description');
  const title = meta(head, 'og:title', 'twitter:title') ?? textMember(article, 'headline') ?? head.title;
  const words =
    body === undefined ? '' : bareText(/<\w+[^<>]*>|&[a-z#\d]+;/i.test(body) ? textOf(parsePage(body)) : body);
  return {
    ...(words.length >= SHORTEST_BODY && { articleBody: words }),
    ...(description !== undefined && { description: bareText(description) }),
    ...(title !== undefined && { title: bareText(title) }),
    words: topicWords(`${title ?? ''} ${description ?? ''}`),
  };
}

/** Words without case, space and signs: what is compared between a page's data and its text. */
export function bareText(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Words of four letters or more: what a text on the same matter shares with the title and the description. */
export function topicWords(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/\p{L}{4,}|[\p{Script=Han}]/gu) ?? []);
}
