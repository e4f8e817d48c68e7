import { z } from 'zod';
import type { ClientOptions } from './client.ts';

/** The variables of everything that talks to Kafka. */
export const KafkaEnv = z.object({
  KAFKA_BROKERS: z.string().min(1).describe('Kafka brokers to start from, as host:port, comma-separated'),
  KAFKA_SSL: z.stringbool().default(false).describe('speak TLS to the brokers'),
  KAFKA_SASL_MECHANISM: z
    .enum(['plain', 'scram-sha-256', 'scram-sha-512'])
    .default('scram-sha-512')
    .describe('how to log in when KAFKA_USERNAME is set'),
  KAFKA_USERNAME: z.string().optional().describe('user to log in to Kafka as; absent: no login'),
  KAFKA_PASSWORD: z.string().default('').describe('password of KAFKA_USERNAME'),
});
export type KafkaEnv = z.output<typeof KafkaEnv>;

/** The client settings that the variables give. */
export function clientOptions(clientId: string, env: KafkaEnv): ClientOptions {
  const {
    KAFKA_BROKERS,
    KAFKA_SSL,
    KAFKA_SASL_MECHANISM: mechanism,
    KAFKA_USERNAME: username,
    KAFKA_PASSWORD: password,
  } = env;
  const brokers = KAFKA_BROKERS.split(',')
    .map((broker) => broker.trim())
    .filter((broker) => broker !== '');
  if (username === undefined) return { clientId, brokers, ssl: KAFKA_SSL };
  // One object for each mechanism: the client's types tell them apart by the literal.
  const sasl = {
    plain: { mechanism: 'plain' as const },
    'scram-sha-256': { mechanism: 'scram-sha-256' as const },
    'scram-sha-512': { mechanism: 'scram-sha-512' as const },
  };
  return { clientId, brokers, ssl: KAFKA_SSL, sasl: { ...sasl[mechanism], username, password } };
}
