import type { z } from 'zod';
import type { Topic } from '#contracts';
import { headerText, type RawRecord, type Received } from './received.ts';
import { DataError } from './stage-error.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Checks a record against its topic: key, CloudEvents type where one is given, JSON, schema. Throws `DataError` with
 * one of the codes `missing-key`, `key-not-utf8`, `tombstone`, `empty-value`, `unknown-type`, `value-not-utf8`,
 * `malformed-json`, `wrong-schema`; its message names the place, never the content.
 */
export function decodeRecord<S extends z.ZodType>(topic: Topic<S>, record: RawRecord): Received<z.output<S>> {
  const key = keyOf(record);
  const { headers, partition, offset } = record;
  const type = headerText(headers['ce_type']);
  const specversion = headerText(headers['ce_specversion']);
  if (type !== undefined && type !== topic.type)
    throw new DataError('unknown-type', `records of ${topic.name} have type ${topic.type}`);
  if (specversion !== undefined && specversion !== '1.0')
    throw new DataError('unknown-type', 'only CloudEvents 1.0 is understood');
  const parsed = topic.schema.safeParse(jsonOf(record));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new DataError(
      'wrong-schema',
      `${issue?.path.join('.') || 'value'}: ${issue?.message ?? 'not as the schema says'}`,
    );
  }
  return { key, value: parsed.data, headers, topic: record.topic, partition, offset };
}

function keyOf({ key }: RawRecord): string {
  if (key === null || key.length === 0) throw new DataError('missing-key', 'the record has no key');
  try {
    return utf8.decode(key);
  } catch (cause) {
    throw new DataError('key-not-utf8', 'the key is not UTF-8', { cause });
  }
}

function jsonOf({ value }: RawRecord): unknown {
  if (value === null) throw new DataError('tombstone', 'the record has no value');
  if (value.length === 0) throw new DataError('empty-value', 'the value is empty');
  let text: string;
  try {
    text = utf8.decode(value);
  } catch (cause) {
    throw new DataError('value-not-utf8', 'the value is not UTF-8', { cause });
  }
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the content, which must not reach a log.
    throw new DataError('malformed-json', 'the value is not JSON');
  }
}
