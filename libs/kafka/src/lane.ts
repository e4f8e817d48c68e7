import type { Backlog, OutgoingRecord, SentPosition } from './publisher.ts';
import { PublisherUnavailable } from './publisher.ts';

/** Limits of one produce request and of the queue before it, each with its reason. */
export const LANE_LIMITS = {
  /** Below the broker's 1 MiB for a batch of one partition, whatever the keys. */
  requestBytes: 900 * 1024,
  requestRecords: 1000,
  /** Memory a stalled broker may cost; beyond it callers are told to come back. */
  queueBytes: 32 * 1024 * 1024,
  queueRecords: 20_000,
} as const;

/** Sends one request and resolves with the positions of its records, in order, once they are acknowledged. */
export type SendRequest = (records: readonly OutgoingRecord[]) => Promise<SentPosition[]>;

type Waiting = {
  readonly records: readonly OutgoingRecord[];
  readonly bytes: number;
  resolve(positions: SentPosition[]): void;
  reject(error: Error): void;
};

/** The bytes a record takes in a request, with room for its framing. */
export function recordBytes(record: OutgoingRecord): number {
  const value =
    record.value === null
      ? 0
      : typeof record.value === 'string'
        ? Buffer.byteLength(record.value)
        : record.value.length;
  let headers = 0;
  for (const header of Object.values(record.headers).flat()) headers += header.length;
  return value + record.key.length + headers + 400;
}

/**
 * A queue with one produce request in flight. While it is under way, what is published gathers into the next one
 * (natural batching: an idle lane sends at once, a busy one in large requests), so one producer's sequence numbers
 * are never used by two requests at a time: with two, kafkajs can acknowledge a record that was never stored.
 *
 * When a request fails for good, it is uncertain what the broker stored: its callers and everybody behind them are
 * rejected, in order, and each repeats what it still needs. Nothing is sent past a failure out of order.
 */
export class Lane {
  private readonly send: SendRequest;
  private queue: Waiting[] = [];
  private queuedBytes = 0;
  private queuedRecords = 0;
  private running: Promise<void> | undefined;
  private closed = false;

  constructor(send: SendRequest) {
    this.send = send;
  }

  get backlog(): Backlog {
    return { records: this.queuedRecords, bytes: this.queuedBytes };
  }

  publish(records: readonly OutgoingRecord[]): Promise<SentPosition[]> {
    if (records.length === 0) return Promise.resolve([]);
    if (this.closed) return Promise.reject(new PublisherUnavailable('the publisher is closed'));
    const bytes = records.reduce((sum, record) => sum + recordBytes(record), 0);
    const full =
      this.queuedBytes + bytes > LANE_LIMITS.queueBytes ||
      this.queuedRecords + records.length > LANE_LIMITS.queueRecords;
    // A lone caller larger than the queue is let through: refusing it would refuse it for ever.
    if (full && this.queue.length > 0) return Promise.reject(new PublisherUnavailable('the publish queue is full'));
    return new Promise((resolve, reject) => {
      this.queue.push({ records, bytes, resolve, reject });
      this.queuedBytes += bytes;
      this.queuedRecords += records.length;
      this.running ??= this.drain();
    });
  }

  /** Refuses new records and waits until the queue is empty. */
  async close(): Promise<void> {
    this.closed = true;
    await this.running;
  }

  private async drain(): Promise<void> {
    // Callers of the same tick share the first request.
    await Promise.resolve();
    while (this.queue.length > 0) {
      const group = this.takeGroup();
      try {
        const positions = await this.sendInRequests(group.flatMap((waiting) => waiting.records));
        let from = 0;
        for (const waiting of group) {
          waiting.resolve(positions.slice(from, from + waiting.records.length));
          from += waiting.records.length;
        }
        this.release(group);
      } catch (error) {
        const behind = this.queue;
        this.queue = [];
        for (const waiting of [...group, ...behind])
          waiting.reject(new PublisherUnavailable('the broker did not acknowledge', error));
        this.release([...group, ...behind]);
      }
    }
    this.running = undefined;
  }

  /** As many waiting callers as fit one request, at least one. */
  private takeGroup(): Waiting[] {
    let bytes = 0;
    let records = 0;
    let count = 0;
    for (const waiting of this.queue) {
      bytes += waiting.bytes;
      records += waiting.records.length;
      if (count > 0 && (bytes > LANE_LIMITS.requestBytes || records > LANE_LIMITS.requestRecords)) break;
      count += 1;
    }
    return this.queue.splice(0, count);
  }

  /** One caller may bring more than a request holds: it is cut, and the parts go one after the other. */
  private async sendInRequests(records: readonly OutgoingRecord[]): Promise<SentPosition[]> {
    const positions: SentPosition[] = [];
    let part: OutgoingRecord[] = [];
    let bytes = 0;
    for (const record of records) {
      const size = recordBytes(record);
      if (part.length > 0 && (bytes + size > LANE_LIMITS.requestBytes || part.length >= LANE_LIMITS.requestRecords)) {
        positions.push(...(await this.send(part)));
        part = [];
        bytes = 0;
      }
      part.push(record);
      bytes += size;
    }
    positions.push(...(await this.send(part)));
    return positions;
  }

  private release(group: readonly Waiting[]): void {
    for (const waiting of group) {
      this.queuedBytes -= waiting.bytes;
      this.queuedRecords -= waiting.records.length;
    }
  }
}
