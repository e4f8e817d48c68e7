import { z } from 'zod';
import { deadLetterTopics, topics } from '#contracts';
import { clientOptions, createTopics, KafkaEnv, kafkaClient } from '#kafka';
import { loadEnv } from '#service';

const CreateTopicsEnv = KafkaEnv.extend({
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

/** Creates the topics of the table in `libs/contracts` that are missing. Safe to run again, and before every release. */
const env = loadEnv(CreateTopicsEnv);
const created = await createTopics(
  kafkaClient(clientOptions('create-topics', env)),
  [...Object.values(topics), ...deadLetterTopics],
  {
    replicationFactor: env.TOPIC_REPLICATION_FACTOR,
    minInsyncReplicas: env.TOPIC_MIN_INSYNC_REPLICAS,
  },
);
process.stdout.write(`${JSON.stringify({ created })}\n`);
