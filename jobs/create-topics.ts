import { deadLetterTopics, topics } from '#contracts';
import { clientOptions, createTopics, kafkaClient } from '#kafka';
import { loadEnv } from '#service';
import { CreateTopicsEnv } from './create-topics.config.ts';

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
