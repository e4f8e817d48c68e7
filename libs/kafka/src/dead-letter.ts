import { deadLetterName } from '#contracts';
import { errorCode } from './classify.ts';
import type { HeaderValue, OutgoingRecord } from './publisher.ts';
import type { RawRecord } from './received.ts';

/** Longest reason kept: enough for a place and a cause, too short for a body. */
const REASON_CHARACTERS = 500;

/** Who parks a record, when (ISO 8601) and after how many attempts. */
export type ParkedBy = { readonly group: string; readonly at: string; readonly attempts: number };

/**
 * The record for `<topic>.<group>.dlq`: original key, value bytes and headers, and beside them `dlq-*` headers that say
 * where it lay, why it was parked and by whom. A record without key is parked under its position.
 */
export function deadLetter(record: RawRecord, error: unknown, by: ParkedBy): OutgoingRecord {
  const position = `${record.topic}/${record.partition}/${record.offset}`;
  const headers: Record<string, HeaderValue> = {};
  for (const [name, value] of Object.entries(record.headers)) if (value !== undefined) headers[name] = value;
  headers['dlq-reason'] = errorCode(error);
  headers['dlq-message'] = reasonText(error);
  headers['dlq-topic'] = record.topic;
  headers['dlq-partition'] = String(record.partition);
  headers['dlq-offset'] = record.offset;
  headers['dlq-timestamp'] = record.timestamp;
  headers['dlq-group'] = by.group;
  headers['dlq-attempts'] = String(by.attempts);
  headers['dlq-time'] = by.at;
  const key = record.key === null || record.key.length === 0 ? position : record.key;
  return { topic: deadLetterName(record.topic, by.group), key, value: record.value, headers };
}

/** The error's own words, without any of the record's content, cut to a readable length. */
export function reasonText(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, REASON_CHARACTERS);
}
