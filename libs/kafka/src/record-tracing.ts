import type { OutgoingRecord } from './publisher.ts';
import type { RawRecord } from './received.ts';

/**
 * Told of records as they pass, by whoever makes traces of it: the delivery core knows of no tracing library. What
 * belongs together is found by the record's origin (`ce_origin`, or where a raw record lies), which goes with a story
 * from topic to topic.
 */
export type RecordTracing = {
  /** A run of records of a partition is being processed: runs `work`, and gives what it gives. */
  processing<T>(group: string, records: readonly RawRecord[], work: () => Promise<T>): Promise<T>;
  /** Records are about to be sent: gives them with the headers of their traces, and learns from `work` how that went. */
  sending<T>(records: readonly OutgoingRecord[], work: (traced: readonly OutgoingRecord[]) => Promise<T>): Promise<T>;
  /** A step for the stories of these origins, such as the write of their articles. */
  step<T>(name: string, origins: readonly string[], work: () => Promise<T>): Promise<T>;
};

let current: RecordTracing | undefined;

/** Has every record of this process traced from now on; `undefined` ends it. One process is one service. */
export function traceRecords(tracing: RecordTracing | undefined): void {
  current = tracing;
}

/** The tracing of this process; undefined, and nothing to do, when it is off. */
export function recordTracing(): RecordTracing | undefined {
  return current;
}

/** Runs a step of work for the stories of these origins, within their traces where there are any. */
export function tracedStep<T>(name: string, origins: () => readonly string[], work: () => Promise<T>): Promise<T> {
  return current === undefined ? work() : current.step(name, origins(), work);
}
