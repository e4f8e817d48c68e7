import type { Article, NinjsItem } from '#contracts';

/** The members of an item that may be seen whatever its state: who it is and when, nothing of what it says. */
const SHELL = [
  'uri',
  'type',
  'version',
  'firstCreated',
  'versionCreated',
  'embargoedUntil',
  'expires',
  'pubStatus',
  'urgency',
  'language',
  'altIds',
  'standard',
] as const satisfies readonly (keyof NinjsItem)[];

/** The item without anything it says: for a kill, and for what may not be published now. */
export function shellOf(item: NinjsItem): NinjsItem {
  const shell: Record<string, unknown> = {};
  for (const member of SHELL) if (item[member] !== undefined) shell[member] = item[member];
  return { ...shell, uri: item.uri };
}

/** The article with its content gone and its identity, order, state and trace kept: a tombstone, or an announcement without content. */
export function withoutContent(article: Article): Article {
  const { dateline: _, ...kept } = article;
  return {
    ...kept,
    item: shellOf(article.item),
    notes: [],
    mentions: [],
    captions: [],
    duplicates: {},
    times: article.times,
  };
}

/** What consumers of `news.articles.v1` get: no private note ever, and no content while it may not be published. */
export function publicArticle(article: Article): Article {
  if (article.state === 'embargoed' || article.state === 'withheld' || article.state === 'canceled')
    return withoutContent(article);
  return { ...article, notes: article.notes.filter((note) => note.public) };
}
