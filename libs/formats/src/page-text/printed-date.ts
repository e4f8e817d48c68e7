import type { PrintedTime } from '#contracts';
import { readDateLine } from '../printed-date/read-date-line.ts';

/** A printed date and time: `complete` when nothing else stands in the text. `local` or `utc` is there only where it is certain. */
export type PrintedDate = { readonly time: PrintedTime; readonly complete: boolean };

/** Reads the first date of a text that has no label any more; `utc` is given only where a zone is printed. */
export function readPrintedDate(raw: string): PrintedDate {
  const { times, complete } = readDateLine(raw);
  const [first] = times;
  if (first === undefined) return { time: { raw }, complete: false };
  return { time: printed(raw, first), complete };
}

/** The members of a `PrintedTime`: one that has an instant needs no local time. */
export function printed(raw: string, { utc, local }: PrintedTime): PrintedTime {
  return { raw, ...(utc !== undefined ? { utc } : local !== undefined && { local }) };
}
