import type { FeedRhythm } from '#contracts';

const HOUR_MS = 3_600_000;
const HOURS_A_WEEK = 168;
const HOURS_A_DAY = 24;

/** Weeks that are remembered: long enough for a holiday to pass, short enough to follow a feed that changes. */
const WEEKS = 8;

/** Silences are expected to stay below this quantile of those of the same hours, and half as much again. */
const QUANTILE = 0.99;
const MARGIN = 1.5;

/** A feed that is known for less has no rhythm yet. */
const LEARNING_MS = HOURS_A_DAY * HOUR_MS;

/**
 * The rhythm after a story at `now` (milliseconds since 1970). The silence before it is written into every hour of the
 * week that it reached into, as long as it had become by then; so that a night or a week-end that is always silent is
 * known as such, hour by hour. A silence is learnt only once it is over: a dead feed never becomes normal.
 */
export function afterStory(rhythm: FeedRhythm | undefined, now: number): FeedRhythm {
  if (rhythm === undefined) return { firstAt: now, lastAt: now, hours: {} };
  // A clock that was set back teaches nothing.
  if (now <= rhythm.lastAt) return rhythm;
  const hours = { ...rhythm.hours };
  const last = Math.floor(now / HOUR_MS);
  const first = Math.max(Math.floor(rhythm.lastAt / HOUR_MS), last - HOURS_A_WEEK + 1);
  for (let hour = first; hour <= last; hour += 1) {
    const silence = Math.ceil((Math.min(now, (hour + 1) * HOUR_MS) - rhythm.lastAt) / 1000);
    const slot = String(hour % HOURS_A_WEEK);
    hours[slot] = longest(hours[slot] ?? [], Math.floor(hour / HOURS_A_WEEK), silence);
  }
  return { ...rhythm, lastAt: now, hours };
}

/**
 * Seconds of silence that are still usual at `now`, at least `floorSeconds`; undefined where the feed is not known long
 * enough. Looked up in the hour of the week and its neighbours; where nothing was ever seen there, in the same hours of
 * the other days; else in all there is.
 */
export function usualSilence(rhythm: FeedRhythm, now: number, floorSeconds: number): number | undefined {
  if (rhythm.lastAt - rhythm.firstAt < LEARNING_MS) return undefined;
  const hour = Math.floor(now / HOUR_MS);
  const around = [hour - 1, hour, hour + 1];
  const days = Array.from({ length: HOURS_A_WEEK / HOURS_A_DAY }, (_, day) => day * HOURS_A_DAY);
  const candidates = [around, around.flatMap((one) => days.map((day) => one + day))];
  const known = candidates.map((some) => silencesOf(rhythm, some)).find((silences) => silences.length > 0);
  const all = () => Object.values(rhythm.hours).flatMap((slot) => slot.map(([, seconds]) => seconds));
  return Math.max(floorSeconds, MARGIN * quantile(known ?? all(), QUANTILE));
}

/** Whether the silence at `now` is longer than usual. */
export function isQuiet(rhythm: FeedRhythm, now: number, floorSeconds: number): boolean {
  const usual = usualSilence(rhythm, now, floorSeconds);
  return usual !== undefined && (now - rhythm.lastAt) / 1000 > usual;
}

function longest(slot: readonly [number, number][], week: number, seconds: number): [number, number][] {
  const before = slot.find(([known]) => known === week)?.[1] ?? 0;
  const others = slot.filter(([known]) => known !== week);
  return [...others, [week, Math.max(before, seconds)] as [number, number]].slice(-WEEKS);
}

function silencesOf({ hours }: FeedRhythm, wanted: readonly number[]): number[] {
  return wanted.flatMap((hour) => (hours[String(hour % HOURS_A_WEEK)] ?? []).map(([, seconds]) => seconds));
}

/** By nearest rank. 0 of nothing. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
