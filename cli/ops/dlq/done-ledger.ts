import { DeadLetterDone, originOf, topics } from '#contracts';
import { eventRecord, type OutgoingRecord, type TopicReader } from '#kafka';
import { jsonOf } from '../json-of.ts';
import type { Letter } from './letter.ts';

/**
 * Which dead letters have been dealt with, from `news.dead-letters-done.v1`. A mark belongs to a letter by position and
 * timestamp; one that is there twice is one. Held in memory: an operator deals with thousands, not with millions.
 */
export class DoneLedger {
  private readonly marks = new Map<string, DeadLetterDone>();

  static async read(reader: TopicReader): Promise<DoneLedger> {
    const ledger = new DoneLedger();
    for (const range of await reader.ranges(topics.deadLettersDone.name)) {
      for await (const { value } of reader.records(range)) {
        const mark = DeadLetterDone.safeParse(jsonOf(value));
        if (mark.success) ledger.marks.set(originOf(mark.data.letter), mark.data);
      }
    }
    return ledger;
  }

  markOf({ id, record }: Letter): DeadLetterDone | undefined {
    const mark = this.marks.get(id);
    return mark?.timestamp === record.timestamp ? mark : undefined;
  }
}

/** The record that marks a letter as dealt with. */
export function doneRecord(
  { id, record }: Letter,
  about: Omit<DeadLetterDone, 'letter' | 'timestamp'>,
): OutgoingRecord {
  const { topic, partition, offset, timestamp } = record;
  const value: DeadLetterDone = { letter: { topic, partition, offset }, timestamp, ...about };
  return eventRecord(topics.deadLettersDone, { key: id, value, source: '/ops', idParts: [id, timestamp, about.done] });
}
