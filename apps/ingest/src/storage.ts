import { Injectable, Logger } from '@nestjs/common';
import type { RecordPosition } from '#contracts';
import { type OutgoingRecord, Publisher, PublisherUnavailable } from '#kafka';
import { StageMetrics } from '#service';
import { Clock } from './clock.ts';
import { STORAGE_LIMITS } from './limits.ts';
import { Problem } from './problem.ts';

/**
 * The topics as the door sees them: either the records are stored durably in time, or the sender is told to come back.
 * Knows whether they can be expected to be (readiness), from the last attempt and from what waits.
 */
@Injectable()
export class Storage {
  private readonly logger = new Logger(Storage.name);
  private readonly publisher: Publisher;
  private readonly metrics: StageMetrics;
  private readonly clock: Clock;
  private failedAt: number | undefined;

  constructor(publisher: Publisher, metrics: StageMetrics, clock: Clock) {
    this.publisher = publisher;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** Throws the 503 for a sender when too much waits, or would with `more` bytes. What comes alone is always taken. */
  refuseWhenFull(more = 0): void {
    const { bytes, records } = this.publisher.backlog;
    const { backlogBytes, backlogRecords } = STORAGE_LIMITS;
    if (records > backlogRecords || bytes > backlogBytes || (records > 0 && bytes + more > backlogBytes)) {
      throw new Problem({ code: 'overloaded' });
    }
  }

  /** Resolves with the positions once all replicas have the records; `until` is milliseconds since 1970. */
  async store(records: readonly OutgoingRecord[], until: number): Promise<RecordPosition[]> {
    this.refuseWhenFull(records.reduce((sum, record) => sum + bytesOf(record), 0));
    const left = until - this.clock.now();
    try {
      if (left <= 0) throw new PublisherUnavailable('no time left');
      const positions = await this.publisher.publish(records, { deadlineMs: left });
      this.failedAt = undefined;
      for (const { topic } of records) this.metrics.sent(topic);
      return positions.map((position) => ({ ...position }));
    } catch (error) {
      this.failedAt = this.clock.now();
      this.metrics.failed('storage-unavailable', records.length);
      this.logger.error({ msg: 'not stored', records: records.length, err: error });
      throw new Problem({ code: 'storage-unavailable' }, { cause: error });
    }
  }

  /** After a failure the door is not ready for a while, and then lets requests find out again. */
  ready(): true | string {
    const { bytes, records } = this.publisher.backlog;
    const { backlogBytes, backlogRecords, readyShare, failureMs } = STORAGE_LIMITS;
    if (bytes > backlogBytes * readyShare || records > backlogRecords * readyShare)
      return `${records} records wait to be stored`;
    if (this.failedAt !== undefined && this.clock.now() - this.failedAt < failureMs)
      return 'records could not be stored';
    return true;
  }
}

function bytesOf({ value }: OutgoingRecord): number {
  return STORAGE_LIMITS.recordOverheadBytes + (value === null ? 0 : Buffer.byteLength(value));
}
