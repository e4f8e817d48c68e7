import { z } from 'zod';

/** The variables of enrichment alone. */
export const EnrichmentEnv = z.object({
  ENTITY_RECOGNITION: z
    .enum(['compromise', 'off'])
    .default('compromise')
    .describe('how people, organisations and places are found in texts; off: only those the feed names'),
  ENTITY_WORKERS: z.coerce.number().int().positive().default(1).describe('worker threads that look for them'),
});
export type EnrichmentEnv = z.output<typeof EnrichmentEnv>;
