import { type FollowedRecord, followTopics, kafkaClient } from '#kafka';
import { eventually } from './eventually.ts';

/** Every record a topic holds now, as soon as these are at least `count`; fails after `timeoutMs`. */
export async function readTopic(
  brokers: readonly string[],
  topic: string,
  count: number,
  timeoutMs = 30_000,
): Promise<FollowedRecord[]> {
  return eventually(async () => {
    const held = await recordsHeld(brokers, topic);
    if (held < count) throw new Error(`${topic} holds ${held} records, ${count} were awaited`);
    const records: FollowedRecord[] = [];
    if (held === 0) return records;
    const stop = new AbortController();
    for await (const record of followTopics({ brokers, topics: [topic], signal: stop.signal })) {
      if (records.push(record) >= held) break;
    }
    return records;
  }, timeoutMs);
}

async function recordsHeld(brokers: readonly string[], topic: string): Promise<number> {
  const admin = kafkaClient({ clientId: 'test', brokers }).admin();
  await admin.connect();
  try {
    const offsets = await admin.fetchTopicOffsets(topic);
    return offsets.reduce((sum, { high, low }) => sum + Number(high) - Number(low), 0);
  } finally {
    await admin.disconnect();
  }
}
