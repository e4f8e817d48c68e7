import { elementsOf, type PageElement } from './dom.ts';
import { MAX_JSON_LD } from './limits.ts';

/** A node of a JSON-LD graph. */
export type Node = { readonly [member: string]: unknown };

const ARTICLE =
  /^(?:\w*NewsArticle|Article|BlogPosting|LiveBlogPosting|Report|SocialMediaPosting|TechArticle|ScholarlyArticle|\w*Article|NewsVideo|MediaReport)$/;
const DEEPEST = 12;
const MOST_NODES = 4000;

/** All nodes of a page's JSON-LD scripts, those inside of others included, by their `@id` merged into references. */
export function jsonLdOf(root: PageElement): Node[] {
  const nodes: Node[] = [];
  let length = 0;
  for (const element of elementsOf(root)) {
    if (element.name !== 'script' || !/ld\+json/i.test(element.attributes['type'] ?? '')) continue;
    const text = element.children.filter((child) => typeof child === 'string').join('');
    length += text.length;
    if (length > MAX_JSON_LD) break;
    collect(parsed(text), nodes, 0);
  }
  return nodes;
}

/** The node that describes the page's story: of the article types, the one with most to say. */
export function articleNode(nodes: readonly Node[]): Node | undefined {
  let best: Node | undefined;
  let most = 0;
  for (const node of nodes) {
    if (!typesOf(node).some((type) => ARTICLE.test(type))) continue;
    const score =
      Object.keys(node).length +
      (node['articleBody'] === undefined ? 0 : 20) +
      (node['datePublished'] === undefined ? 0 : 10);
    if (score > most) [best, most] = [node, score];
  }
  return best;
}

/** The types of a node without their vocabulary: `NewsArticle`. */
export function typesOf(node: Node): string[] {
  return valuesOf(node['@type']).flatMap((type) => (typeof type === 'string' ? [type.replace(/^.*[/#:]/, '')] : []));
}

/** One value or several, as a list. */
export function valuesOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A node, or the one of that `@id` where it is a reference alone. */
export function resolved(value: unknown, nodes: readonly Node[]): Node | undefined {
  if (!isNode(value)) return undefined;
  const id = value['@id'];
  if (typeof id !== 'string' || Object.keys(value).length > 2) return value;
  return nodes.find((node) => node['@id'] === id && Object.keys(node).length > 2) ?? value;
}

/** The words of a member that is a text; several are not joined. */
export function textMember(node: Node | undefined, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    for (const value of valuesOf(node?.[name])) {
      const text = typeof value === 'string' ? value : isNode(value) ? value['@value'] : undefined;
      if (typeof text === 'string' && text.trim() !== '') return text.trim();
    }
  }
  return undefined;
}

/** JSON as pages have it: in CDATA or a comment, with line ends inside of texts or a comma too many. */
function parsed(text: string): unknown {
  const bare = text
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)|(?:-->|\/\*\s*\]\]>\s*\*\/|\]\]>)\s*$/g, '')
    .trim();
  for (const attempt of [
    bare,
    bare.replace(/[\u0000-\u001f]+/g, ' '),
    bare
      .replace(/[\u0000-\u001f]+/g, ' ')
      .replace(/,\s*(?=[}\]])/g, '')
      .replace(/;\s*$/, ''),
  ]) {
    try {
      return JSON.parse(attempt) as unknown;
    } catch {
      // The next attempt is more lenient; what is no JSON at all says nothing.
    }
  }
  return undefined;
}

function collect(value: unknown, nodes: Node[], depth: number): void {
  if (depth > DEEPEST || nodes.length >= MOST_NODES) return;
  if (Array.isArray(value)) for (const each of value.slice(0, 1000)) collect(each, nodes, depth + 1);
  else if (isNode(value)) {
    nodes.push(value);
    for (const member of Object.values(value)) if (typeof member === 'object') collect(member, nodes, depth + 1);
  }
}
