import type { z } from 'zod';

const DAY = 24 * 60 * 60 * 1000;
export const days = (n: number): number => n * DAY;

/** A Kafka topic and what stands on it. The key of every record is the story's key, `<provider>|<guid>`. */
export type Topic<S extends z.ZodType = z.ZodType> = {
  readonly name: string;
  /** CloudEvents `type` of its records. */
  readonly type: string;
  readonly schema: S;
  /** Never changed once in use: order and the offset tiebreak of versions hang on it. */
  readonly partitions: number;
  /** Larger than the broker's default where records get headers on top of what was once accepted. */
  readonly maxMessageBytes?: number;
  readonly retention:
    | { readonly policy: 'delete'; readonly ms: number }
    | { readonly policy: 'compact'; readonly minLagMs: number };
};

/** A topic whose records can't be processed by one consumer group are parked here, with their original bytes. */
export function deadLetterName(topic: string, group: string): string {
  return `${topic}.${group}.dlq`;
}
