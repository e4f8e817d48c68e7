import type { ITopicConfig, Kafka } from 'kafkajs';
import type { Topic } from '#contracts';

/** Copies of each partition, and how many must have a record before it counts as written. */
export type Durability = { readonly replicationFactor: number; readonly minInsyncReplicas: number };

/** Creates the topics that are missing and refuses to run on ones whose number of partitions differs. Returns the names created. */
export async function createTopics(kafka: Kafka, topics: readonly Topic[], durability: Durability): Promise<string[]> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const existing = new Set(await admin.listTopics());
    const present = topics.filter((topic) => existing.has(topic.name));
    const { topics: described } = await admin.fetchTopicMetadata({ topics: present.map((topic) => topic.name) });
    for (const { name, partitions } of described) {
      const declared = topics.find((topic) => topic.name === name);
      if (declared !== undefined && declared.partitions !== partitions.length) {
        throw new Error(
          `${name} has ${partitions.length} partitions, the table says ${declared.partitions}: order hangs on that number`,
        );
      }
    }
    const missing = topics.filter((topic) => !existing.has(topic.name));
    if (missing.length > 0)
      await admin.createTopics({
        topics: missing.map((topic) => configOf(topic, durability)),
        waitForLeaders: true,
        timeout: 30_000,
      });
    return missing.map((topic) => topic.name);
  } finally {
    await admin.disconnect();
  }
}

/** The settings of a topic by Kafka's names. */
export function topicConfig(
  { retention, maxMessageBytes }: Topic,
  { minInsyncReplicas }: Durability,
): Record<string, string> {
  return {
    'cleanup.policy': retention.policy,
    'min.insync.replicas': String(minInsyncReplicas),
    ...(maxMessageBytes !== undefined && { 'max.message.bytes': String(maxMessageBytes) }),
    ...(retention.policy === 'compact'
      ? { 'min.compaction.lag.ms': String(retention.minLagMs) }
      : { 'retention.ms': String(retention.ms) }),
  };
}

function configOf(topic: Topic, durability: Durability): ITopicConfig {
  return {
    topic: topic.name,
    numPartitions: topic.partitions,
    replicationFactor: durability.replicationFactor,
    configEntries: Object.entries(topicConfig(topic, durability)).map(([name, value]) => ({ name, value })),
  };
}
