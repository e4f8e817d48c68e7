import { createRequire } from 'node:module';
import { describe, expect, jest, test } from '@jest/globals';
import { crc32c } from './crc32c.ts';
import { encodeProduce, type ProduceArguments } from './encode-produce.ts';

const NOW = 1_790_000_000_123;
const requestV3: (args: object) => { encode(): Promise<{ buffer: Buffer }> } = createRequire(import.meta.url)(
  'kafkajs/src/protocol/requests/produce/v3/request',
);

async function byKafkajs(args: ProduceArguments): Promise<string> {
  const clock = jest.spyOn(Date, 'now').mockReturnValue(NOW);
  try {
    return (await requestV3(args).encode()).buffer.toString('hex');
  } finally {
    clock.mockRestore();
  }
}

const batch = (messages: ProduceArguments['topicData'][number]['partitions'][number]['messages'], partition = 0) => ({
  partition,
  firstSequence: 41,
  messages,
});
const produce = (topicData: ProduceArguments['topicData'], more: Partial<ProduceArguments> = {}): ProduceArguments => ({
  acks: -1,
  timeout: 10_000,
  topicData,
  ...more,
});

describe('encodeProduce writes what kafkajs writes', () => {
  test.each<[string, ProduceArguments]>([
    ['one record', produce([{ topic: 't', partitions: [batch([{ key: 'k', value: 'v', headers: {} }])] }])],
    ['a tombstone without headers', produce([{ topic: 't', partitions: [batch([{ key: 'k', value: null }])] }])],
    [
      'bytes, text beyond ASCII, headers of all kinds',
      produce([
        {
          topic: 'thé',
          partitions: [
            batch([
              {
                key: Buffer.from([0, 255]),
                value: 'é\u{1F4F0}',
                headers: { a: 'ü', b: Buffer.from([1, 2]), c: ['x', Buffer.from('y')], d: '' },
              },
            ]),
          ],
        },
      ]),
    ],
    [
      'several topics, partitions and records',
      produce([
        {
          topic: 't',
          partitions: [
            batch(
              [
                { key: 'a', value: '1' },
                { key: 'b', value: '2' },
              ],
              3,
            ),
            batch([{ key: 'c', value: '3' }], 11),
          ],
        },
        { topic: 'u', partitions: [batch([{ key: 'd', value: 'x'.repeat(100_000) }])] },
      ]),
    ],
    [
      'more records than one byte counts',
      produce([
        {
          topic: 't',
          partitions: [
            batch(Array.from({ length: 300 }, (_, index) => ({ key: `k${index}`, value: 'v'.repeat(index) }))),
          ],
        },
      ]),
    ],
    [
      'a producer id and epoch',
      produce([{ topic: 't', partitions: [batch([{ key: 'k', value: 'v' }])] }], {
        producerId: '9007199254740993',
        producerEpoch: 7,
      }),
    ],
  ])('%s', async (_name, args) => {
    expect(encodeProduce(args, NOW).toString('hex')).toBe(
      await byKafkajs({ transactionalId: null, producerId: '-1', producerEpoch: 0, ...args }),
    );
  });
});

test.each([
  ['', 0],
  ['123456789', 0xe3069283],
  ['a', 0xc1d04330],
  ['The quick brown fox jumps over the lazy dog', 0x22620404],
])('crc32c of %j', (text, checksum) => {
  const bytes = Buffer.from(text);
  expect(crc32c(bytes, 0, bytes.length)).toBe(checksum);
});
