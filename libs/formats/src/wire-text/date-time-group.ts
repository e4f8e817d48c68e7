import type { PrintedTime } from '#contracts';
import { monthOf, wholeYear } from './months.ts';
import { zoneOffset } from './zones.ts';

const ZONE = '(?<zone>Z|[A-Z]{3,4}|(?:GMT|UTC)?[+-]\\d{1,2}:?(?:\\d\\d)?)';
const MONTH = '(?<month>\\p{L}{3,9})\\.?';
const YEAR = '(?<year>\\d{4}|\\d\\d)';

/** How wires print when they were sent. Each is tried over a whole line. */
const GROUPS: readonly RegExp[] = [
  // 131137 GMT Nov 13 · 291635 Jun 17 · 131137Z NOV 2013
  `(?<day>\\d\\d)(?<hour>\\d\\d)(?<minute>\\d\\d)\\s?${ZONE}?\\s+${MONTH}\\s?${YEAR}`,
  // 131137 Nov 13 GMT
  `(?<day>\\d\\d)(?<hour>\\d\\d)(?<minute>\\d\\d)\\s+${MONTH}\\s?${YEAR}\\s+${ZONE}`,
  // 12-NOV-18 12:34 · 29 Jun 2017 16.35 CEST
  `(?<day>\\d{1,2})[-. ]{1,2}${MONTH}[- ]?${YEAR},?\\s+(?<hour>\\d{1,2})[:.]?(?<minute>\\d\\d)(?::\\d\\d)?\\s?${ZONE}?`,
  // 1137 GMT 13 Nov 13
  `(?<hour>\\d\\d)[:.]?(?<minute>\\d\\d)\\s?${ZONE}?\\s+(?<day>\\d{1,2})[-. ]{1,2}${MONTH}[- ]?${YEAR}`,
  // 29.06.2017 16:35
  `(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.${YEAR},?\\s+(?<hour>\\d{1,2})[:.](?<minute>\\d\\d)\\s?${ZONE}?`,
  // 2013-11-13/11:37
  `(?<year>\\d{4})-(?<month>\\d\\d)-(?<day>\\d\\d)[/ T](?<hour>\\d\\d):(?<minute>\\d\\d)\\s?${ZONE}?`,
  // 11-13-13 0713GMT: North American, always with its zone
  `(?<month>\\d\\d)-(?<day>\\d\\d)-${YEAR}\\s+(?<hour>\\d\\d)(?<minute>\\d\\d)\\s?${ZONE}`,
].map((pattern) => new RegExp(`^${pattern}$`, 'iu'));

/** Some write their name before it: "AFP 131137 GMT NOV 13", "APA0123 2013-11-13/11:37". */
const AGENCY = /^\p{L}{2,10}\d{0,5} +(?=\d)/u;
/** Longer lines are no date-time group. */
const LONGEST = 60;

/**
 * Reads the date-time group of a wire. `utc` with a zone that is known, `local` without any; neither where the zone is
 * unknown. Undefined for a line that is none, or names a day that doesn't exist.
 */
export function dateTimeGroup(line: string): PrintedTime | undefined {
  const raw = line.trim();
  if (raw.length > LONGEST) return undefined;
  const group = raw.replace(AGENCY, '');
  for (const pattern of GROUPS) {
    const found = pattern.exec(group)?.groups;
    const time = found === undefined ? undefined : timeOf(raw, found);
    if (time !== undefined) return time;
  }
  return undefined;
}

type Parts = { readonly [name: string]: string | undefined };

function timeOf(raw: string, { day = '', month = '', year = '', hour = '', minute = '', zone }: Parts) {
  const number = /^\d+$/.test(month) ? Number(month) : monthOf(month);
  if (number === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined;
  const at = Date.UTC(wholeYear(year), number - 1, Number(day), Number(hour), Number(minute));
  if (number > 12 || new Date(at).getUTCDate() !== Number(day)) return undefined;
  if (zone === undefined) return { raw, local: new Date(at).toISOString().slice(0, 19) };
  const offset = zoneOffset(zone);
  if (offset === undefined) return { raw };
  return { raw, utc: new Date(at - offset * 60_000).toISOString().replace('.000Z', 'Z') };
}
