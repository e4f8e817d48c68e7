import type { Story } from '#contracts';

type PrintedTime = NonNullable<Story['times']['firstCreated']>;

const ISO =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,](\d{1,9}))?)?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?$/i;
const MINUTE = 60_000;

/**
 * A time in ISO 8601, whole or basic form, as it stands in XML and JSON. `utc` when it has a time of day and a zone,
 * else `local`; neither, when the text is no such time or no such day exists.
 */
export function printedTime(raw: string): PrintedTime {
  const match = ISO.exec(raw.trim());
  if (match === null) return { raw };
  const [, year = '', month = '', day = '', hour, minute = '00', second = '00', fraction = '', zone] = match;
  const date = `${year}-${month}-${day}`;
  const milliseconds = fraction.padEnd(3, '0').slice(0, 3);
  const at = Date.parse(`${date}T${hour ?? '00'}:${minute}:${second}.${milliseconds}Z`);
  // Date.parse takes the 31st of every month for a day of the next one.
  if (Number.isNaN(at) || new Date(at).getUTCDate() !== Number(day)) return { raw };
  if (hour === undefined) return { raw, local: date };
  if (zone === undefined) return { raw, local: `${date}T${hour}:${minute}:${second}${fraction && `.${milliseconds}`}` };
  const instant = new Date(at - offsetMinutes(zone) * MINUTE).toISOString();
  return /^\d{4}-/.test(instant) ? { raw, utc: instant.replace('.000Z', 'Z') } : { raw };
}

function offsetMinutes(zone: string): number {
  if (/^z$/i.test(zone)) return 0;
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return zone.startsWith('-') ? -minutes : minutes;
}
