import type { PrintedTime } from '#contracts';

const EXIF =
  /^(\d{4})[:/-](\d\d)[:/-](\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?\s*(Z|[+-]\d\d:?\d\d)?/i;
const IIM_DAY = /^(\d{4})[-:]?(\d\d)[-:]?(\d\d)/;
const IIM_TIME = /^(\d\d):?(\d\d):?(\d\d)?\s*(Z|[+-]\d\d:?\d\d)?/i;
const XMP = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?\s*(Z|[+-]\d\d:?\d\d)?$/i;
const OFFSET = /^(?:Z|[+-]\d\d:?\d\d)$/i;

type Groups = readonly (string | undefined)[];

/** A time of EXIF, `2019:04:23 22:38:00`, with its offset and its fraction of a second from tags of their own. */
export function exifTime(time: string | undefined, offset?: string, fraction?: string): PrintedTime | undefined {
  const match = EXIF.exec(time ?? '');
  if (match === null || time === undefined) return undefined;
  const zone = match[8] ?? (offset !== undefined && OFFSET.test(offset) ? offset : undefined);
  const part = match[7] ?? (/^\d{1,9}$/.test(fraction ?? '') ? fraction : undefined);
  const raw = `${time}${match[8] === undefined && zone !== undefined ? zone : ''}`;
  return printed(raw, [...match.slice(1, 7), part, zone]);
}

/** A day of IIM, `20190423`, and the time of day beside it, `223800+0200`. */
export function iimTime(day: string | undefined, time: string | undefined): PrintedTime | undefined {
  const date = IIM_DAY.exec(day ?? '');
  if (date === null || day === undefined) return undefined;
  const clock = IIM_TIME.exec(time ?? '');
  const raw = clock === null ? day : `${day}T${time}`;
  const [, hour, minute, second, zone] = clock ?? [];
  return printed(raw, [date[1], date[2], date[3], hour, minute, second, undefined, zone]);
}

/** A time of XMP, ISO 8601; the year or the month alone is kept as it is written. */
export function xmpTime(time: string | undefined): PrintedTime | undefined {
  if (time === undefined) return undefined;
  const match = XMP.exec(time.trim());
  if (match !== null) return printed(time, match.slice(1));
  return exifTime(time) ?? (/^\d{4}(?:-\d\d)?$/.test(time.trim()) ? { raw: time } : undefined);
}

/** Undefined for a day or time that doesn't exist: zeros stand for "unknown" in EXIF and IIM. */
function printed(
  raw: string,
  [year, month, day, hour, minute, second, fraction, zone]: Groups,
): PrintedTime | undefined {
  const date = `${year}-${month}-${day}`;
  if (new Date(`${date}T00:00:00Z`).getUTCDate() !== Number(day) || Number(year) < 1) return undefined;
  if (hour === undefined || minute === undefined) return { raw, local: date };
  const local = `${date}T${hour}:${minute}:${second ?? '00'}${fraction === undefined ? '' : `.${fraction}`}`;
  const at = Date.parse(`${local.slice(0, 23)}${isoZone(zone ?? 'Z')}`);
  if (Number.isNaN(at)) return { raw, local: date };
  if (zone === undefined) return { raw, local };
  return { raw, utc: new Date(at).toISOString().replace('.000Z', 'Z') };
}

function isoZone(zone: string): string {
  if (/^z$/i.test(zone)) return 'Z';
  return zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
}
