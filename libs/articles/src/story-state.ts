import type { Article, PictureCaption, Receipt, VersionOrder } from '#contracts';

export type Outcome = Receipt['outcome'];

/** One version of a story with how it ended: the winning one is the article, the others are its revisions. */
export type Version = {
  readonly article: Article;
  readonly outcome: Outcome;
  /** True when its content was taken out, by a newer kill or for being one. */
  readonly cleared: boolean;
};

/** A picture part whose text part has not come yet. */
export type PendingCaptions = {
  readonly versionId: string;
  readonly order: VersionOrder;
  readonly captions: readonly PictureCaption[];
};

/** How many picture parts may wait for their texts at once; more means that texts are lost, and the oldest go. */
export const MAX_PENDING_CAPTIONS = 20;

/**
 * All that is known of one story. Whatever the order in which versions arrive, the same versions give the same state:
 *
 *   killed  = there is a kill, and no release newer than the newest kill
 *   winner  = killed ? the newest kill : the newest version
 *   content = of every version older than the newest kill: none
 */
export type StoryState = {
  readonly winner: Version | undefined;
  readonly revisions: readonly Version[];
  /** The newest kill and the newest release seen. */
  readonly kill?: VersionOrder;
  readonly release?: VersionOrder;
  readonly pending: readonly PendingCaptions[];
};

export const UNKNOWN_STORY: StoryState = { winner: undefined, revisions: [], pending: [] };

/** What one record did: the state after it, how it ended, and the article to announce, if any. */
export type Step = { readonly state: StoryState; readonly outcome?: Outcome; readonly announce?: Article };
