import { type Consumer, type Kafka, Partitioners } from 'kafkajs';
import type { z } from 'zod';
import type { Topic } from '#contracts';
import { pause } from './back-off.ts';
import { decodeRecord } from './decode-record.ts';
import { eventRecord } from './event-record.ts';
import type { Publisher } from './publisher.ts';

const SESSION_TIMEOUT_MS = 10_000;
const BEATS_PER_SESSION = 10;
const FETCH_WAIT_MS = 250;
/** A session runs from when the broker got the heartbeat, which is before we know: so much of it is ours for sure. */
const LEASE_SHARE = 0.8;
/** Between two tries to become a member. */
const AGAIN_MS = 2_000;

export type OwnedPartitionsOptions<S extends z.ZodType> = {
  readonly kafka: Kafka;
  readonly group: string;
  /** A compacted topic: the last value for each key is the state of what the key names. */
  readonly topic: Topic<S>;
  readonly publisher: Publisher;
  /** Milliseconds; 10 s when absent. The broker takes 6 s to 30 min. */
  readonly sessionTimeoutMs?: number;
  readonly log?: (message: string, error: unknown) => void;
};

/** A partition that is ours, while its records are read from the first on, up to what was there when it became ours. */
type Owned = { next: bigint; until: bigint | undefined; readonly values: Map<string, unknown> };

/**
 * Shares out work that is named by keys over all processes of a group, and keeps the state of each piece on a compacted
 * topic. A key belongs to whoever has its partition, from when it has read the whole partition until its session could
 * have run out, so that of living processes one at most owns a key; a frozen one that wakes up finds out before it asks.
 * Nothing is ever committed: each new owner reads its partitions from the beginning.
 */
export class OwnedPartitions<S extends z.ZodType> {
  private readonly options: OwnedPartitionsOptions<S>;
  private readonly sessionTimeoutMs: number;
  private readonly choose = Partitioners.DefaultPartitioner();
  private readonly stopping = new AbortController();
  private owned = new Map<number, Owned>();
  /** On the clock of `performance.now()`. */
  private leaseUntil = 0;
  private running: Promise<void> | undefined;

  constructor(options: OwnedPartitionsOptions<S>) {
    this.options = options;
    this.sessionTimeoutMs = options.sessionTimeoutMs ?? SESSION_TIMEOUT_MS;
  }

  /** Becomes a member, and again whenever it is lost. Never rejects: until then nothing is owned. */
  start(): void {
    this.running ??= this.run();
  }

  /** Leaves the group: others take over at once. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** Whether the key is this process's now, and its state known. */
  owns(key: string): boolean {
    const owned = this.owned.get(this.partitionOf(key));
    return owned !== undefined && isRead(owned) && performance.now() < this.leaseUntil;
  }

  /** The last value of an owned key; undefined when there is none. */
  get(key: string): z.output<S> | undefined {
    return this.owned.get(this.partitionOf(key))?.values.get(key) as z.output<S> | undefined;
  }

  /** Stores the state of an owned key. Rejects with `PublisherUnavailable`; `source` as in CloudEvents. */
  async put(key: string, value: z.output<S>, source: string): Promise<void> {
    const { publisher, topic } = this.options;
    const [at] = await publisher.publish([
      eventRecord(topic, { key, value, source, idParts: [key, JSON.stringify(value)] }),
    ]);
    // Known before it is read back; what is read later is newer, or the same.
    const owned = at && this.owned.get(at.partition);
    if (owned !== undefined && isRead(owned)) owned.values.set(key, value);
  }

  /** The same partition as that of the publisher's records. */
  private partitionOf(key: string): number {
    const { name, partitions } = this.options.topic;
    const partitionMetadata = Array.from({ length: partitions }, (_, partitionId) => ({
      partitionErrorCode: 0,
      partitionId,
      leader: 0,
      replicas: [],
      isr: [],
    }));
    return this.choose({ topic: name, partitionMetadata, message: { key, value: null } });
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        await this.beMember();
      } catch (error) {
        this.options.log?.('not a member of the group', error);
      }
      await pause(AGAIN_MS, signal).catch(() => undefined);
    }
  }

  /** Resolves when it is to stop; rejects when the membership was lost for good. */
  private async beMember(): Promise<void> {
    const { kafka, group, topic } = this.options;
    const consumer = kafka.consumer({
      groupId: group,
      sessionTimeout: this.sessionTimeoutMs,
      heartbeatInterval: this.sessionTimeoutMs / BEATS_PER_SESSION,
      maxWaitTimeInMs: FETCH_WAIT_MS,
      allowAutoTopicCreation: false,
      // kafkajs' own restart could join again after a disconnect; a new consumer is made here.
      retry: { initialRetryTime: 200, retries: 5, restartOnFailure: async () => false },
    });
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: [topic.name], fromBeginning: true });
      await this.untilLost(consumer);
    } finally {
      this.disown();
      await consumer.disconnect().catch(() => undefined);
    }
  }

  private untilLost(consumer: Consumer): Promise<void> {
    const { GROUP_JOIN, HEARTBEAT, REBALANCING, CRASH } = consumer.events;
    const { signal } = this.stopping;
    return new Promise((resolve, reject) => {
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => resolve(), { once: true });
      consumer.on(CRASH, ({ payload }) => reject(payload.error));
      consumer.on(REBALANCING, () => this.disown());
      consumer.on(HEARTBEAT, () => this.extendLease());
      consumer.on(GROUP_JOIN, ({ payload }) => {
        this.own(payload.memberAssignment[this.options.topic.name] ?? []).catch(reject);
      });
      consumer
        .run({
          autoCommit: false,
          eachBatch: async ({ batch }) => {
            const owned = this.owned.get(batch.partition);
            if (owned === undefined) return;
            for (const { key, value, headers, offset, timestamp } of batch.messages) {
              const { topic, partition } = batch;
              this.read(owned, { topic, partition, offset, timestamp, key, value, headers: headers ?? {} });
            }
            owned.next = BigInt(batch.lastOffset()) + 1n;
          },
        })
        .catch(reject);
    });
  }

  /** Each partition is read from its beginning, also one that was ours before. */
  private async own(partitions: readonly number[]): Promise<void> {
    const owned = new Map(
      partitions.map((id): [number, Owned] => [id, { next: 0n, until: undefined, values: new Map() }]),
    );
    this.owned = owned;
    this.extendLease();
    const admin = this.options.kafka.admin();
    await admin.connect();
    try {
      for (const { partition, low, high } of await admin.fetchTopicOffsets(this.options.topic.name)) {
        const mine = owned.get(partition);
        if (mine !== undefined) mine.until = low === high ? 0n : BigInt(high);
      }
    } finally {
      await admin.disconnect();
    }
  }

  /** The last one counts. What can't be read is as if there were nothing: the work begins anew. */
  private read({ values }: Owned, record: Parameters<typeof decodeRecord>[1]): void {
    const key = record.key?.toString() ?? '';
    try {
      values.set(key, decodeRecord(this.options.topic, record).value);
    } catch {
      values.delete(key);
    }
  }

  private extendLease(): void {
    this.leaseUntil = performance.now() + this.sessionTimeoutMs * LEASE_SHARE;
  }

  private disown(): void {
    this.owned = new Map();
    this.leaseUntil = 0;
  }
}

function isRead({ next, until }: Owned): boolean {
  return until !== undefined && next >= until;
}
