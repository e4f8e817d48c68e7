import { z } from 'zod';

/**
 * A time as a feed wrote it. `raw` is the text itself. A parser that sees a zone fills `utc` (ISO 8601 with `Z`);
 * one that sees none fills `local` (`2019-04-23T22:38:00`, or `2019-04-23` when there is no time of day) and leaves
 * the zone to a source profile.
 */
export const PrintedTime = z
  .object({
    raw: z.string(),
    utc: z.iso.datetime().optional(),
    local: z.string().optional(),
  })
  .meta({ id: 'PrintedTime' });
export type PrintedTime = z.output<typeof PrintedTime>;

/** Where the zone of an instant came from: written beside it, said once by the feed, known of the source, or assumed. */
export const ZoneOrigin = z.enum(['explicit', 'feed', 'profile', 'guessed']);
export type ZoneOrigin = z.output<typeof ZoneOrigin>;

/** A time with its instant in UTC. `precision` is `day` when the source gave no time of day (`utc` is then that day's start). */
export const ResolvedTime = z
  .object({
    raw: z.string(),
    utc: z.iso.datetime(),
    zone: z.string(),
    origin: ZoneOrigin,
    precision: z.enum(['second', 'minute', 'day']).optional(),
  })
  .meta({ id: 'ResolvedTime' });
export type ResolvedTime = z.output<typeof ResolvedTime>;

export const TIME_NAMES = [
  'firstCreated',
  'versionCreated',
  'contentCreated',
  'embargoedUntil',
  'expires',
  'published',
  'updated',
  'transmitted',
] as const;
export type TimeName = (typeof TIME_NAMES)[number];
