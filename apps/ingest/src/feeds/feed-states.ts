import { type FeedState, providerSource, topics } from '#contracts';
import { type ClientOptions, kafkaClient, OwnedPartitions, type Publisher } from '#kafka';
import type { FeedName } from './feed.ts';

/** What is known of the polled feeds, and which of them this process polls. */
export abstract class FeedStates {
  abstract start(): void;
  abstract stop(): Promise<void>;
  /** Whether this process, and no other, polls the feed now. */
  abstract owns(feed: FeedName): boolean;
  abstract get(feed: FeedName): FeedState | undefined;
  abstract put(state: FeedState): Promise<void>;
}

/** One group over all processes of ingest; not that of a stage, as nobody reads the topic for its records. */
const GROUP = 'ingest-feeds';

/** On `news.feeds.v1`, shared by all processes of ingest. */
export class KafkaFeedStates extends FeedStates {
  private readonly owned: OwnedPartitions<typeof topics.feeds.schema>;

  constructor(client: ClientOptions, publisher: Publisher, log: (line: Record<string, unknown>) => void) {
    super();
    this.owned = new OwnedPartitions({
      kafka: kafkaClient(client),
      group: GROUP,
      topic: topics.feeds,
      publisher,
      log: (msg, err) => log({ msg, group: GROUP, err }),
    });
  }

  override start(): void {
    this.owned.start();
  }

  override stop(): Promise<void> {
    return this.owned.stop();
  }

  override owns(feed: FeedName): boolean {
    return this.owned.owns(keyOf(feed));
  }

  override get(feed: FeedName): FeedState | undefined {
    return this.owned.get(keyOf(feed));
  }

  override put(state: FeedState): Promise<void> {
    return this.owned.put(keyOf(state), state, providerSource(state.provider));
  }
}

function keyOf({ provider, feed }: FeedName): string {
  return `${provider}|${feed}`;
}
