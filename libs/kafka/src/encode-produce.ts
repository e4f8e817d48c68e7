import { crc32c } from './crc32c.ts';
import { RecordWriter, varbytesSize, varintSize } from './record-writer.ts';

type Bytes = string | Buffer | null | undefined;
type HeaderValue = string | Buffer | (string | Buffer)[] | undefined;

/** A message as kafkajs hands it to the wire. */
export type WireMessage = {
  readonly key?: Bytes;
  readonly value: Bytes;
  readonly headers?: Readonly<Record<string, HeaderValue>>;
  readonly timestamp?: string;
};

/** What kafkajs knows when it is about to produce: everything but the encoding. */
export type ProduceArguments = {
  readonly acks: number;
  readonly timeout: number;
  readonly transactionalId?: string | null | undefined;
  readonly producerId?: { toString(): string } | undefined;
  readonly producerEpoch?: number | undefined;
  readonly topicData: readonly {
    readonly topic: string;
    readonly partitions: readonly {
      readonly partition: number;
      readonly firstSequence?: number;
      readonly messages: readonly WireMessage[];
    }[];
  }[];
};

type Sized = { readonly text: string | Buffer | null; readonly length: number };
type SizedRecord = {
  readonly key: Sized;
  readonly value: Sized;
  readonly headers: readonly (readonly [Sized, Sized])[];
  readonly body: number;
};

/** Bytes of a record batch before its records, from `baseOffset` to the number of records. */
const BATCH_HEADER = 61;
/** Of these, the ones before `partitionLeaderEpoch`, which its length field does not count. */
const BATCH_PREFIX = 12;
const CRC_FROM = 21;
const MAGIC = 2;

/**
 * The body of a Produce request, versions 3 to 7, uncompressed: record batches of format 2 (Kafka protocol guide;
 * KIP-98). `now` is milliseconds since 1970, the timestamp of every record.
 */
export function encodeProduce(produce: ProduceArguments, now: number): Buffer {
  const topics = produce.topicData.map(({ topic, partitions }) => ({
    topic,
    partitions: partitions.map(({ partition, firstSequence = 0, messages }) => {
      const records = messages.map(sizedRecord);
      const size = records.reduce((sum, { body }) => sum + varintSize(body) + body, BATCH_HEADER);
      return { partition, firstSequence, records, size };
    }),
  }));
  const { transactionalId = null } = produce;
  let size = 2 + Buffer.byteLength(transactionalId ?? '') + 2 + 4 + 4;
  for (const { topic, partitions } of topics) {
    size += 2 + Buffer.byteLength(topic) + 4;
    for (const batch of partitions) size += 4 + 4 + batch.size;
  }
  const writer = new RecordWriter(size);
  writer.string(transactionalId);
  writer.int16(produce.acks);
  writer.int32(produce.timeout);
  writer.int32(topics.length);
  for (const { topic, partitions } of topics) {
    writer.string(topic);
    writer.int32(partitions.length);
    for (const batch of partitions) {
      writer.int32(batch.partition);
      writer.int32(batch.size);
      writeBatch(writer, batch, produce, BigInt(now));
    }
  }
  return writer.buffer;
}

function writeBatch(
  writer: RecordWriter,
  {
    records,
    firstSequence,
    size,
  }: { readonly records: readonly SizedRecord[]; readonly firstSequence: number; readonly size: number },
  { producerId, producerEpoch = 0 }: ProduceArguments,
  now: bigint,
): void {
  const start = writer.at;
  writer.int64(0n);
  writer.int32(size - BATCH_PREFIX);
  writer.int32(0);
  writer.int8(MAGIC);
  // The checksum is written when the rest is.
  writer.int32(0);
  writer.int16(0);
  writer.int32(records.length - 1);
  writer.int64(now);
  writer.int64(now);
  writer.int64(producerId === undefined ? -1n : BigInt(producerId.toString()));
  writer.int16(producerEpoch);
  writer.int32(firstSequence);
  writer.int32(records.length);
  for (const [index, record] of records.entries()) writeRecord(writer, record, index);
  writer.buffer.writeUInt32BE(crc32c(writer.buffer, start + CRC_FROM, writer.at), start + CRC_FROM - 4);
}

function writeRecord(writer: RecordWriter, { key, value, headers, body }: SizedRecord, offsetDelta: number): void {
  writer.varint(body);
  writer.int8(0);
  writer.varint(0);
  writer.varint(offsetDelta);
  writer.varbytes(key.text, key.length);
  writer.varbytes(value.text, value.length);
  writer.varint(headers.length);
  for (const [name, content] of headers) {
    writer.varbytes(name.text, name.length);
    writer.varbytes(content.text, content.length);
  }
}

function sizedRecord({ key, value, headers = {} }: WireMessage, offsetDelta: number): SizedRecord {
  const sizedKey = sized(key);
  const sizedValue = sized(value);
  const sizedHeaders = Object.entries(headers).flatMap(([name, content]) => headerPairs(name, content));
  let body =
    1 +
    1 +
    varintSize(offsetDelta) +
    varbytesSize(sizedKey.length) +
    varbytesSize(sizedValue.length) +
    varintSize(sizedHeaders.length);
  for (const [name, content] of sizedHeaders) body += varbytesSize(name.length) + varbytesSize(content.length);
  return { key: sizedKey, value: sizedValue, headers: sizedHeaders, body };
}

function headerPairs(name: string, content: HeaderValue): (readonly [Sized, Sized])[] {
  if (content === undefined) return [];
  return (Array.isArray(content) ? content : [content]).map((one) => [sized(name), sized(one)]);
}

function sized(text: Bytes): Sized {
  if (text === null || text === undefined) return { text: null, length: -1 };
  return { text, length: typeof text === 'string' ? Buffer.byteLength(text) : text.length };
}
