import { type DynamicModule, Logger, Module } from '@nestjs/common';
import { clientOptions, Publisher } from '#kafka';
import { EnvError, Health, Shutdown } from '#service';
import { ByteBudget } from './byte-budget.ts';
import { Clock } from './clock.ts';
import { type FeedName, isFolderFeed } from './feeds/feed.ts';
import { FeedIntake } from './feeds/feed-intake.ts';
import { FeedMetrics } from './feeds/feed-metrics.ts';
import { FeedStates, KafkaFeedStates } from './feeds/feed-states.ts';
import { Feeds } from './feeds/feeds.ts';
import { HubsController } from './feeds/hubs.controller.ts';
import { type HubSettings, Hubs } from './feeds/hubs.ts';
import { QuietWatch } from './feeds/quiet-watch.ts';
import { HttpMetrics } from './http-metrics.ts';
import { INGEST_ENV, type IngestEnv, readProviders } from './ingest.config.ts';
import { Intake } from './intake.ts';
import { DOCUMENT_BUDGET_BYTES } from './limits.ts';
import { ProblemFilter } from './problem.filter.ts';
import type { Provider } from './provider.ts';
import { ProviderKeys } from './provider-keys.ts';
import { RateLimit } from './rate-limit.ts';
import { Storage } from './storage.ts';
import { StoriesController } from './stories.controller.ts';

type FeedParts = [FeedIntake, FeedMetrics, FeedStates, QuietWatch, Hubs, Clock, Shutdown];

/** The door: HTTP in, records on `news.raw.v1` and `news.rejected.v1` out. `kafka` is the module that gives the `Publisher`. */
@Module({})
export class IngestModule {
  static with(env: IngestEnv, kafka: DynamicModule): DynamicModule {
    const providers = readProviders(env.PROVIDERS_FILE);
    return {
      module: IngestModule,
      imports: [kafka],
      controllers: [StoriesController, HubsController],
      providers: [
        { provide: INGEST_ENV, useValue: env },
        { provide: ProviderKeys, useValue: new ProviderKeys(providers) },
        { provide: RateLimit, useValue: new RateLimit({ perSecond: env.RATE_PER_SECOND, burst: env.RATE_BURST }) },
        { provide: ByteBudget, useValue: new ByteBudget(DOCUMENT_BUDGET_BYTES) },
        {
          provide: FeedStates,
          inject: [Publisher],
          useFactory: (publisher: Publisher) => feedStates(env, publisher),
        },
        {
          provide: Feeds,
          inject: [FeedIntake, FeedMetrics, FeedStates, QuietWatch, Hubs, Clock, Shutdown],
          useFactory: (...parts: FeedParts) => new Feeds(providers, ...parts),
        },
        { provide: Hubs, useValue: new Hubs(hubSettings(env), polledFeeds(providers)) },
        Clock,
        FeedIntake,
        FeedMetrics,
        HttpMetrics,
        Intake,
        ProblemFilter,
        QuietWatch,
        Storage,
      ],
    };
  }

  constructor(publisher: Publisher, storage: Storage, health: Health, shutdown: Shutdown) {
    health.addReadiness('storage', () => storage.ready());
    shutdown.on('publishers', 'kafka', () => publisher.close());
  }
}

/** Connects to nothing before a feed is polled. */
function feedStates(env: IngestEnv, publisher: Publisher): FeedStates {
  const logger = new Logger('Feeds');
  return new KafkaFeedStates(clientOptions('ingest', env), publisher, (line) => logger.warn(line));
}

/** Both or nothing. Throws `EnvError` when one is missing. */
function hubSettings({ INGEST_PUBLIC_URL: publicUrl, WEBSUB_SECRET: secret }: IngestEnv): HubSettings | undefined {
  if (publicUrl !== undefined && secret !== undefined) return { publicUrl, secret };
  if (publicUrl === undefined && secret === undefined) return undefined;
  throw new EnvError(['INGEST_PUBLIC_URL and WEBSUB_SECRET are set together, or neither']);
}

function polledFeeds(providers: readonly Provider[]): FeedName[] {
  return providers.flatMap(({ id, feeds }) =>
    feeds.filter((feed) => !isFolderFeed(feed)).map((feed) => ({ provider: id, feed: feed.id })),
  );
}
