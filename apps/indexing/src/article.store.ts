import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { AnyBulkWriteOperation, Collection } from 'mongodb';
import type { Connection } from 'mongoose';
import { type StoryState, UNKNOWN_STORY } from '#articles';
import { InfrastructureError } from '#kafka';
import type { ArticleDocument, RevisionDocument } from './article.schema.ts';
import { needsRevisions, type Part } from './index-batch.ts';
import { articleDocument, revisionDocument, revisionId, type StoredStory, storedStory } from './story-documents.ts';

/** Another writer changed one of the stories since they were read: read again and decide again. */
export class WriteConflict extends InfrastructureError {
  constructor() {
    super('write-conflict', 'a story was written by somebody else in between');
    this.name = 'WriteConflict';
  }
}

const DURABLE = { writeConcern: { w: 'majority' as const, journal: true } };
const DUPLICATE_KEY = 11000;

/**
 * The one place that touches MongoDB. Every write of an article is a single-document write guarded by the count it was
 * read at; content is stored as a literal document, never as part of an update expression, so `$` in a text is a `$`.
 */
@Injectable()
export class ArticleStore {
  private readonly articles: Collection<ArticleDocument>;
  private readonly revisions: Collection<RevisionDocument>;

  constructor(@InjectConnection() connection: Connection) {
    // The native collections: the contracts have checked what is stored, so Mongoose need not cast it again.
    this.articles = connection.collection<ArticleDocument>('articles');
    this.revisions = connection.collection<RevisionDocument>('revisions');
  }

  /** The stories of these parts as they stand, with as much of their history as the parts need. */
  async read(parts: readonly Part[]): Promise<Map<string, StoredStory>> {
    const ids = [...new Set(parts.map(({ value }) => value.id))];
    const documents = await this.articles.find({ _id: { $in: ids } }, { readConcern: 'majority' }).toArray();
    const stories = new Map(documents.map((document) => [document._id, storedStory(document, [])]));
    const withHistory = new Set(
      parts
        .filter((part) => needsRevisions(part, stories.get(part.value.id)?.state ?? UNKNOWN_STORY))
        .map(({ value }) => value.id),
    );
    if (withHistory.size === 0) return stories;
    const revisions = await this.revisions
      .find({ story: { $in: [...withHistory] } }, { readConcern: 'majority' })
      .toArray();
    for (const document of documents.filter(({ _id }) => withHistory.has(_id))) {
      stories.set(
        document._id,
        storedStory(
          document,
          revisions.filter(({ story }) => story === document._id),
        ),
      );
    }
    return stories;
  }

  /**
   * Stores the states that differ from what was read, revisions first. Resolves when all of it is durable (majority,
   * journal); rejects with `WriteConflict` when a story moved on meanwhile: some may be stored then, and deciding
   * again finds them so.
   */
  async write(before: ReadonlyMap<string, StoredStory>, states: ReadonlyMap<string, StoryState>): Promise<void> {
    const revisions: AnyBulkWriteOperation<RevisionDocument>[] = [];
    const articles: AnyBulkWriteOperation<ArticleDocument>[] = [];
    const current: string[] = [];
    let guarded = 0;
    for (const [id, state] of states) {
      const stored = before.get(id);
      current.push(...promoted(stored, state));
      if (stored?.state === state) continue;
      revisions.push(...revisionWrites(stored?.state ?? UNKNOWN_STORY, state));
      if (stored === undefined) {
        articles.push({ insertOne: { document: articleDocument(id, state, 1) } });
      } else {
        guarded += 1;
        articles.push({
          replaceOne: {
            filter: { _id: id, 'ledger.seq': stored.seq },
            replacement: articleDocument(id, state, stored.seq + 1),
          },
        });
      }
    }
    if (revisions.length > 0) await this.revisions.bulkWrite(revisions, { ordered: false, ...DURABLE });
    if (articles.length > 0) await this.writeArticles(articles, guarded);
    // Last, so that the version is in one place or the other at every moment.
    if (current.length > 0) await this.revisions.deleteMany({ _id: { $in: current } }, DURABLE);
  }

  private async writeArticles(operations: AnyBulkWriteOperation<ArticleDocument>[], guarded: number): Promise<void> {
    try {
      const { matchedCount } = await this.articles.bulkWrite(operations, { ordered: false, ...DURABLE });
      if (matchedCount !== guarded) throw new WriteConflict();
    } catch (error) {
      if (isDuplicateKey(error)) throw new WriteConflict();
      throw error;
    }
  }
}

/** Revisions are named by story and version: writing one again changes nothing but what it gained or lost since. */
function revisionWrites(before: StoryState, after: StoryState): AnyBulkWriteOperation<RevisionDocument>[] {
  const old = new Set(before.revisions);
  const changed = after.revisions.filter((version) => !old.has(version));
  return changed.map((version) => {
    const { _id, ...document } = revisionDocument(version);
    return { replaceOne: { filter: { _id }, replacement: document as RevisionDocument, upsert: true } };
  });
}

/** A release can make a held-back revision the current version: it is then no revision any more. */
function promoted(before: StoredStory | undefined, { winner }: StoryState): string[] {
  if (before === undefined || winner === undefined) return [];
  const id = revisionId(winner.article);
  return before.revisionIds.has(id) ? [id] : [];
}

function isDuplicateKey(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === DUPLICATE_KEY;
}
