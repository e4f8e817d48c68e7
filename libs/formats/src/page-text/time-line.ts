import type { PrintedTime } from '#contracts';
import { readDateLine } from '../printed-date/read-date-line.ts';
import { printed, readPrintedDate } from './printed-date.ts';

/** A time printed on the page, and whether it was read to the end and had a label of its own. */
export type TimeLine = {
  readonly name: 'updated' | 'published';
  readonly time: PrintedTime;
  readonly labelled: boolean;
  readonly read: boolean;
};

const LABEL =
  /^(last updated|last modified|updated|update|modified|first published|published|posted)(?:\s+(?:on|at))?\s*[:：]?\s*(?=\S)/i;
const LONGEST = 120;

/**
 * The times of a line such as "Updated 22:38, 23-Apr-2019" or "Published: 23 April 2019 | Updated: 24 April 2019".
 * Undefined for any other line. With `head`, above the body, a label and a digit are enough, and a bare date counts.
 */
export function readTimeLine(line: string, head: boolean): TimeLine[] | undefined {
  if (line.length > LONGEST || !/\d/.test(line)) return undefined;
  const whole = readDateLine(line);
  if (whole.complete && (head || whole.times.some(({ role }) => role !== undefined))) {
    return whole.times.map((time) => ({
      name: time.role ?? 'published',
      time: printed(whole.times.length === 1 ? withoutLabel(line) : time.raw, time),
      labelled: time.role !== undefined,
      read: true,
    }));
  }
  const times: TimeLine[] = [];
  for (const part of line.split(/\s*[|·•]\s*/)) {
    const time = readOne(part, head);
    if (time === undefined) return undefined;
    times.push(time);
  }
  return times;
}

function withoutLabel(line: string): string {
  return line.slice(LABEL.exec(line)?.[0].length ?? 0);
}

function readOne(part: string, head: boolean): TimeLine | undefined {
  const label = LABEL.exec(part);
  const raw = label === null ? part : part.slice(label[0].length);
  const { time, complete } = readPrintedDate(raw);
  if (label === null) return head && complete ? { name: 'published', time, labelled: false, read: true } : undefined;
  if (!complete && !(head && /\d/.test(raw) && raw.length <= 40)) return undefined;
  const name = /^(?:first|publ|post)/i.test(part) ? 'published' : 'updated';
  return { name, time, labelled: true, read: complete };
}
