import type { PrintedTime } from '#contracts';
import { monthOf, wholeYear } from '../wire-text/months.ts';
import { zoneOffset } from '../wire-text/zones.ts';

const DATE =
  /^(?:\p{L}{2,9}\.?,\s*)?(\d{1,2})\s+(\p{L}{3,9})\s+(\d{2,4})\s+(\d{1,2}):(\d\d)(?::(\d\d))?\s*([+-]\d{4}|\p{L}{1,5})?\b/u;

/** The time of a Date field (RFC 5322, section 3.3, and the zone names of 4.3); its text alone where it is none. */
export function mailDate(raw: string): PrintedTime {
  const [, day, name = '', year = '', hour, minute, second = '0', zone] = DATE.exec(raw) ?? [];
  const month = monthOf(name);
  if (day === undefined || month === undefined || Number(hour) > 23 || Number(minute) > 59) return { raw };
  const at = Date.UTC(wholeYear(year), month - 1, Number(day), Number(hour), Number(minute), Number(second));
  if (new Date(at).getUTCDate() !== Number(day)) return { raw };
  const offset =
    zone === undefined ? undefined : zoneOffset(/^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone);
  if (offset === undefined)
    return zone === undefined ? { raw, local: new Date(at).toISOString().slice(0, 19) } : { raw };
  return { raw, utc: new Date(at - offset * 60_000).toISOString().replace('.000Z', 'Z') };
}
