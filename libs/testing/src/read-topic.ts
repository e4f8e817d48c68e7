import { type FollowedRecord, followTopics } from '#kafka';

/** All records of a topic, once it holds at least `count`; fails after `timeoutMs`. */
export async function readTopic(
  brokers: readonly string[],
  topic: string,
  count: number,
  timeoutMs = 30_000,
): Promise<FollowedRecord[]> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), timeoutMs);
  const records: FollowedRecord[] = [];
  try {
    if (count > 0) {
      for await (const record of followTopics({ brokers, topics: [topic], signal: stop.signal })) {
        records.push(record);
        if (records.length >= count) break;
      }
    }
  } finally {
    clearTimeout(timer);
  }
  if (records.length < count) throw new Error(`${topic} holds ${records.length} records, ${count} were awaited`);
  return records;
}
