import { DateTime } from 'luxon';
import type { PrintedTime, ResolvedTime } from '#contracts';
import { type SourceProfile, zoneOn } from './profiles/source-profile.ts';

const LOCAL = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)?$/;
const ISO_WITHOUT_ZONE = /^\d{4}-?\d\d-?\d\d(?:[T ]\d\d:?\d\d(?::?\d\d(?:[.,]\d+)?)?)?$/;
const OFFSET = /\d\s*([+-]\d\d(?::?\d\d)?)$/;
const WITH_SECONDS = /\d:\d\d:\d\d|[T ]\d{6}|^\d{10,}$/;
const DAY_ONLY = /^\d{4}-?\d\d-?\d\d$/;

/**
 * The instant of a printed time, in UTC. A time without a zone is read in the zone its source prints in, else as UTC
 * and marked `guessed`; a date alone is the start of that day there. Undefined for what is no time at all.
 */
export function resolveTime(printed: PrintedTime, profile?: SourceProfile): ResolvedTime | undefined {
  if (printed.utc !== undefined) return resolvedUtc(printed.raw, printed.utc);
  if (printed.local !== undefined) return resolvedLocal(printed.raw, printed.local, profile);
  return undefined;
}

function resolvedUtc(raw: string, utc: string): ResolvedTime | undefined {
  const instant = isoUtc(Date.parse(utc));
  if (instant === undefined) return undefined;
  // The parser knew the zone though it isn't written beside the time: the feed said it elsewhere.
  if (ISO_WITHOUT_ZONE.test(raw.trim())) {
    const precision = DAY_ONLY.test(raw.trim()) ? 'day' : precisionOf(raw);
    return { raw, utc: instant, zone: 'UTC', origin: 'feed', precision };
  }
  return {
    raw,
    utc: instant,
    zone: OFFSET.exec(raw.trim())?.[1] ?? 'UTC',
    origin: 'explicit',
    precision: precisionOf(raw),
  };
}

function resolvedLocal(raw: string, local: string, profile: SourceProfile | undefined): ResolvedTime | undefined {
  const [, day, timeOfDay] = LOCAL.exec(local) ?? [];
  if (day === undefined) return undefined;
  const known = zoneOn(profile, day);
  const zone = known ?? 'UTC';
  const time = DateTime.fromISO(local, { zone });
  const utc = time.isValid ? isoUtc(time.toMillis()) : undefined;
  if (utc === undefined) return undefined;
  const precision = timeOfDay === undefined ? 'day' : precisionOf(raw);
  return { raw, utc, zone, origin: known === undefined ? 'guessed' : 'profile', precision };
}

function precisionOf(raw: string): 'second' | 'minute' {
  return WITH_SECONDS.test(raw) ? 'second' : 'minute';
}

/** ISO 8601 with `Z`, without a fraction that is zero; undefined outside the years 0 to 9999. */
function isoUtc(ms: number): string | undefined {
  if (Number.isNaN(ms)) return undefined;
  const iso = new Date(ms).toISOString();
  return /^\d{4}-/.test(iso) ? iso.replace('.000Z', 'Z') : undefined;
}
