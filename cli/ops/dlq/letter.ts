import { type DeadLetterDone, originOf } from '#contracts';
import { headerText, type RawRecord } from '#kafka';

/** A dead letter: where it lies, where it comes from and why, and the record itself. */
export type Letter = {
  /** `<topic>/<partition>/<offset>` of the dead letter. */
  readonly id: string;
  readonly reason: string;
  readonly message: string;
  readonly group: string;
  /** The topic it is to go back to; undefined in a record that is no dead letter of ours. */
  readonly source: string | undefined;
  /** Where it lay there. */
  readonly origin: string;
  /** When it was parked, milliseconds since 1970. */
  readonly parkedAt: number;
  readonly attempts: string;
  readonly key: string;
  /** False where the record had no key and was parked under its position. */
  readonly keyed: boolean;
  readonly record: RawRecord;
};

/** What the headers of a parked record say of it. */
export function letterOf(record: RawRecord): Letter {
  const text = (name: string): string => headerText(record.headers[`dlq-${name}`]) ?? '';
  const key = record.key?.toString() ?? '';
  const source = text('topic');
  const origin = `${source}/${text('partition')}/${text('offset')}`;
  return {
    id: originOf(record),
    reason: text('reason') || 'unknown',
    message: text('message'),
    group: text('group'),
    source: source === '' ? undefined : source,
    origin,
    parkedAt: Date.parse(text('time')) || Number(record.timestamp),
    attempts: text('attempts'),
    key,
    keyed: key !== '' && key !== origin,
    record,
  };
}

/** A letter for a list or for `--json`: everything but its content. */
export type LetterRow = Omit<Letter, 'parkedAt' | 'attempts' | 'keyed' | 'source' | 'record'> & {
  readonly topic: string;
  readonly parkedAt: string;
  readonly attempts: number;
  readonly bytes: number;
  readonly done?: DeadLetterDone;
};

export function letterRow(letter: Letter, done?: DeadLetterDone): LetterRow {
  const { id, reason, message, group, source = '', origin, parkedAt, attempts, key, record } = letter;
  return {
    id,
    reason,
    message,
    group,
    topic: source,
    origin,
    key,
    parkedAt: new Date(parkedAt).toISOString(),
    attempts: Number(attempts),
    bytes: record.value?.length ?? 0,
    ...(done !== undefined && { done }),
  };
}
