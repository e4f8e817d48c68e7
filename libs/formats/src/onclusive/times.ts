import type { PrintedTime } from '#contracts';
import type { JsonObject } from '../json-object.ts';
import { printedTime } from '../printed-time.ts';

/** A time that has a member of its own in UTC, where it is written without a zone; else the one without. */
export function utcTime(event: JsonObject, name: string): PrintedTime | undefined {
  const raw = event.text(`${name}Utc`);
  const local = event.text(name);
  if (raw === undefined) return local === undefined ? undefined : printedTime(local);
  return { ...printedTime(/[Zz]$|[+-]\d\d:?\d\d$/.test(raw) ? raw : `${raw}Z`), raw };
}

/** A day and a time of day in the zone that the event names by its offset; without a time of day the day alone. */
export function dayAndTime(day: string | undefined, time: string | undefined, offset: string): PrintedTime | undefined {
  const date = /^\d{4}-\d\d-\d\d/.exec(day ?? '')?.[0];
  if (date === undefined || day === undefined) return undefined;
  if (time === undefined) return { ...printedTime(date), raw: day };
  return { ...printedTime(`${date}T${time}${offset}`), raw: `${date}T${time}` };
}

/** The offset of an event's zone as ISO 8601 writes it: `-3.5` hours are `-03:30`; empty where it names none. */
export function offsetOf(event: JsonObject): string {
  const hours = event.object('timezone')?.number('timezoneOffset');
  if (hours === undefined || Math.abs(hours) > 14) return '';
  const minutes = Math.round(Math.abs(hours) * 60);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${hours < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
