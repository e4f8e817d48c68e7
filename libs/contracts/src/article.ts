import { z } from 'zod';
import { Issue } from './issue.ts';
import { NinjsItem } from './ninjs.ts';
import { RecordPosition } from './raw-story.ts';
import { Change, Dateline, Format, Note } from './story.ts';
import { ResolvedTime } from './time.ts';

/**
 * What decides which version of a story is the newest: the feed's own number, then the feed's time (milliseconds
 * since 1970, UTC), then the offset of the raw record, compared in that order. A feed without numbers has 0 everywhere.
 */
export const VersionOrder = z.tuple([z.number(), z.number(), z.number()]).meta({ id: 'VersionOrder' });
export type VersionOrder = z.output<typeof VersionOrder>;

/** A person, organisation or place found in the text, with offsets into the plain-text body. */
export const Mention = z
  .object({
    kind: z.enum(['person', 'organisation', 'place']),
    name: z.string(),
    start: z.int().nonnegative(),
    end: z.int().nonnegative(),
    confidence: z.number().min(0).max(1).optional(),
  })
  .meta({ id: 'Mention' });
export type Mention = z.output<typeof Mention>;

/** Where something stands in a line: UTF-16 offsets, `end` exclusive. */
const TextSpan = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() });

/** A person a caption names; `position` in one wording for all houses: `left`, `2nd right`, `center`, `3rd from left`. */
export const CaptionPerson = z
  .object({ name: z.string(), position: z.string().optional(), title: z.string().optional() })
  .meta({ id: 'CaptionPerson' });
export type CaptionPerson = z.output<typeof CaptionPerson>;

/** What was read of one picture. */
export const PictureCaption = z
  .object({
    /** Index into the story's media. */
    media: z.int().nonnegative(),
    uri: z.string().optional(),
    /** The line the caption was read from, as printed. */
    raw: z.string(),
    caption: z.string().optional(),
    credit: z.string().optional(),
    photographer: z.string().optional(),
    agency: z.string().optional(),
    people: z.array(CaptionPerson),
    place: z.string().optional(),
    /** `2018-03-22`, or less where the caption says less. */
    date: z.string().optional(),
    /** A file picture: its date is the picture's, not the story's. */
    archive: z.boolean().optional(),
    /** Given out by somebody who isn't the press: a handout, or provided, supplied or released. */
    handout: z.boolean().optional(),
    /** Where each part stands in `raw`; `people` runs parallel to the people. */
    spans: z
      .object({
        caption: TextSpan.optional(),
        credit: TextSpan.optional(),
        place: TextSpan.optional(),
        date: TextSpan.optional(),
        people: z.array(TextSpan),
      })
      .optional(),
    alternativeText: z.object({ value: z.string(), by: z.enum(['feed', 'rules', 'model']) }).optional(),
    issues: z.array(Issue),
  })
  .meta({ id: 'PictureCaption' });
export type PictureCaption = z.output<typeof PictureCaption>;

/** Which stage did what, in which version of it. */
export const TraceStep = z
  .object({ stage: z.string(), version: z.string(), at: z.iso.datetime().optional() })
  .meta({ id: 'TraceStep' });
export type TraceStep = z.output<typeof TraceStep>;

export const RawReference = RecordPosition.extend({
  sha256: z.string(),
  contentType: z.string(),
  receipt: z.string(),
}).meta({ id: 'RawReference' });
export type RawReference = z.output<typeof RawReference>;

export const ArticleState = z.enum(['usable', 'embargoed', 'withheld', 'canceled', 'expired']);
export type ArticleState = z.output<typeof ArticleState>;

export const Times = z.record(z.string(), ResolvedTime);

export const Duplicates = z.object({
  /** MinHash signature, 64 × 32 bits, base64. Absent for a text too short to compare. */
  signature: z.string().optional(),
  /** Articles found equal or nearly so. */
  group: z.string().optional(),
});

const content = {
  provider: z.string(),
  format: Format,
  /** Names this version over all resends: sha256 of (version, time, what the story says). */
  versionId: z.string(),
  order: VersionOrder,
  change: Change,
  item: NinjsItem,
  times: Times,
  dateline: Dateline.optional(),
  notes: z.array(Note),
  mentions: z.array(Mention),
  duplicates: Duplicates,
  issues: z.array(Issue),
  trace: z.array(TraceStep),
  raw: RawReference,
};

/** The text part of an article, from enrichment; the value on `news.enriched.v1`. */
export const EnrichedStory = z.object({ id: z.string(), ...content }).meta({ id: 'EnrichedStory' });
export type EnrichedStory = z.output<typeof EnrichedStory>;

/** The picture part of an article, from image-caption; the value on `news.captions.v1`. */
export const StoryCaptions = z
  .object({
    id: z.string(),
    versionId: z.string(),
    order: VersionOrder,
    captions: z.array(PictureCaption),
    trace: z.array(TraceStep),
    raw: RawReference,
  })
  .meta({ id: 'StoryCaptions' });
export type StoryCaptions = z.output<typeof StoryCaptions>;

/** The article: on `news.articles.v1` without its non-public notes, and in MongoDB. */
export const Article = z
  .object({ id: z.string(), state: ArticleState, ...content, captions: z.array(PictureCaption) })
  .meta({ id: 'Article' });
export type Article = z.output<typeof Article>;

/** How an accepted story ended; the value on `news.receipts.v1`. Exactly one per receipt. */
export const Receipt = z
  .object({
    receipt: z.string(),
    id: z.string(),
    outcome: z.enum(['stored', 'duplicate', 'superseded', 'embargoed', 'killed', 'dead-lettered']),
    reason: z.string().optional(),
    raw: RecordPosition.optional(),
    order: VersionOrder.optional(),
  })
  .meta({ id: 'Receipt' });
export type Receipt = z.output<typeof Receipt>;
