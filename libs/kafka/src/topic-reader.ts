import kafkajs, { type Kafka } from 'kafkajs';
import { type Cluster, type ClusterBroker, clusterOf, type FetchedMessage } from './kafkajs-cluster.ts';
import type { SentPosition } from './publisher.ts';
import type { RawRecord } from './received.ts';
import { untilAnswered } from './until-answered.ts';

/** What to read of one partition: from offset `from` to before offset `to`. */
export type PartitionRange = {
  readonly topic: string;
  readonly partition: number;
  readonly from: bigint;
  readonly to: bigint;
};

/** A stretch of time, in milliseconds since 1970, by the records' timestamps; `to` itself is not in it. */
export type TimeRange = { readonly from?: number | undefined; readonly to?: number | undefined };

/** Bytes fetched at once: what a read holds in memory at most, unless a single batch is larger. */
const FETCH_BYTES = 1024 * 1024;

/**
 * Reads ranges of topics: no consumer group, nothing committed, nothing left behind. A range has a fixed end, so that a
 * topic being written to is still read to an end; one fetch of a partition is in memory at a time.
 */
export class TopicReader implements AsyncDisposable {
  private readonly cluster: Cluster;
  private turn: Promise<unknown> = Promise.resolve();

  private constructor(kafka: Kafka) {
    this.cluster = clusterOf(kafka);
  }

  static async connect(kafka: Kafka): Promise<TopicReader> {
    const reader = new TopicReader(kafka);
    await reader.cluster.connect();
    return reader;
  }

  /** The partitions of a topic with what they hold now, or of it what lies in the time given; in order of partition. */
  async ranges(topic: string, { from, to }: TimeRange = {}): Promise<PartitionRange[]> {
    const low = await this.offsets(topic, { fromBeginning: true });
    const high = await this.offsets(topic, { fromBeginning: false });
    const start = from === undefined ? low : await this.offsets(topic, { fromTimestamp: from });
    const end = to === undefined ? high : await this.offsets(topic, { fromTimestamp: to });
    return [...high]
      .map(([partition, last]) => ({
        topic,
        partition,
        from: orEnd(start.get(partition), last),
        to: orEnd(end.get(partition), last),
      }))
      .sort((a, b) => a.partition - b.partition);
  }

  /** The records of a range in order. What retention or compaction has removed meanwhile is passed over. */
  async *records(range: PartitionRange): AsyncGenerator<RawRecord> {
    const { topic, partition, to } = range;
    let next = range.from;
    // The next fetch is under way while this one's records are looked at.
    let fetching = next < to ? this.fetch(topic, partition, next) : undefined;
    while (fetching !== undefined) {
      const fetched = await fetching;
      // A batch that compaction has emptied says nothing of where it ends.
      next = BigInt(fetched.at(-1)?.offset ?? next) + 1n;
      fetching = next < to ? this.fetch(topic, partition, next) : undefined;
      fetching?.catch(() => undefined);
      for (const message of fetched) {
        if (BigInt(message.offset) >= to) return;
        if (message.isControlRecord !== true) yield recordOf(topic, partition, message);
      }
    }
  }

  /** The record at a position; undefined when it is not there (any more). */
  async record({ topic, partition, offset }: SentPosition): Promise<RawRecord | undefined> {
    const [first] = await this.fetch(topic, partition, BigInt(offset));
    return first?.offset === offset ? recordOf(topic, partition, first) : undefined;
  }

  /** The first record at or after an offset; undefined when there is none. */
  async firstFrom(range: PartitionRange): Promise<RawRecord | undefined> {
    for await (const record of this.records(range)) return record;
    return undefined;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.cluster.disconnect();
  }

  private async offsets(
    topic: string,
    which: { readonly fromBeginning: boolean } | { readonly fromTimestamp: number },
  ): Promise<Map<number, bigint>> {
    return this.retried(async () => {
      await this.cluster.addTargetTopic(topic);
      const partitions = this.cluster
        .findTopicPartitionMetadata(topic)
        .map(({ partitionId }) => ({ partition: partitionId }));
      const [found] = await this.inTurn(() => this.cluster.fetchTopicsOffset([{ topic, partitions, ...which }]));
      return new Map((found?.partitions ?? []).map(({ partition, offset }) => [partition, BigInt(offset)]));
    });
  }

  /** The records from an offset on, at least that one where it is there. */
  private async fetch(topic: string, partition: number, from: bigint): Promise<readonly FetchedMessage[]> {
    let offset = from;
    return this.retried(async () => {
      try {
        const broker = await this.leaderOf(topic, partition);
        const { responses } = await broker.fetch(fetchRequest(topic, partition, offset));
        const messages = responses[0]?.partitions[0]?.messages ?? [];
        // A fetch begins with the batch that holds the offset, not with the offset.
        return messages.filter((message) => BigInt(message.offset) >= offset);
      } catch (error) {
        if ((error as { type?: string }).type !== 'OFFSET_OUT_OF_RANGE') throw error;
        const low = (await this.offsets(topic, { fromBeginning: true })).get(partition) ?? 0n;
        if (low <= offset) return [];
        offset = low;
        throw error;
      }
    });
  }

  private retried<T>(ask: () => Promise<T>): Promise<T> {
    return untilAnswered(ask, () => this.cluster.refreshMetadata());
  }

  /** One after the other: kafkajs connects to a broker once for each who asks meanwhile, and closes one connection. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => undefined);
    return done;
  }

  private async leaderOf(topic: string, partition: number): Promise<ClusterBroker> {
    await this.cluster.addTargetTopic(topic);
    const [nodeId] = Object.keys(this.cluster.findLeaderForPartitions(topic, [partition]));
    if (nodeId === undefined) throw new kafkajs.KafkaJSError(`${topic} has no partition ${partition}`);
    return this.inTurn(() => this.cluster.findBroker({ nodeId }));
  }
}

/** kafkajs says -1 where no record is as young as the time asked for. */
function orEnd(offset: bigint | undefined, end: bigint): bigint {
  return offset === undefined || offset < 0n ? end : offset;
}

function fetchRequest(topic: string, partition: number, offset: bigint): object {
  return {
    replicaId: -1,
    isolationLevel: 0,
    maxWaitTime: 50,
    minBytes: 1,
    maxBytes: FETCH_BYTES,
    topics: [{ topic, partitions: [{ partition, fetchOffset: String(offset), maxBytes: FETCH_BYTES }] }],
  };
}

function recordOf(topic: string, partition: number, message: FetchedMessage): RawRecord {
  const { offset, timestamp, key, value, headers = {} } = message;
  return { topic, partition, offset, timestamp, key, value, headers };
}
