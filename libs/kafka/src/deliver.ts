import { errorCode, faultOf } from './classify.ts';
import { DataError, Interrupted } from './stage-error.ts';

/** What `deliver` needs from the world around it. */
export type Delivery<T> = {
  /** The effects of a run of records; resolves when they are durable. */
  handle(records: readonly T[]): Promise<void>;
  /** Parks one record with the reason; resolves when that is durable. */
  deadLetter(record: T, error: unknown, attempts: number): Promise<void>;
  /** Waits before attempt `attempt` + 1; rejects with `Interrupted` when the service stops or loses the partition. */
  backOff(attempt: number): Promise<void>;
  /** Told of every failed attempt. */
  failed(code: string, records: number, attempt: number, error: unknown): void;
};

/** How often an error of unknown cause is tried before its record is looked for by bisection. */
export const UNKNOWN_ATTEMPTS = 5;

type Suspect<T> = { readonly record: T; readonly error: unknown };

/**
 * Brings a run of records to an end: every record is either handled or parked, in order, or the promise rejects with
 * `Interrupted` and nothing may be committed.
 *
 * - A data error parks its record; the others go on. When the handler can't say which one it was, bisection does.
 * - An infrastructure error blocks: the same records are tried again for as long as it lasts.
 * - An unknown error is tried five times, then bisected. A record that fails alone while a neighbour passes is parked.
 *   When all fail, it is the world and not the records: it blocks. A record without neighbours is parked only for an
 *   error of our own code (TypeError and its kin), which no waiting mends.
 */
export async function deliver<T>(records: readonly T[], delivery: Delivery<T>): Promise<void> {
  let rest = records;
  for (let attempt = 1; rest.length > 0; attempt += 1) {
    try {
      await delivery.handle(rest);
      return;
    } catch (error) {
      const fault = faultOf(error);
      if (fault === 'interrupted') throw error;
      delivery.failed(errorCode(error), rest.length, attempt, error);
      if (fault === 'data') {
        rest = await parkOrBisect(rest, error, attempt, delivery);
        attempt = 0;
      } else if (fault === 'infrastructure' || attempt < UNKNOWN_ATTEMPTS) {
        await delivery.backOff(attempt);
      } else if (await isolate(rest, error, delivery)) {
        return;
      } else {
        await delivery.backOff(attempt);
      }
    }
  }
}

/** After a data error: the records that are still to be handled. */
async function parkOrBisect<T>(
  records: readonly T[],
  error: unknown,
  attempt: number,
  delivery: Delivery<T>,
): Promise<readonly T[]> {
  const index = records.length === 1 ? 0 : error instanceof DataError ? error.record : undefined;
  const guilty = index === undefined ? undefined : records[index];
  if (guilty !== undefined && index !== undefined) {
    await parked(guilty, error, attempt, delivery);
    return records.toSpliced(index, 1);
  }
  const middle = Math.ceil(records.length / 2);
  await deliver(records.slice(0, middle), delivery);
  await deliver(records.slice(middle), delivery);
  return [];
}

/** Looks for records that fail alone. True when all records came to an end; false when the world seems at fault. */
async function isolate<T>(records: readonly T[], error: unknown, delivery: Delivery<T>): Promise<boolean> {
  const [only] = records;
  if (records.length === 1 && only !== undefined) {
    if (!ofOurOwnCode(error)) return false;
    await parked(only, error, UNKNOWN_ATTEMPTS, delivery);
    return true;
  }
  const suspects: Suspect<T>[] = [];
  const handled = await tryHalves(records, suspects, delivery);
  if (handled === 0 && !suspects.every((suspect) => ofOurOwnCode(suspect.error))) return false;
  for (const suspect of suspects) await parked(suspect.record, suspect.error, UNKNOWN_ATTEMPTS, delivery);
  return true;
}

/** Handles what can be handled in ever smaller runs, collects the records that fail alone; returns how many passed. */
async function tryHalves<T>(records: readonly T[], suspects: Suspect<T>[], delivery: Delivery<T>): Promise<number> {
  const middle = Math.ceil(records.length / 2);
  let handled = 0;
  for (const half of [records.slice(0, middle), records.slice(middle)]) {
    const error = await failureOf(half, delivery);
    const [first] = half;
    if (error === undefined) handled += half.length;
    else if (half.length === 1 && first !== undefined) suspects.push({ record: first, error });
    else handled += await tryHalves(half, suspects, delivery);
  }
  return handled;
}

/** The error that handling ends with, or undefined; an infrastructure error is waited out, for it says nothing of the records. */
async function failureOf<T>(records: readonly T[], delivery: Delivery<T>): Promise<unknown> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await delivery.handle(records);
      return undefined;
    } catch (error) {
      const fault = faultOf(error);
      if (fault === 'interrupted') throw error;
      if (fault !== 'infrastructure') return error ?? new Error('rejected without a reason');
      delivery.failed(errorCode(error), records.length, attempt, error);
      await delivery.backOff(attempt);
    }
  }
}

async function parked<T>(record: T, error: unknown, attempts: number, delivery: Delivery<T>): Promise<void> {
  await untilParked(() => delivery.deadLetter(record, error, attempts), delivery);
}

/** Parking must succeed before anything is committed: while the broker can't take the dead letter, we wait. */
export async function untilParked(
  park: () => Promise<void>,
  { failed, backOff }: Pick<Delivery<never>, 'failed' | 'backOff'>,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await park();
    } catch (failure) {
      if (failure instanceof Interrupted) throw failure;
      failed('dead-letter-not-written', 1, attempt, failure);
      await backOff(attempt);
    }
  }
}

function ofOurOwnCode(error: unknown): boolean {
  return (
    error instanceof TypeError ||
    error instanceof RangeError ||
    error instanceof ReferenceError ||
    error instanceof SyntaxError
  );
}
