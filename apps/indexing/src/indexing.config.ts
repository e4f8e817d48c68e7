import { z } from 'zod';

/** The variables of indexing alone. */
export const IndexingEnv = z.object({
  MONGODB_URI: z
    .string()
    .min(1)
    .describe('MongoDB connection string, with the database; a replica set, since writes wait for its majority'),
});
export type IndexingEnv = z.output<typeof IndexingEnv>;
