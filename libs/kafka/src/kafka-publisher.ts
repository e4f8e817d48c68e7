import { type Kafka, type Message, Partitioners, type Producer, type RecordMetadata } from 'kafkajs';
import { Lane } from './lane.ts';
import { type Backlog, type OutgoingRecord, Publisher, PublisherUnavailable, type SentPosition } from './publisher.ts';
import { recordTracing } from './record-tracing.ts';

const DEFAULT_DEADLINE_MS = 30_000;
const RETRIES = { initialRetryTime: 100, retries: 4, maxRetryTime: 2_000 };

/**
 * The publisher over kafkajs: idempotent, acks=all, one request in flight (see `Lane`). kafkajs gives a producer up
 * after a few failed reconnects; then a fresh one (with a producer id of its own) takes over for the next request.
 */
export class KafkaPublisher extends Publisher {
  private readonly kafka: Kafka;
  private readonly sent: (topic: string, records: number) => void;
  private readonly lane = new Lane((records) => this.request(records));
  /** Where kafkajs' partitioner put each message: the acknowledgement names only the first offset of each partition. */
  private readonly partitions = new WeakMap<Message, number>();
  private producer: Promise<Producer> | undefined;
  private acknowledgedAt: number | undefined;

  constructor(kafka: Kafka, sent: (topic: string, records: number) => void = () => undefined) {
    super();
    this.kafka = kafka;
    this.sent = sent;
  }

  get backlog(): Backlog {
    return this.lane.backlog;
  }

  get lastAcknowledgedAt(): number | undefined {
    return this.acknowledgedAt;
  }

  /** Connects now, so that the first story does not wait for it. */
  async connect(): Promise<void> {
    await this.connected();
  }

  publish(records: readonly OutgoingRecord[], options: { readonly deadlineMs?: number } = {}): Promise<SentPosition[]> {
    const tracing = recordTracing();
    if (tracing === undefined) return this.publishInTime(records, options);
    return tracing.sending(records, (traced) => this.publishInTime(traced, options));
  }

  private async publishInTime(
    records: readonly OutgoingRecord[],
    options: { readonly deadlineMs?: number },
  ): Promise<SentPosition[]> {
    const sent = this.lane.publish(records);
    const deadlineMs = options.deadlineMs ?? DEFAULT_DEADLINE_MS;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new PublisherUnavailable(`not acknowledged within ${deadlineMs} ms`)),
        deadlineMs,
      );
    });
    try {
      return await Promise.race([sent, late]);
    } finally {
      clearTimeout(timer);
      // A caller that left early must not turn the lane's own rejection into an unhandled one.
      sent.catch(() => undefined);
    }
  }

  async close(): Promise<void> {
    await this.lane.close();
    const producer = await this.producer?.catch(() => undefined);
    await producer?.disconnect();
  }

  private connected(): Promise<Producer> {
    this.producer ??= this.connectNew();
    return this.producer;
  }

  private async connectNew(): Promise<Producer> {
    const producer = this.kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: () => this.partitioner(),
      retry: RETRIES,
    });
    try {
      await producer.connect();
      return producer;
    } catch (error) {
      this.producer = undefined;
      throw error;
    }
  }

  private async request(records: readonly OutgoingRecord[]): Promise<SentPosition[]> {
    const producer = await this.connected();
    try {
      const messages = records.map(toMessage);
      const byTopic = Map.groupBy(messages.keys(), (index) => records[index]?.topic ?? '');
      const topicMessages = [...byTopic].map(([topic, indexes]) => ({
        topic,
        messages: indexes.flatMap((index) => messages[index] ?? []),
      }));
      const metadata = await producer.sendBatch({ topicMessages, acks: -1, timeout: 10_000 });
      this.acknowledgedAt = Date.now();
      for (const { topic, messages: acknowledged } of topicMessages) this.sent(topic, acknowledged.length);
      return this.positions(records, messages, metadata);
    } catch (error) {
      this.producer = undefined;
      await producer.disconnect().catch(() => undefined);
      throw error;
    }
  }

  private partitioner(): ReturnType<typeof Partitioners.DefaultPartitioner> {
    const choose = Partitioners.DefaultPartitioner();
    return (args) => {
      const partition = choose(args);
      this.partitions.set(args.message, partition);
      return partition;
    };
  }

  /** Records of one partition lie one after the other from its base offset, in the order sent. */
  private positions(
    records: readonly OutgoingRecord[],
    messages: readonly Message[],
    metadata: readonly RecordMetadata[],
  ): SentPosition[] {
    const next = new Map(
      metadata.map((sent) => [`${sent.topicName}/${sent.partition}`, BigInt(sent.baseOffset ?? sent.offset ?? -1)]),
    );
    return records.map(({ topic }, index) => {
      const message = messages[index];
      const partition = message === undefined ? undefined : this.partitions.get(message);
      const at = `${topic}/${partition}`;
      const offset = next.get(at);
      if (partition === undefined || offset === undefined)
        throw new Error(`the broker did not say where a record of ${topic} lies`);
      next.set(at, offset + 1n);
      return { topic, partition, offset: String(offset) };
    });
  }
}

function toMessage(record: OutgoingRecord): Message {
  return { key: record.key, value: record.value, headers: record.headers };
}
