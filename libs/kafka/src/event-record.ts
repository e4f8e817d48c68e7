import { createHash } from 'node:crypto';
import { type Topic, toHeaders } from '#contracts';
import type { OutgoingRecord } from './publisher.ts';

/** What an event is about; see `CloudEvent`. `idParts` name the happening: the same parts give the same id. */
export type Event<T> = {
  readonly key: string;
  readonly value: T;
  readonly source: string;
  readonly idParts: readonly string[];
  readonly time?: string;
  readonly receipt?: string;
  readonly origin?: string;
};

/** An id that the same parts always give: 32 hex characters. */
export function eventId(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32);
}

/** The record of an event: JSON value, CloudEvents headers, key = the story's key. */
export function eventRecord<T>(
  topic: Topic,
  { key, value, source, idParts, time, receipt, origin }: Event<T>,
): OutgoingRecord {
  const headers = toHeaders({
    id: eventId([topic.type, ...idParts]),
    type: topic.type,
    source,
    subject: key,
    ...(time !== undefined && { time }),
    ...(receipt !== undefined && { receipt }),
    ...(origin !== undefined && { origin }),
  });
  return { topic: topic.name, key, value: JSON.stringify(value), headers };
}
