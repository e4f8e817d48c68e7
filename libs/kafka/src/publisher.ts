/** A header's value; a name may stand several times. */
export type HeaderValue = string | Buffer | (string | Buffer)[];

/** A record to send. A tombstone has `value: null`. */
export type OutgoingRecord = {
  readonly topic: string;
  /** Always set: without a key Kafka keeps no order, and kafkajs would re-partition on every retry. */
  readonly key: string | Buffer;
  readonly value: Buffer | string | null;
  readonly headers: Readonly<Record<string, HeaderValue>>;
};

/** Where a record lies after the broker acknowledged it. */
export type SentPosition = { readonly topic: string; readonly partition: number; readonly offset: string };

/** Records queued or in flight, and their bytes: what back-pressure looks at. */
export type Backlog = { readonly records: number; readonly bytes: number };

/** Kafka can't take records now: the queue is full, the deadline passed, or the service is stopping. Try again later. */
export class PublisherUnavailable extends Error {
  constructor(reason: string, cause?: unknown) {
    super(reason, { cause });
    this.name = 'PublisherUnavailable';
  }
}

/**
 * Sends records and resolves when all of them are acknowledged by all in-sync replicas (acks=all), with their
 * positions in the order given. Rejects with `PublisherUnavailable` when that is not certain: the records may or may
 * not be there, so the caller must not claim them.
 */
export abstract class Publisher {
  abstract publish(
    records: readonly OutgoingRecord[],
    options?: { readonly deadlineMs?: number },
  ): Promise<SentPosition[]>;
  abstract get backlog(): Backlog;
  /** When the last produce was acknowledged (milliseconds since 1970); undefined before the first. */
  abstract get lastAcknowledgedAt(): number | undefined;
  /** Waits for what is in flight, then disconnects. Later calls of `publish` reject. */
  abstract close(): Promise<void>;
}
