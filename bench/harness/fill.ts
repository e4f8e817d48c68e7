import { KafkaPublisher, kafkaClient, type OutgoingRecord, recordBytes } from '#kafka';

const BATCH = 500;

/** Puts `count` records on their topic, each made from its number, and gives their mean size in bytes. */
export async function fill(
  brokers: readonly string[],
  count: number,
  record: (index: number) => OutgoingRecord,
): Promise<number> {
  const publisher = new KafkaPublisher(kafkaClient({ clientId: 'bench-fill', brokers }));
  await publisher.connect();
  let bytes = 0;
  for (let from = 0; from < count; from += BATCH) {
    const records = Array.from({ length: Math.min(BATCH, count - from) }, (_, index) => record(from + index));
    for (const record of records) bytes += recordBytes(record);
    await publisher.publish(records);
  }
  await publisher.close();
  return Math.round(bytes / count);
}
