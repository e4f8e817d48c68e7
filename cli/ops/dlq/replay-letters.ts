import type { OutgoingRecord, Publisher } from '#kafka';
import type { Pace } from '../pace.ts';
import { doneRecord } from './done-ledger.ts';
import type { Letter } from './letter.ts';

/** Letters sent at once: what may be sent a second time when the command dies between sending and marking. */
const BATCH_RECORDS = 100;
const BATCH_BYTES = 4 * 1024 * 1024;

export type Replaying = {
  readonly publisher: Publisher;
  readonly pace: Pace;
  readonly signal: AbortSignal;
  readonly progress: (replayed: number) => void;
};

/** How many letters went back, and those that can't: parked without a key, or not by us. */
export type Replayed = { readonly replayed: number; readonly skipped: readonly string[] };

/**
 * Sends letters back to where they lay, with their own key, bytes and headers, and then marks them as replayed. What is
 * marked stays marked: a command that was stopped is started again and goes on. Whoever gets a record twice has it once
 * by the rules of delivery.
 */
export async function replayLetters(letters: AsyncIterable<Letter>, options: Replaying): Promise<Replayed> {
  const skipped: string[] = [];
  let replayed = 0;
  let batch: Letter[] = [];
  let bytes = 0;
  const send = async (): Promise<void> => {
    if (batch.length === 0) return;
    const sent = await options.publisher.publish(batch.map(originalRecord));
    const at = new Date().toISOString();
    const marks = batch.map((letter, index) => {
      const to = sent[index];
      return doneRecord(letter, { done: 'replayed', at, ...(to !== undefined && { to: { ...to } }) });
    });
    await options.publisher.publish(marks);
    replayed += batch.length;
    options.progress(replayed);
    await options.pace.passed(batch.length, options.signal);
    batch = [];
    bytes = 0;
  };
  for await (const letter of letters) {
    if (options.signal.aborted) break;
    if (letter.source === undefined || !letter.keyed) {
      skipped.push(letter.id);
      continue;
    }
    batch.push(letter);
    bytes += letter.record.value?.length ?? 0;
    if (batch.length >= BATCH_RECORDS || bytes >= BATCH_BYTES) await send();
  }
  await send();
  return { replayed, skipped };
}

/** The record as it was before it was parked. */
export function originalRecord({ source = '', record }: Letter): OutgoingRecord {
  const headers: OutgoingRecord['headers'] = Object.fromEntries(
    Object.entries(record.headers).flatMap(([name, value]) =>
      value === undefined || name.startsWith('dlq-') ? [] : [[name, value]],
    ),
  );
  return { topic: source, key: record.key ?? '', value: record.value, headers };
}
