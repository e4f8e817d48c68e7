import { z } from 'zod';
import { KafkaEnv } from '#kafka';

/** The variables of every stage; a stage extends them by its own. */
export const StageEnv = KafkaEnv.extend({
  KAFKA_SESSION_TIMEOUT_MS: z.coerce
    .number()
    .int()
    .min(6_000)
    .max(1_800_000)
    .default(10_000)
    .describe('how long a killed process holds up the stories of its partitions before another takes them over'),
});
export type StageEnv = z.output<typeof StageEnv>;
