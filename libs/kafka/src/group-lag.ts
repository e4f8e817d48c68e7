import type { Kafka } from 'kafkajs';
import type { TopicReader } from './topic-reader.ts';
import { untilAnswered } from './until-answered.ts';

/** What a group has not yet processed of one partition. */
export type PartitionLag = {
  readonly group: string;
  readonly topic: string;
  readonly partition: number;
  /** The next record to process; undefined when the group has committed nothing there yet. */
  readonly committed: string | undefined;
  readonly end: string;
  readonly records: number;
  /** When the oldest unprocessed record was written, in milliseconds since 1970; undefined where nothing waits. */
  readonly oldest: number | undefined;
};

/** The lag of a group on topics, by partition. A group that never committed waits with everything there is. */
export async function groupLag(
  kafka: Kafka,
  reader: TopicReader,
  { group, topics }: { readonly group: string; readonly topics: readonly string[] },
): Promise<PartitionLag[]> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const committed = await untilAnswered(() => admin.fetchOffsets({ groupId: group, topics: [...topics] }));
    const lags: PartitionLag[] = [];
    for (const topic of topics) {
      const offsets = committed.find((found) => found.topic === topic)?.partitions ?? [];
      const ofPartition = new Map(offsets.map(({ partition, offset }) => [partition, BigInt(offset)]));
      const ranges = await reader.ranges(topic);
      lags.push(
        ...(await Promise.all(
          ranges.map(async (range): Promise<PartitionLag> => {
            const known = ofPartition.get(range.partition);
            const next = known === undefined || known < range.from ? range.from : known;
            const first = next < range.to ? await reader.firstFrom({ ...range, from: next }) : undefined;
            return {
              group,
              topic,
              partition: range.partition,
              committed: known === undefined || known < 0n ? undefined : String(known),
              end: String(range.to),
              records: next < range.to ? Number(range.to - next) : 0,
              oldest: first === undefined ? undefined : Number(first.timestamp),
            };
          }),
        )),
      );
    }
    return lags;
  } finally {
    await admin.disconnect();
  }
}

/** How many members each group has now; 0 for one that does not exist. */
export async function groupMembers(kafka: Kafka, groups: readonly string[]): Promise<Map<string, number>> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const described = await admin.describeGroups([...groups]);
    return new Map(described.groups.map(({ groupId, members }) => [groupId, members.length]));
  } finally {
    await admin.disconnect();
  }
}
