import type { Story } from '#contracts';
import { isNode, type Node, textMember, valuesOf } from './json-ld.ts';
import type { Head } from './meta.ts';

const TAGS = [
  'article:tag',
  'og:article:tag',
  'news_keywords',
  'parsely-tags',
  'sailthru.tags',
  'dc.subject',
  'cxenseparse:tag',
];
const MOST = 60;

/** Section of the site as a subject of the scheme `section`, tags and keywords of the page as keywords. */
export function readSubjects(head: Head, article: Node | undefined): Pick<Story, 'subjects' | 'keywords'> {
  const sections = [...strings(article?.['articleSection']), ...(head.metas.get('article:section') ?? [])];
  const tags = [...strings(article?.['keywords']), ...TAGS.flatMap((name) => head.metas.get(name) ?? [])];
  const words = tags.length > 0 ? tags : (head.metas.get('keywords') ?? []);
  return {
    subjects: unique(sections).map((name) => ({ name, scheme: 'section' })),
    keywords: unique(words.flatMap((text) => text.split(/\s*[,;，、]\s*/))).slice(0, MOST),
  };
}

function strings(value: unknown): string[] {
  return valuesOf(value).flatMap((each) =>
    typeof each === 'string' ? [each] : isNode(each) ? (textMember(each, 'name') ?? []) : [],
  );
}

function unique(words: readonly string[]): string[] {
  const found = new Map(
    words
      .map((word) => word.trim())
      .filter((word) => word !== '' && word.length <= 100)
      .map((word) => [word.toLowerCase(), word]),
  );
  return [...found.values()];
}
