import { dueTime, type StoryState, type Version } from '#articles';
import type { VersionOrder } from '#contracts';
import type { ArticleDocument, RevisionDocument } from './article.schema.ts';

/** A story as read from MongoDB: its state, the write count it was read at, and the revisions that were read with it. */
export type StoredStory = {
  readonly state: StoryState;
  readonly seq: number;
  readonly revisionIds: ReadonlySet<string>;
  /** `Ledger.due` of its current version. */
  readonly due?: Date;
};

/** The state of a story from its documents. Throws nothing: what is in MongoDB was written from checked contracts. */
export function storedStory(document: ArticleDocument, revisions: readonly RevisionDocument[]): StoredStory {
  const { _id, ledger, ...article } = document;
  const winner =
    ledger.outcome === undefined
      ? undefined
      : {
          article: { id: _id, ...article } as Version['article'],
          outcome: ledger.outcome,
          cleared: article.state === 'canceled',
        };
  const current = winner?.article.versionId;
  const state: StoryState = {
    winner,
    // A write cut off half-way leaves the current version among the revisions as well.
    revisions: revisions
      .filter(({ versionId }) => versionId !== current)
      .map(({ _id: _, seq: __, ahead: ___, story, outcome, cleared, ...rest }) => ({
        article: { id: story, ...rest },
        outcome,
        cleared,
      })),
    ...(ledger.kill !== undefined && { kill: ledger.kill as VersionOrder }),
    ...(ledger.release !== undefined && { release: ledger.release as VersionOrder }),
    pending: ledger.pending,
  };
  return {
    state,
    seq: ledger.seq,
    revisionIds: new Set(revisions.map((revision) => revision._id)),
    ...(ledger.due !== undefined && { due: ledger.due }),
  };
}

/** The write count of a story once this state of it is stored: a state that is as it was read needs no write. */
export function seqAfter(stored: StoredStory | undefined, state: StoryState): number {
  return (stored?.seq ?? 0) + (stored?.state === state ? 0 : 1);
}

/** The document of a story's current state, as the write that follows `stored`. */
export function articleDocument(id: string, stored: StoredStory | undefined, state: StoryState): ArticleDocument {
  const { winner, kill, release, pending } = state;
  const due = dueAfter(stored, winner);
  const ledger = {
    seq: seqAfter(stored, state),
    ...(winner && { outcome: winner.outcome }),
    ...(kill && { kill }),
    ...(release && { release }),
    pending,
    ...(due && { due }),
  };
  if (winner === undefined) return { _id: id, ledger };
  const { id: _, ...article } = winner.article;
  return { _id: id, ...article, ledger };
}

/** A version that stays current stays due until what became of it is announced. */
function dueAfter(stored: StoredStory | undefined, winner: Version | undefined): Date | undefined {
  if (winner === undefined) return undefined;
  const due = dueTime(winner.article);
  const stays = stored?.state.winner?.article.versionId === winner.article.versionId;
  return (stays ? stored?.due : undefined) ?? (due === undefined ? undefined : new Date(due));
}

/** The document of a version that is not the current one, ahead of write number `seq` of its story. */
export function revisionDocument({ article, outcome, cleared }: Version, seq: number): RevisionDocument {
  const { id, ...rest } = article;
  return { _id: revisionId(article), story: id, ...rest, outcome, cleared, seq, ahead: true };
}

export function revisionId({ id, versionId }: { readonly id: string; readonly versionId: string }): string {
  return `${id}|${versionId}`;
}
