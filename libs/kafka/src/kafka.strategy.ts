import { type CustomTransportStrategy, Server } from '@nestjs/microservices';
import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import { isObservable, lastValueFrom } from 'rxjs';
import { pause } from './back-off.ts';
import { DeadLetterBreaker } from './dead-letter-breaker.ts';
import { OffsetCommitter } from './offset-committer.ts';
import type { Subscription } from './on-topic.decorator.ts';
import { type Processing, processRun } from './partition-batch.ts';
import type { OutgoingRecord, Publisher } from './publisher.ts';
import type { RawRecord } from './received.ts';
import { recordTracing } from './record-tracing.ts';
import { Interrupted } from './stage-error.ts';
import { type StageListener, silent } from './stage-listener.ts';

/**
 * How long the broker waits for a heartbeat before it gives a member's partitions away: as long as a killed process
 * holds its stories up. The heartbeat has a timer of its own and beats ten times in it.
 */
const SESSION_TIMEOUT_MS = 10_000;
const BEATS_PER_SESSION = 10;
/** A fetch returns as soon as there is a byte; this bounds an empty one, and with it the shutdown. */
const FETCH_WAIT_MS = 250;
/**
 * Where stories trickle in, the next fetch waits this long after a run, so that one round trip brings several: a round
 * costs the same for one record as for ten. Nothing waits where a batch is large, or where nothing comes.
 */
const TRICKLE_PAUSE_MS = 12;
const TRICKLE_RECORDS = 20;
const FETCH_PARTITION_BYTES = 1024 * 1024;
const FETCH_BYTES = 5 * 1024 * 1024;

export type KafkaStrategyOptions = {
  readonly kafka: Kafka;
  readonly group: string;
  readonly publisher: Publisher;
  /** Milliseconds; 10 s when absent. The broker takes 6 s to 30 min. */
  readonly sessionTimeoutMs?: number;
  readonly listener?: StageListener;
  readonly onDeadLetter?: (record: RawRecord, code: string, message: string) => readonly OutgoingRecord[];
  /** The consumer is lost for good; the process should end and be started again. */
  readonly onCrash: (error: Error) => void;
};

/**
 * Nest's transport for Kafka, for handlers decorated with `@OnTopic` and `@OnTopicBatch`. A partition's records pass
 * through these states:
 *
 *   fetched → checked → handled (effects durable: MongoDB written, records acknowledged) → committed
 *                     ↘ parked on `<topic>.<group>.dlq` (acknowledged)                  ↗
 *
 * - The commit comes last, and only of records that are handled or parked: at least once, never lost.
 * - While a handler works or waits out an outage, a timer keeps the heartbeat: the partition stays ours.
 * - When the group reshuffles or the service stops, nothing further is handled or committed; the records come again.
 * - kafkajs may start the consumer again only until it first joined (a broker that is starting refuses at first);
 *   later its restart could re-join after a disconnect, so a crash ends the process.
 */
export class KafkaStrategy extends Server implements CustomTransportStrategy {
  override readonly transportId = Symbol('dateline-kafka');
  override propagatesEventHandlerErrors = true;
  private readonly options: KafkaStrategyOptions;
  private readonly sessionTimeoutMs: number;
  private readonly consumer: Consumer;
  private readonly committer: OffsetCommitter;
  private readonly breaker = new DeadLetterBreaker();
  private readonly stopping = new AbortController();
  private joined = false;
  private wasMember = false;
  private crashed = false;

  constructor(options: KafkaStrategyOptions) {
    super();
    this.options = options;
    this.sessionTimeoutMs = options.sessionTimeoutMs ?? SESSION_TIMEOUT_MS;
    this.consumer = options.kafka.consumer({
      groupId: options.group,
      sessionTimeout: this.sessionTimeoutMs,
      heartbeatInterval: this.sessionTimeoutMs / BEATS_PER_SESSION,
      maxWaitTimeInMs: FETCH_WAIT_MS,
      maxBytesPerPartition: FETCH_PARTITION_BYTES,
      maxBytes: FETCH_BYTES,
      allowAutoTopicCreation: false,
      retry: { initialRetryTime: 200, retries: 8, restartOnFailure: async () => this.mayStartAgain() },
    });
    this.committer = new OffsetCommitter((offsets) => this.consumer.commitOffsets([...offsets]));
  }

  listen(callback: (error?: unknown) => void): void {
    this.start().then(() => callback(), callback);
  }

  /** True when the consumer has its partitions; else what it waits for. */
  ready(): true | string {
    if (this.crashed) return 'the consumer crashed';
    return this.joined ? true : 'not yet a member of the group';
  }

  /** Stops fetching, lets the run in hand finish, commits, leaves the group. */
  async close(): Promise<void> {
    this.stopping.abort();
    await this.committer.flush();
    await this.consumer.disconnect();
    this.joined = false;
  }

  on(): void {
    throw new Error('the Kafka transport has no events of its own; use the stage listener');
  }

  unwrap<T>(): T {
    return this.consumer as T;
  }

  private mayStartAgain(): boolean {
    return !this.wasMember && !this.stopping.signal.aborted;
  }

  private async start(): Promise<void> {
    const { consumer } = this;
    const { GROUP_JOIN, REBALANCING, CRASH } = consumer.events;
    consumer.on(GROUP_JOIN, ({ payload }) => {
      this.options.listener?.assigned(payload.memberAssignment);
      this.joined = true;
      this.wasMember = true;
    });
    consumer.on(REBALANCING, () => {
      this.joined = false;
      this.committer.forget();
    });
    consumer.on(CRASH, ({ payload }) => {
      if (payload.restart) return;
      this.crashed = true;
      if (!this.stopping.signal.aborted) this.options.onCrash(payload.error);
    });
    await consumer.connect();
    const topics = [...this.messageHandlers.keys()];
    await consumer.subscribe({ topics, fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: 24,
      eachBatch: (payload) => this.onBatch(payload),
    });
  }

  private async onBatch(payload: EachBatchPayload): Promise<void> {
    const { batch } = payload;
    const handler = this.messageHandlers.get(batch.topic);
    const subscription: Subscription | undefined = handler?.extras?.['subscription'];
    if (handler === undefined || subscription === undefined) throw new Error(`no handler for ${batch.topic}`);
    const lost = new AbortController();
    const beat = this.keepHeartbeat(payload, lost);
    const processing: Processing = {
      ...this.options,
      listener: this.options.listener ?? silent,
      onDeadLetter: this.options.onDeadLetter ?? (() => []),
      subscription,
      breaker: this.breaker,
      handler: async (argument) => {
        const result: unknown = await handler(argument);
        if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
      },
      signal: AbortSignal.any([this.stopping.signal, lost.signal]),
    };
    try {
      await this.processRuns(payload, processing, lost.signal);
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error;
    } finally {
      clearInterval(beat);
    }
    if (batch.messages.length < TRICKLE_RECORDS && !processing.signal.aborted)
      await pause(TRICKLE_PAUSE_MS, processing.signal).catch(() => undefined);
    // kafkajs re-joins the group when it sees its own rebalance error.
    if (lost.signal.aborted) throw lost.signal.reason;
    if (this.stopping.signal.aborted) await this.committer.flush();
  }

  private async processRuns(payload: EachBatchPayload, processing: Processing, lost: AbortSignal): Promise<void> {
    const { batch, resolveOffset, isRunning, isStale } = payload;
    const { topic, partition } = batch;
    const [first] = batch.messages;
    if (first === undefined) return;
    // kafkajs counts the records behind the first one.
    const lag = Number(batch.offsetLagLow()) + 1;
    processing.listener.received(topic, partition, batch.messages.length, lag, first);
    for (let from = 0; from < batch.messages.length; from += processing.subscription.maxRecords) {
      if (!isRunning() || isStale() || processing.signal.aborted) return;
      const run = batch.messages.slice(from, from + processing.subscription.maxRecords);
      const records = run.map(
        ({ offset, timestamp, key, value, headers }): RawRecord => ({
          topic,
          partition,
          offset,
          timestamp,
          key,
          value,
          headers: headers ?? {},
        }),
      );
      const tracing = recordTracing();
      if (tracing === undefined) await processRun(records, processing);
      else await tracing.processing(processing.group, records, () => processRun(records, processing));
      const last = records.at(-1);
      // A partition that went to another member is not ours to commit.
      if (last === undefined || lost.aborted) return;
      resolveOffset(last.offset);
      this.committer.processed(
        topic,
        partition,
        run.length === batch.messages.length - from ? batch.lastOffset() : last.offset,
      );
    }
    processing.listener.finished(topic, partition, Number(batch.offsetLag()));
  }

  private keepHeartbeat({ heartbeat }: EachBatchPayload, lost: AbortController): NodeJS.Timeout {
    return setInterval(() => {
      heartbeat().catch((error: unknown) => lost.abort(error));
    }, this.sessionTimeoutMs / BEATS_PER_SESSION);
  }
}
