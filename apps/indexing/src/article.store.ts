import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { AnyBulkWriteOperation, Collection } from 'mongodb';
import type { Connection } from 'mongoose';
import { type StoryState, UNKNOWN_STORY } from '#articles';
import { InfrastructureError } from '#kafka';
import type { ArticleDocument, RevisionDocument } from './article.schema.ts';
import { needsRevisions, type Part } from './index-batch.ts';
import {
  articleDocument,
  revisionDocument,
  revisionId,
  type StoredStory,
  seqAfter,
  storedStory,
} from './story-documents.ts';

/** Another writer changed one of the stories since they were read: read again and decide again. */
export class WriteConflict extends InfrastructureError {
  constructor() {
    super('write-conflict', 'a story was written by somebody else in between');
    this.name = 'WriteConflict';
  }
}

const MAJORITY = { readConcern: 'majority' as const };
const DURABLE = { writeConcern: { w: 'majority' as const, journal: true } };
const UNORDERED = { ordered: false, ...DURABLE };
const DUPLICATE_KEY = 11000;

/**
 * The one place that touches MongoDB. Every write of an article is a single-document write guarded by the count it was
 * read at; content is stored as a literal document, never as part of an update expression, so `$` in a text is a `$`.
 *
 * A story with history is written in three steps, each durable before the next, so that every version is in one place
 * or the other at every moment:
 *
 *   revisions, marked `ahead` → article (guarded) → marks taken off, promoted revisions deleted
 *
 * - A revision is never replaced by one of an older write of its story, or of the same one.
 * - Who meets a revision that is `ahead` can't know whether those who read the story before have seen it too: it first
 *   counts the story up (their guards fail, and they read again), then takes the revision over into that count.
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

  /**
   * The stories of these parts as they stand, with all of their history or as much of it as the parts need. Rejects
   * with `WriteConflict` when a story moves on meanwhile.
   */
  async read(parts: readonly Part[], history: 'needed' | 'all' = 'needed'): Promise<Map<string, StoredStory>> {
    const ids = [...new Set(parts.map(({ value }) => value.id))];
    const documents = await this.articles.find({ _id: { $in: ids } }, MAJORITY).toArray();
    const stories = new Map(documents.map((document) => [document._id, storedStory(document, [])]));
    const withHistory = new Set(
      parts
        .filter((part) => history === 'all' || needsRevisions(part, stories.get(part.value.id)?.state ?? UNKNOWN_STORY))
        .map(({ value }) => value.id),
    );
    if (withHistory.size === 0) return stories;
    const revisions = await this.revisions.find({ story: { $in: [...withHistory] } }, MAJORITY).toArray();
    const histories = Map.groupBy(revisions, ({ story }) => story);
    const known = new Map(documents.map((document) => [document._id, document]));
    for (const id of withHistory) {
      const revisions = histories.get(id) ?? [];
      const document = await this.takeOver(id, known.get(id), revisions);
      if (document !== undefined) stories.set(id, storedStory(document, revisions));
    }
    return stories;
  }

  /** Those of the stories that were written since the given write of each, as they stand now, without their revisions. */
  async movedOn(since: ReadonlyMap<string, number>): Promise<Map<string, StoredStory>> {
    const seqs = await this.articles
      .find({ _id: { $in: [...since.keys()] } }, { ...MAJORITY, projection: { 'ledger.seq': 1 } })
      .toArray();
    const moved = seqs.filter(({ _id, ledger }) => ledger.seq !== since.get(_id)).map(({ _id }) => _id);
    if (moved.length === 0) return new Map();
    const documents = await this.articles.find({ _id: { $in: moved } }, MAJORITY).toArray();
    return new Map(documents.map((document) => [document._id, storedStory(document, [])]));
  }

  /** Counts a story up if any of its revisions is ahead, and takes those over into that count; the story as it is then. */
  private async takeOver(
    id: string,
    document: ArticleDocument | undefined,
    revisions: readonly RevisionDocument[],
  ): Promise<ArticleDocument | undefined> {
    const ahead = revisions.filter((revision) => revision.ahead);
    if (ahead.length === 0) return document;
    const before = document?.ledger.seq ?? 0;
    const ledger = { ...(document?.ledger ?? { pending: [] }), seq: before + 1 };
    const counted = await unlessOvertaken(
      this.articles.updateOne(
        { _id: id, 'ledger.seq': before },
        { $set: { ledger } },
        { upsert: before === 0, ...DURABLE },
      ),
    );
    if (counted.matchedCount + counted.upsertedCount !== 1) throw new WriteConflict();
    const taken = await this.revisions.bulkWrite(
      ahead.map((revision) => arrived(revision, ledger.seq)),
      UNORDERED,
    );
    if (taken.matchedCount !== ahead.length) throw new WriteConflict();
    return { ...document, _id: id, ledger };
  }

  /**
   * Stores the states that differ from what was read, revisions first. Resolves when all of it is durable (majority,
   * journal); rejects with `WriteConflict` when a story moved on meanwhile: some may be stored then, and deciding
   * again finds them so.
   */
  async write(before: ReadonlyMap<string, StoredStory>, states: ReadonlyMap<string, StoryState>): Promise<void> {
    const revisions: AnyBulkWriteOperation<RevisionDocument>[] = [];
    const articles: AnyBulkWriteOperation<ArticleDocument>[] = [];
    const afterwards: AnyBulkWriteOperation<RevisionDocument>[] = [];
    let guarded = 0;
    for (const [id, state] of states) {
      const stored = before.get(id);
      const unchanged = stored?.state === state;
      const seq = seqAfter(stored, state);
      if (stored !== undefined) afterwards.push(...promotion(stored, state, seq));
      if (unchanged) continue;
      const changed = changedRevisions(stored?.state ?? UNKNOWN_STORY, state, seq);
      revisions.push(...changed.map(replaceRevision));
      afterwards.push(...changed.map((revision) => arrived(revision, seq)));
      const document = articleDocument(id, stored, state);
      if (stored === undefined) {
        articles.push({ insertOne: { document } });
      } else {
        guarded += 1;
        articles.push({ replaceOne: { filter: { _id: id, 'ledger.seq': stored.seq }, replacement: document } });
      }
    }
    if (revisions.length > 0) await unlessOvertaken(this.revisions.bulkWrite(revisions, UNORDERED));
    if (articles.length > 0) {
      const { matchedCount } = await unlessOvertaken(this.articles.bulkWrite(articles, UNORDERED));
      if (matchedCount !== guarded) throw new WriteConflict();
    }
    if (afterwards.length > 0) await this.revisions.bulkWrite(afterwards, UNORDERED);
  }
}

/** A guarded write that finds its document changed meanwhile would insert a second one of that id. */
async function unlessOvertaken<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (isDuplicateKey(error)) throw new WriteConflict();
    throw error;
  }
}

function changedRevisions(before: StoryState, after: StoryState, seq: number): RevisionDocument[] {
  const old = new Set(before.revisions);
  return after.revisions.filter((version) => !old.has(version)).map((version) => revisionDocument(version, seq));
}

/** Revisions are named by story and version. */
function replaceRevision({ _id, ...document }: RevisionDocument): AnyBulkWriteOperation<RevisionDocument> {
  const filter = { _id, seq: { $lt: document.seq } };
  return { replaceOne: { filter, replacement: document as RevisionDocument, upsert: true } };
}

/** The story's write `seq` has come about, and the revision with it. */
function arrived(
  { _id, seq: ahead }: Pick<RevisionDocument, '_id' | 'seq'>,
  seq: number,
): AnyBulkWriteOperation<RevisionDocument> {
  return { updateOne: { filter: { _id, seq: ahead }, update: { $set: { seq }, $unset: { ahead: true } } } };
}

/**
 * A release can make a held-back revision the current version: it is then no revision any more. `seq` is the write that
 * made it current; a later one may have made it a revision again, which stays.
 */
function promotion(
  { revisionIds }: StoredStory,
  { winner }: StoryState,
  seq: number,
): AnyBulkWriteOperation<RevisionDocument>[] {
  const _id = winner === undefined ? undefined : revisionId(winner.article);
  if (_id === undefined || !revisionIds.has(_id)) return [];
  return [{ deleteOne: { filter: { _id, seq: { $lte: seq } } } }];
}

function isDuplicateKey(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === DUPLICATE_KEY;
}
