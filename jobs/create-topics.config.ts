import { z } from 'zod';
import { KafkaEnv } from '#kafka';

/** The variables of the job that creates the topics. */
export const CreateTopicsEnv = KafkaEnv.extend({
  TOPIC_REPLICATION_FACTOR: z.coerce
    .number()
    .int()
    .positive()
    .default(1)
    .describe('copies of each partition; 3 in production'),
  TOPIC_MIN_INSYNC_REPLICAS: z.coerce
    .number()
    .int()
    .positive()
    .default(1)
    .describe('copies that must have a record before it counts as written; 2 in production'),
});
