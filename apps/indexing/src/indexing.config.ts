import { z } from 'zod';
import { StageEnv } from '#stage';

/** The variables of indexing: those of every stage and its own. */
export const IndexingEnv = StageEnv.extend({
  MONGODB_URI: z
    .string()
    .min(1)
    .describe('MongoDB connection string, with the database; a replica set, since writes wait for its majority'),
});
export type IndexingEnv = z.output<typeof IndexingEnv>;
