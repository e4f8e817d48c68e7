import { type ISocketFactory, Kafka, type KafkaConfig, logLevel } from 'kafkajs';
import { installFastProduce } from './fast-produce.ts';

installFastProduce();

/** How to reach the brokers. `socketFactory` is for tests that put a proxy between. */
export type ClientOptions = {
  readonly clientId: string;
  readonly brokers: readonly string[];
  readonly ssl?: KafkaConfig['ssl'];
  readonly sasl?: KafkaConfig['sasl'];
  readonly socketFactory?: ISocketFactory;
  /** Gets kafkajs' log lines: level, message and the fields beside it. */
  readonly log?: (level: 'error' | 'warn' | 'info' | 'debug', message: string, fields: Record<string, unknown>) => void;
};

const LEVELS = {
  [logLevel.NOTHING]: 'error',
  [logLevel.ERROR]: 'error',
  [logLevel.WARN]: 'warn',
  [logLevel.INFO]: 'info',
  [logLevel.DEBUG]: 'debug',
} as const;

/** A kafkajs client with our timeouts: a broker that does not answer is noticed within seconds, not half a minute. */
export function kafkaClient(options: ClientOptions): Kafka {
  return new Kafka({
    clientId: options.clientId,
    brokers: [...options.brokers],
    connectionTimeout: 3_000,
    authenticationTimeout: 5_000,
    requestTimeout: 10_000,
    retry: { initialRetryTime: 100, retries: 6, maxRetryTime: 2_000 },
    logLevel: logLevel.WARN,
    logCreator: () => (entry) => {
      const { message, timestamp: _, ...fields } = entry.log;
      options.log?.(LEVELS[entry.level], message, { namespace: entry.namespace, ...fields });
    },
    ...(options.ssl !== undefined && { ssl: options.ssl }),
    ...(options.sasl !== undefined && { sasl: options.sasl }),
    ...(options.socketFactory !== undefined && { socketFactory: options.socketFactory }),
  });
}
