import type { Kafka } from 'kafkajs';
import { clusterOf, sendTo, type WireDecoder, wireTypes } from './kafkajs-cluster.ts';

const DESCRIBE_LOG_DIRS = 35;
const ALL_TOPICS = -1;

/** Bytes of each topic on the disks of all brokers, copies included (DescribeLogDirs, version 1). Empty where a broker does not say. */
export async function logSizes(kafka: Kafka): Promise<Map<string, number>> {
  const cluster = clusterOf(kafka);
  await cluster.connect();
  try {
    await cluster.refreshMetadata();
    const sizes = new Map<string, number>();
    for (const nodeId of cluster.getNodeIds()) {
      const broker = await cluster.findBroker({ nodeId });
      if (broker.versions[DESCRIBE_LOG_DIRS] === undefined) return new Map();
      const answer = (await sendTo(broker, { request, response })) as readonly TopicSize[];
      for (const { topic, bytes } of answer) sizes.set(topic, (sizes.get(topic) ?? 0) + bytes);
    }
    return sizes;
  } finally {
    await cluster.disconnect();
  }
}

type TopicSize = { readonly topic: string; readonly bytes: number };

const request = {
  apiKey: DESCRIBE_LOG_DIRS,
  apiVersion: 1,
  apiName: 'DescribeLogDirs',
  encode: async () => new (wireTypes().Encoder)().writeInt32(ALL_TOPICS),
};

const response = {
  decode: async (raw: Buffer): Promise<readonly TopicSize[]> => {
    const decoder = new (wireTypes().Decoder)(raw);
    decoder.readInt32();
    return decoder.readArray(readDirectory).flat();
  },
  parse: async (sizes: unknown): Promise<unknown> => sizes,
};

function readDirectory(decoder: WireDecoder): TopicSize[] {
  decoder.readInt16();
  decoder.readString();
  return decoder.readArray((topics) => {
    const topic = topics.readString();
    const partitions = topics.readArray((partition) => {
      partition.readInt32();
      const bytes = Number(partition.readInt64().toString());
      partition.readInt64();
      partition.readBoolean();
      return bytes;
    });
    return { topic, bytes: partitions.reduce((sum, bytes) => sum + bytes, 0) };
  });
}
