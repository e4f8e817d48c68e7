import type { RawRecord } from './received.ts';

/** The partitions this member of the group has, by topic. */
export type Assignment = Readonly<Record<string, readonly number[]>>;

/** What a stage tells of its work, for metrics and logs. Codes are stable; no text of a story ever passes here. */
export type StageListener = {
  /** The group was (re)shuffled; what is not named belongs to another member now. */
  assigned(partitions: Assignment): void;
  /** Records were fetched: how many, how many of the partition are not done (with these), and the first in line. */
  received(topic: string, partition: number, records: number, lag: number, first: Waiting): void;
  /** What was fetched is done; `lag` records of the partition are not yet fetched. */
  finished(topic: string, partition: number, lag: number): void;
  handled(topic: string, records: number, seconds: number): void;
  failed(topic: string, code: string, records: number, attempt: number, error: unknown): void;
  /** `outcomes`: records that were published with the dead letter. */
  deadLettered(topic: string, partition: number, offset: string, code: string, outcomes: number): void;
};

/** What is known of a record that waits. */
export type Waiting = Pick<RawRecord, 'timestamp'> & { readonly headers?: RawRecord['headers'] | undefined };

/** Listens to nothing. */
export const silent: StageListener = {
  assigned() {},
  received() {},
  finished() {},
  handled() {},
  failed() {},
  deadLettered() {},
};
