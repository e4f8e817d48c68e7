import { z } from 'zod';

/**
 * How a feed breathes, learnt from its stories: for each hour of the week (UTC, 0 is Thursday 00:00, as 1970 began)
 * the longest silence met in it, in seconds, for the last weeks: `[week, seconds]`, weeks counted from 1970.
 */
export const FeedRhythm = z
  .object({
    /** Milliseconds since 1970. */
    firstAt: z.int().nonnegative(),
    lastAt: z.int().nonnegative(),
    hours: z.record(z.string().regex(/^\d{1,3}$/), z.array(z.tuple([z.int(), z.int()])).max(8)),
  })
  .meta({ id: 'FeedRhythm' });
export type FeedRhythm = z.output<typeof FeedRhythm>;

/** What is known of a polled feed between two polls; the value on `news.feeds.v1`. */
export const FeedState = z
  .object({
    provider: z.string(),
    feed: z.string(),
    /** sha256 of the address, in hex: under another address nothing of the rest holds. */
    urlSha256: z.string(),
    /** No earlier than this is it asked again. */
    nextAt: z.iso.datetime(),
    /** Polls that failed in a row. */
    failures: z.int().nonnegative(),
    /** Of the last answer, for conditional requests (RFC 9110, section 13). */
    etag: z.string().optional(),
    lastModified: z.string().optional(),
    /** The pause that the document asked for (`ttl` of RSS), in seconds; 0 where it has none. */
    ttlSeconds: z.number().nonnegative().default(0),
    /** Of the bytes that were last taken or refused, in hex. */
    sha256: z.string().optional(),
    /** The stories of the last document, each by the first half of its `storySha256`. */
    digests: z.array(z.string()).max(1000).default([]),
    /** The hub that the feed names (WebSub), under which address it knows the feed, and when it is asked to deliver again. */
    hub: z.object({ hub: z.string(), topic: z.string(), askAt: z.iso.datetime() }).optional(),
    rhythm: FeedRhythm.optional(),
  })
  .meta({ id: 'FeedState' });
export type FeedState = z.output<typeof FeedState>;
