import kafkajs, { type Kafka } from 'kafkajs';
import type { TopicReader } from './topic-reader.ts';

/** The settings that decide what a topic keeps, and how safely. */
export const TOPIC_SETTINGS = [
  'cleanup.policy',
  'retention.ms',
  'min.compaction.lag.ms',
  'min.insync.replicas',
  'max.message.bytes',
] as const;

/** A topic as the brokers have it. */
export type RealTopic = {
  readonly name: string;
  readonly partitions: number;
  /** Copies of a partition: the fewest that any of its partitions has. */
  readonly replicas: number;
  /** Partitions with a copy that is behind. */
  readonly underReplicated: number;
  readonly settings: Readonly<Record<string, string>>;
  /** From the first offset to the last; more than there are where compaction has removed some. */
  readonly records: number;
};

/** Those of the named topics that exist. */
export async function describeTopics(
  kafka: Kafka,
  reader: TopicReader,
  names: readonly string[],
): Promise<RealTopic[]> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const existing = new Set(await admin.listTopics());
    const present = names.filter((name) => existing.has(name));
    if (present.length === 0) return [];
    const { topics } = await admin.fetchTopicMetadata({ topics: present });
    const { resources } = await admin.describeConfigs({
      includeSynonyms: false,
      resources: present.map((name) => ({
        type: kafkajs.ConfigResourceTypes.TOPIC,
        name,
        configNames: [...TOPIC_SETTINGS],
      })),
    });
    const settings = new Map(
      resources.map(({ resourceName, configEntries }) => [
        resourceName,
        Object.fromEntries(configEntries.map(({ configName, configValue }) => [configName, configValue])),
      ]),
    );
    return await Promise.all(
      topics.map(async ({ name, partitions }) => {
        const ranges = await reader.ranges(name);
        return {
          name,
          partitions: partitions.length,
          replicas: Math.min(...partitions.map(({ replicas }) => replicas.length)),
          underReplicated: partitions.filter(({ replicas, isr }) => isr.length < replicas.length).length,
          settings: settings.get(name) ?? {},
          records: ranges.reduce((sum, { from, to }) => sum + Number(to - from), 0),
        };
      }),
    );
  } finally {
    await admin.disconnect();
  }
}
