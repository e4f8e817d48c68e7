import { kafkaClient } from './client.ts';
import { headerText } from './received.ts';

/** A record as `followTopic` yields it. */
export type FollowedRecord = {
  readonly key: string;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
};

/** Which topics to follow. The group is thrown away afterwards; nothing is committed. */
export type FollowOptions = {
  readonly brokers: readonly string[];
  readonly topics: readonly string[];
  /** From the first record on (default), or only what comes from now. */
  readonly fromBeginning?: boolean;
  readonly signal: AbortSignal;
};

/** Yields the records of topics as they come, for people and tests that watch; ends when the signal fires. */
export async function* followTopics(options: FollowOptions): AsyncGenerator<FollowedRecord> {
  const groupId = `follow-${process.pid}-${Math.random().toString(36).slice(2)}`;
  const consumer = kafkaClient({ clientId: 'follow', brokers: options.brokers }).consumer({
    groupId,
    maxWaitTimeInMs: 100,
  });
  const queue: FollowedRecord[] = [];
  let wake: () => void = () => undefined;
  options.signal.addEventListener('abort', () => wake(), { once: true });
  await consumer.connect();
  try {
    await consumer.subscribe({ topics: [...options.topics], fromBeginning: options.fromBeginning ?? true });
    await consumer.run({
      autoCommit: false,
      eachMessage: async ({ topic, partition, message }) => {
        const headers = Object.fromEntries(
          Object.entries(message.headers ?? {}).map(([name, value]) => [name, headerText(value) ?? '']),
        );
        queue.push({
          key: message.key?.toString() ?? '',
          value: message.value,
          headers,
          topic,
          partition,
          offset: message.offset,
        });
        wake();
      },
    });
    while (!options.signal.aborted) {
      const record = queue.shift();
      if (record !== undefined) yield record;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  } finally {
    await consumer.disconnect();
  }
}
