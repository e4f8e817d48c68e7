import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import type { Topic } from '#contracts';
import { deadLetter } from './dead-letter.ts';
import { decodeRecord } from './decode-record.ts';
import type { RawRecord } from './received.ts';
import { DataError } from './stage-error.ts';

const topic: Topic<z.ZodObject<{ n: z.ZodNumber }>> = {
  name: 'numbers.v1',
  type: 'number.v1',
  schema: z.object({ n: z.number() }),
  partitions: 1,
  retention: { policy: 'delete', ms: 1 },
};

function record(change: Partial<RawRecord> = {}): RawRecord {
  return {
    topic: 'numbers.v1',
    partition: 3,
    offset: '41',
    timestamp: '1',
    key: Buffer.from('k'),
    value: Buffer.from('{"n":1}'),
    headers: { ce_type: Buffer.from('number.v1') },
    ...change,
  };
}

function codeOf(change: Partial<RawRecord>): string {
  try {
    decodeRecord(topic, record(change));
  } catch (error) {
    if (error instanceof DataError) return error.code;
    throw error;
  }
  return 'none';
}

describe('decodeRecord', () => {
  test('gives key, value, headers and position', () => {
    expect(decodeRecord(topic, record())).toEqual({
      key: 'k',
      value: { n: 1 },
      headers: { ce_type: Buffer.from('number.v1') },
      topic: 'numbers.v1',
      partition: 3,
      offset: '41',
    });
  });

  test.each<[string, Partial<RawRecord>]>([
    ['missing-key', { key: null }],
    ['missing-key', { key: Buffer.alloc(0) }],
    ['key-not-utf8', { key: Buffer.from([0xff, 0xfe]) }],
    ['tombstone', { value: null }],
    ['empty-value', { value: Buffer.alloc(0) }],
    ['value-not-utf8', { value: Buffer.from([0x7b, 0xff, 0x7d]) }],
    ['malformed-json', { value: Buffer.from('{"n":') }],
    ['malformed-json', { value: Buffer.from([0x1f, 0x8b, 0x08, 0x00].map((byte) => byte & 0x7f)) }],
    ['malformed-json', { value: Buffer.from('\u{feff}not json') }],
    ['wrong-schema', { value: Buffer.from('{"n":"one"}') }],
    ['wrong-schema', { value: Buffer.from('[1]') }],
    ['unknown-type', { headers: { ce_type: 'letter.v1' } }],
    ['unknown-type', { headers: { ce_specversion: '2.0' } }],
    ['none', { headers: { ce_type: [Buffer.from('letter.v1'), Buffer.from('number.v1')] } }],
  ])('%s', (code, change) => {
    expect(codeOf(change)).toBe(code);
  });

  test('never quotes the content in its message', () => {
    expect(() => decodeRecord(topic, record({ value: Buffer.from('secret text') }))).toThrow(/^the value is not JSON$/);
  });
});

describe('deadLetter', () => {
  const by = { group: 'adding', at: '2026-01-01T00:00:00Z', attempts: 1 };

  test('keeps key, bytes and headers, and says where the record lay and why it is parked', () => {
    const value = Buffer.from([0, 255, 1]);
    const parked = deadLetter(record({ value }), new DataError('malformed-json', 'the value is not JSON'), by);
    expect(parked).toMatchObject({
      topic: 'numbers.v1.adding.dlq',
      key: Buffer.from('k'),
      value,
      headers: {
        ce_type: Buffer.from('number.v1'),
        'dlq-reason': 'malformed-json',
        'dlq-topic': 'numbers.v1',
        'dlq-partition': '3',
        'dlq-offset': '41',
        'dlq-group': 'adding',
      },
    });
  });

  test('keeps a tombstone a tombstone, and names a record without key by its position', () => {
    expect(deadLetter(record({ key: null, value: null }), new Error('x'), by)).toMatchObject({
      key: 'numbers.v1/3/41',
      value: null,
    });
  });
});
