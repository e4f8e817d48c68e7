import { z } from 'zod';
import { StageEnv } from '#stage';

/** The variables of enrichment: those of every stage and its own. */
export const EnrichmentEnv = StageEnv.extend({
  ENTITY_RECOGNITION: z
    .enum(['compromise', 'off'])
    .default('compromise')
    .describe('how people, organisations and places are found in texts; off: only those the feed names'),
  ENTITY_WORKERS: z.coerce.number().int().positive().default(1).describe('worker threads that look for them'),
});
export type EnrichmentEnv = z.output<typeof EnrichmentEnv>;
