import { backOffMs, pause } from './back-off.ts';
import { errorCode, faultOf } from './classify.ts';
import { deadLetter, reasonText } from './dead-letter.ts';
import type { DeadLetterBreaker } from './dead-letter-breaker.ts';
import { decodeRecord } from './decode-record.ts';
import { deliver, untilParked } from './deliver.ts';
import type { Subscription } from './on-topic.decorator.ts';
import type { OutgoingRecord, Publisher } from './publisher.ts';
import type { RawRecord, Received } from './received.ts';
import type { StageListener } from './stage-listener.ts';

/** What the records of one partition are processed with. */
export type Processing = {
  readonly group: string;
  readonly subscription: Subscription;
  /** Calls the decorated method: with one record, or with the run where it takes batches. */
  readonly handler: (argument: unknown) => Promise<void>;
  readonly publisher: Publisher;
  readonly breaker: DeadLetterBreaker;
  readonly listener: StageListener;
  /** Records to publish together with a dead letter, such as the story's outcome. */
  readonly onDeadLetter: (record: RawRecord, code: string, message: string) => readonly OutgoingRecord[];
  /** Fires when the service stops or the partition is no longer ours. */
  readonly signal: AbortSignal;
};

type Decoded = { readonly raw: RawRecord; readonly received: Received<unknown> };

/**
 * Processes a run of records of one partition: those that fail their schema are parked, the others handed to the
 * handler in order. Resolves when each of them is durably handled or parked; rejects with `Interrupted` otherwise.
 */
export async function processRun(records: readonly RawRecord[], processing: Processing): Promise<void> {
  const { subscription, listener, signal } = processing;
  const { topic } = subscription;
  const started = performance.now();
  const delivery = {
    handle: (run: readonly Decoded[]) => callHandler(run, processing),
    deadLetter: (record: Decoded, error: unknown, attempts: number) => park(record.raw, error, attempts, processing),
    backOff: (attempt: number) => pause(backOffMs(attempt, Math.random()), signal),
    failed: (code: string, count: number, attempt: number, error: unknown) =>
      listener.failed(topic.name, code, count, attempt, error),
  };
  let run: Decoded[] = [];
  for (const raw of records) {
    if (subscription.skip?.(raw.headers)) continue;
    const decoded = decodeOrError(raw, processing);
    if (!(decoded instanceof Error)) {
      run.push({ raw, received: decoded });
      continue;
    }
    // In order: what came before the bad record is finished before that one is parked.
    await deliver(run, delivery);
    run = [];
    await untilParked(() => park(raw, decoded, 1, processing), delivery);
  }
  await deliver(run, delivery);
  listener.handled(topic.name, records.length, (performance.now() - started) / 1000);
}

function decodeOrError(raw: RawRecord, { subscription }: Processing): Received<unknown> | Error {
  try {
    return decodeRecord(subscription.topic, raw);
  } catch (error) {
    return error instanceof Error ? error : new Error('undecodable');
  }
}

async function callHandler(run: readonly Decoded[], { subscription, handler }: Processing): Promise<void> {
  const received = run.map((record) => record.received);
  if (subscription.batch) return handler(received);
  for (const one of received) await handler(one);
}

async function park(raw: RawRecord, error: unknown, attempts: number, processing: Processing): Promise<void> {
  const { group, publisher, breaker, listener, onDeadLetter, signal } = processing;
  if (faultOf(error) !== 'data') {
    for (let wait = breaker.waitMs(Date.now()); wait > 0; wait = breaker.waitMs(Date.now())) {
      listener.failed(raw.topic, 'too-many-dead-letters', 1, attempts, error);
      await pause(Math.min(wait, 5_000), signal);
    }
  }
  const parked = deadLetter(raw, error, { group, attempts, at: new Date().toISOString() });
  const code = errorCode(error);
  const beside = onDeadLetter(raw, code, reasonText(error));
  await publisher.publish([parked, ...beside]);
  listener.deadLettered(raw.topic, raw.partition, raw.offset, code, beside.length);
}
