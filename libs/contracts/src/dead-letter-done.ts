import { z } from 'zod';
import { RecordPosition } from './raw-story.ts';

/**
 * A dead letter that an operator has dealt with; the value on `news.dead-letters-done.v1`, keyed by where the dead
 * letter lies (`<topic>/<partition>/<offset>`).
 */
export const DeadLetterDone = z
  .object({
    letter: RecordPosition,
    /** Timestamp of the dead letter, milliseconds since 1970: a topic that was made anew counts its offsets from 0 again. */
    timestamp: z.string(),
    done: z.enum(['replayed', 'discarded']),
    at: z.iso.datetime(),
    /** Why it was discarded. */
    reason: z.string().optional(),
    /** Where it lies again, of a replayed one. */
    to: RecordPosition.optional(),
  })
  .meta({ id: 'DeadLetterDone' });
export type DeadLetterDone = z.output<typeof DeadLetterDone>;
