import { createHash } from 'node:crypto';
import type { Collection } from 'mongodb';
import { compareOrder, isKilled, publicArticle } from '#articles';
import type { Article, VersionOrder } from '#contracts';
import type { ArticleDocument, RevisionDocument } from '../../../apps/indexing/src/article.schema.ts';
import { revisionId } from '../../../apps/indexing/src/story-documents.ts';
import type { Clusters } from '../clusters.ts';
import type { Finding } from './finding.ts';

/** A version that must be in MongoDB. */
export type Version = { readonly key: string; readonly versionId: string; readonly receipt: string };

/** What MongoDB holds, for comparing. Reads with majority; writes nothing. */
export class Stored {
  private readonly articles: Collection<ArticleDocument>;
  private readonly revisions: Collection<RevisionDocument>;

  private constructor(articles: Collection<ArticleDocument>, revisions: Collection<RevisionDocument>) {
    this.articles = articles;
    this.revisions = revisions;
  }

  static async open(clusters: Clusters): Promise<Stored> {
    const database = await clusters.database();
    return new Stored(database.collection('articles'), database.collection('revisions'));
  }

  /** What is wrong with these versions: not stored at all, or newer than the one that is shown. */
  async differences(versions: readonly Version[]): Promise<Finding[]> {
    const ids = [...new Set(versions.map(({ key }) => key))];
    const names = versions.map(({ key, versionId }) => revisionId({ id: key, versionId }));
    // Articles last: what is promoted meanwhile is then seen in both places, never in none.
    const revisions = await this.revisions
      .find({ _id: { $in: names } }, { projection: { order: 1 } })
      .map(({ _id, order }) => [_id, order] as const)
      .toArray();
    const articles = await this.articles
      .find({ _id: { $in: ids } }, { projection: { versionId: 1, order: 1, ledger: 1 } })
      .map((article) => [article._id, article] as const)
      .toArray();
    const orders = new Map(revisions);
    const current = new Map(articles);
    return versions.flatMap((version) => {
      const article = current.get(version.key);
      const order = orders.get(revisionId({ id: version.key, versionId: version.versionId }));
      return difference(version, article, order);
    });
  }

  /** The digests of the public articles of these stories; a story without an article has none. */
  async publicDigests(keys: readonly string[]): Promise<Map<string, string>> {
    const digests = new Map<string, string>();
    for await (const document of this.articles.find({ _id: { $in: [...keys] } })) {
      const { _id, ledger, ...article } = document;
      if (ledger.outcome !== undefined) digests.set(_id, digestOf(publicArticle({ id: _id, ...article } as Article)));
    }
    return digests;
  }
}

function difference(
  { key, versionId, receipt }: Version,
  article: Pick<ArticleDocument, 'versionId' | 'order' | 'ledger'> | undefined,
  revision: VersionOrder | undefined,
): Finding[] {
  const finding = (code: string, what: string): Finding[] => [
    { check: 'articles', code, key, detail: `${what}; version ${versionId}, receipt ${receipt}` },
  ];
  if (article?.versionId === versionId) return [];
  if (revision === undefined) return finding('not-stored', 'neither the article nor a revision');
  if (article?.order === undefined) return finding('no-article', 'a revision, and there is no article');
  const { kill, release } = article.ledger;
  if (isKilled(kill as VersionOrder | undefined, release as VersionOrder | undefined)) return [];
  return compareOrder(revision, article.order) > 0
    ? finding('older-version-shown', `the article is version ${article.versionId}`)
    : [];
}

/** A digest of a JSON value that does not depend on the order of members. */
export function digestOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(value)))
    .digest('base64')
    .slice(0, 24);
}

/** Members in the order of their names, at every depth. What is compared was checked against a contract, so depth is bounded. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(
    members.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, member]) => [name, sorted(member)]),
  );
}
