import type { Contributor, Story } from '#contracts';
import { elementsOf, type PageElement, textOf } from './dom.ts';
import { isNode, type Node, resolved, textMember, typesOf, valuesOf } from './json-ld.ts';
import type { Head } from './meta.ts';

const BY =
  /^\s*(?:(?:written|reported|posted|published|story|words|text|article)\s+)?(?:by|von|par|por|di|door|af|av|przez|автор|text|autore?|autor|author|yazar|oleh|tekst)\b\s*[:：]?\s+/i;
const NAMES = [
  'author',
  'byl',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
  'article:author',
  'article:author_name',
  'citation_author',
  'twitter:data1',
];
const PLACES =
  /(?:^|[\s_-])(?:byline|author|article-author|c-byline|autor|auteur|verfasser|by-line)s?(?:[-_]{0,2}(?:name|link|names|inner))?(?:$|\s)/i;
const LONGEST = 160;
const MOST_LOOKED = 200;
/** What templates put where a name belongs. */
const NO_NAME = /^(?:admin|administrator|author|authors?|redaktion|none|null|undefined|n\/a|web|staff writer)$/i;

/** Byline and contributors: of the page's data, else as printed beside the headline. */
export function readByline(
  root: PageElement,
  head: Head,
  article: Node | undefined,
  nodes: readonly Node[],
): Pick<Story, 'contributors'> & { by?: string } {
  const data = unique([...dataAuthors(article, nodes)]);
  const people =
    data.length > 0
      ? data
      : unique(
          NAMES.flatMap((name) => head.metas.get(name) ?? [])
            .flatMap(namesIn)
            .map((name) => ({ name })),
        );
  const found = people.length > 0 ? people : printedAuthors(root);
  return { contributors: found, ...(found.length > 0 && { by: found.map(({ name }) => name).join(', ') }) };
}

function* dataAuthors(article: Node | undefined, nodes: readonly Node[]): Generator<Contributor> {
  for (const value of [...valuesOf(article?.['author']), ...valuesOf(article?.['creator'])]) {
    if (typeof value === 'string') for (const name of namesIn(value)) yield { name };
    if (!isNode(value)) continue;
    const node = resolved(value, nodes);
    const types = node === undefined ? [] : typesOf(node);
    const kind = types.includes('Person')
      ? 'person'
      : types.some((type) => /Organi[sz]ation/.test(type))
        ? 'organisation'
        : undefined;
    const written = node === undefined ? [] : valuesOf(node['name']).filter((name) => typeof name === 'string');
    const uri = textMember(node, 'url', 'sameAs');
    const jobTitle = textMember(node, 'jobTitle');
    for (const name of written.flatMap(namesIn)) {
      yield { name, ...(kind && { kind }), ...(uri?.startsWith('http') && { uri }), ...(jobTitle && { jobTitle }) };
    }
  }
}

/** The names in a text: "By Ada Quill and Ben Marlow, Example News". Addresses are none. */
function namesIn(text: string): string[] {
  if (/^(?:https?:)?\/\/|^www\./.test(text.trim()) || text.length > LONGEST) return [];
  const bare = text
    .replace(/<[^<>]{0,200}>/g, '')
    .replace(BY, '')
    .replace(/\s+/g, ' ')
    .trim();
  return bare
    .split(/\s*[;|•·]\s*|\s*,\s+(?=\p{Lu})|\s+(?:and|und|et|y|e|&|en|och|og|ja)\s+(?=\p{Lu})/u)
    .map((name) => name.replace(/^[\s,]+|[\s,]+$/g, ''))
    .filter((name) => name.length > 1 && /\p{L}/u.test(name) && !NO_NAME.test(name));
}

function printedAuthors(root: PageElement): Contributor[] {
  const marked: string[] = [];
  const placed: string[] = [];
  let looked = 0;
  for (const element of elementsOf(root)) {
    const { attributes } = element;
    if (element.name === 'body' || element.name === 'html' || element.name === 'meta') continue;
    const says = attributes['rel'] === 'author' || /\bauthor\b/.test(attributes['itemprop'] ?? '');
    if (!says && !PLACES.test(attributes['class'] ?? '')) continue;
    looked += 1;
    if (looked > MOST_LOOKED) break;
    const text = textOf(element, 2 * LONGEST);
    if (text === '' || text.length > LONGEST || /\d{3}/.test(text)) continue;
    (says ? marked : placed).push(text);
    if (marked.length + placed.length > 20) break;
  }
  const [first] = marked.length > 0 ? marked : placed;
  return unique(
    first === undefined
      ? []
      : namesIn(first)
          .filter((name) => name.split(' ').length <= 6)
          .map((name) => ({ name })),
  );
}

function unique(contributors: readonly Contributor[]): Contributor[] {
  return [...new Map(contributors.map((each) => [each.name.toLowerCase(), each])).values()].slice(0, 20);
}
