import { Schema } from 'mongoose';
import type { Outcome, PendingCaptions } from '#articles';
import type { Article } from '#contracts';

/** What indexing keeps of a story besides its article; no reader's business. */
export type Ledger = {
  /** Counts the writes of the document: a write names the count it was based on, and fails when another came between. */
  readonly seq: number;
  readonly outcome?: Outcome;
  readonly kill?: readonly number[];
  readonly release?: readonly number[];
  readonly pending: readonly PendingCaptions[];
  /** When the article is to be looked at again: its embargo ends, or it expires. It stays until that is announced. */
  readonly due?: Date;
};

/** A document of `articles`: the article under its id. Before its text came there is only the ledger. */
export type ArticleDocument = { _id: string; ledger: Ledger } & Partial<Omit<Article, 'id'>>;

/** A document of `revisions`: a version of a story that is not the current one. */
export type RevisionDocument = {
  _id: string;
  story: string;
  outcome: Outcome;
  cleared: boolean;
  /** The write of the story that this revision came with, as `Ledger.seq` counts them. */
  seq: number;
  /** Written ahead of that write of its story, which may not have come about (see `ArticleStore`). */
  ahead?: true;
} & Omit<Article, 'id'>;

const { Mixed } = Schema.Types;
const article = {
  provider: String,
  format: String,
  versionId: String,
  order: [Number],
  change: String,
  state: String,
  item: Mixed,
  times: Mixed,
  dateline: Mixed,
  notes: [Mixed],
  mentions: [Mixed],
  duplicates: Mixed,
  captions: [Mixed],
  issues: [Mixed],
  trace: [Mixed],
  raw: Mixed,
};
// The contracts have checked every document: Mongoose connects, builds the indexes and reads, and casts nothing.
const options = {
  autoIndex: false,
  autoCreate: false,
  versionKey: false as const,
  strict: 'throw' as const,
  strictQuery: true,
};

/** The index by which the release finds what is due; few articles are in it. */
export const DUE_FIRST = { 'ledger.due': 1 } as const;

export const ArticleSchema = new Schema(
  { _id: String, ...article, ledger: Mixed },
  { ...options, collection: 'articles' },
);
ArticleSchema.index({ provider: 1, 'item.versionCreated': -1 });
ArticleSchema.index({ 'raw.receipt': 1 });
ArticleSchema.index(DUE_FIRST, { sparse: true });

export const RevisionSchema = new Schema(
  { _id: String, story: String, ...article, outcome: String, cleared: Boolean, seq: Number, ahead: Boolean },
  { ...options, collection: 'revisions' },
);
RevisionSchema.index({ story: 1 });
RevisionSchema.index({ 'raw.receipt': 1 });
