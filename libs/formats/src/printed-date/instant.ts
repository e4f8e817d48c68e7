import { DateTime, FixedOffsetZone, IANAZone, type Zone as LuxonZone } from 'luxon';
import type { PrintedTime, ZoneOrigin } from '#contracts';
import type { Clock } from './clock.ts';
import type { Day } from './day.ts';
import type { PrintedZone } from './printed-zone.ts';
import type { Zone } from './zones.ts';

/**
 * A printed time as an instant. `utc` is there when a zone is printed or the source's is known, `local` when not.
 * `origin` says where the zone came from; `ambiguous` that its abbreviation has other meanings, or that the clock
 * shows this time twice on that day (the earlier one is taken).
 */
export type Instant = PrintedTime & { readonly zone?: string; readonly origin?: ZoneOrigin; readonly ambiguous?: true };

type Parts = {
  readonly day?: Day;
  readonly clock?: Clock;
  readonly zone?: PrintedZone;
  readonly before?: number;
  readonly unit?: number;
};
type Around = { readonly zone?: string; readonly reference?: string; readonly lastYear?: number | undefined };

const DAY_MS = 86_400_000;

/** Puts the parts of a printed time together; undefined where there is no day to them. */
export function instantOf(raw: string, parts: Parts, around: Around): Instant | undefined {
  if (parts.before !== undefined && around.reference !== undefined) {
    const at = Date.parse(around.reference) - parts.before;
    return Number.isNaN(at) ? undefined : { raw, utc: iso(at), origin: 'guessed' };
  }
  const { day, clock } = parts;
  if (day === undefined) return undefined;
  const year = day.year ?? around.lastYear ?? yearBefore(day, around.reference);
  if (year === undefined) return undefined;
  const date = DateTime.utc(year, day.month, day.day);
  if (!date.isValid) return undefined;
  if (clock === undefined) return { raw, local: date.toISODate() ?? '' };
  const local = date.set({ hour: 0 }).plus({ hours: clock.hour, minutes: clock.minute, seconds: clock.second });
  const wall = local.toFormat("yyyy-MM-dd'T'HH:mm:ss");
  if (parts.zone !== undefined) {
    const zone = chosen(parts.zone.meanings, local, around.zone);
    return {
      raw,
      ...inZone(local, zone.zone),
      origin: 'explicit',
      ...(zone.ambiguous && { ambiguous: true as const }),
    };
  }
  const home = around.zone === undefined ? undefined : IANAZone.create(around.zone);
  if (home === undefined || !home.isValid) return { raw, local: wall };
  return { raw, local: wall, ...inZone(local, home), origin: 'profile' };
}

/** Of a day without a year, the last one that is no more than a day after the reference. */
function yearBefore({ month, day }: Day, reference: string | undefined): number | undefined {
  const now = reference === undefined ? Number.NaN : Date.parse(reference);
  if (Number.isNaN(now)) return undefined;
  const year = new Date(now).getUTCFullYear();
  return Date.UTC(year, month - 1, day) > now + DAY_MS ? year - 1 : year;
}

/** Of several meanings the one that the source's own zone has on that day, else the commonest, marked as ambiguous. */
function chosen(
  meanings: readonly Zone[],
  local: DateTime,
  home: string | undefined,
): { zone: LuxonZone; ambiguous: boolean } {
  const [first] = meanings;
  const zones = meanings.map(luxonZone);
  const common = zones[0] ?? FixedOffsetZone.utcInstance;
  if (first === undefined || zones.length < 2) return { zone: common, ambiguous: false };
  const own = home === undefined ? undefined : IANAZone.create(home);
  const match = own?.isValid ? zones.find((zone) => isUsedIn(own, zone, local)) : undefined;
  return { zone: match ?? common, ambiguous: match === undefined };
}

/** Whether a zone has an offset on that day, or half a year before: "IST" is printed in summers of Israel, too. */
function isUsedIn(own: IANAZone, zone: LuxonZone, local: DateTime): boolean {
  return [local, local.minus({ months: 6 })].some((at) => own.offset(at.toMillis()) === zone.offset(at.toMillis()));
}

function luxonZone({ offset, iana }: Zone): LuxonZone {
  return iana === undefined ? FixedOffsetZone.instance(offset ?? 0) : IANAZone.create(iana);
}

function inZone(local: DateTime, zone: LuxonZone): { utc: string; zone: string; ambiguous?: true } {
  const there = local.setZone(zone, { keepLocalTime: true });
  const twice = there.getPossibleOffsets().length > 1;
  return { utc: iso(there.toMillis()), zone: zone.name, ...(twice && { ambiguous: true as const }) };
}

function iso(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}
