import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { MAX_DOCUMENT_BYTES } from '#contracts';
import { GuardedFetch } from '#fetch';
import { Shutdown } from '#service';
import { Clock } from '../clock.ts';
import type { Provider } from '../provider.ts';
import { type FolderFeed as FolderSettings, isFolderFeed, type PolledFeed as PollSettings } from './feed.ts';
import { FeedIntake } from './feed-intake.ts';
import { FeedLoop } from './feed-loop.ts';
import { FeedMetrics } from './feed-metrics.ts';
import { FeedStates } from './feed-states.ts';
import { FolderFeed } from './folder-feed.ts';
import { Hubs } from './hubs.ts';
import { POLL_LIMITS } from './limits.ts';
import { PolledFeed } from './polled-feed.ts';
import { QuietWatch } from './quiet-watch.ts';
import { Turns } from './turns.ts';
import { watchFolder } from './watch-folder.ts';

/** How one feed is ended: resolves when nothing of it is under way any more. */
type Stop = () => Promise<void>;

/** Runs all feeds that don't push, from when the service is up until it stops. */
export class Feeds implements OnApplicationBootstrap {
  private readonly logger = new Logger('Feeds');
  private readonly providers: readonly Provider[];
  private readonly intake: FeedIntake;
  private readonly metrics: FeedMetrics;
  private readonly states: FeedStates;
  private readonly quiet: QuietWatch;
  private readonly hubs: Hubs;
  private readonly clock: Clock;
  private readonly turns = new Turns(POLL_LIMITS.atOnce);
  private readonly stops: Stop[] = [];

  constructor(
    providers: readonly Provider[],
    intake: FeedIntake,
    metrics: FeedMetrics,
    states: FeedStates,
    quiet: QuietWatch,
    hubs: Hubs,
    clock: Clock,
    shutdown: Shutdown,
  ) {
    this.providers = providers;
    this.intake = intake;
    this.metrics = metrics;
    this.states = states;
    this.quiet = quiet;
    this.hubs = hubs;
    this.clock = clock;
    shutdown.on('consumers', 'feeds', () => this.stop());
  }

  onApplicationBootstrap(): void {
    this.quiet.start();
    const feeds = this.providers.flatMap(({ id, feeds: of }) => of.map((feed) => ({ provider: id, feed })));
    if (feeds.some(({ feed }) => !isFolderFeed(feed))) this.states.start();
    for (const { provider, feed } of feeds)
      this.stops.push(isFolderFeed(feed) ? this.watch(provider, feed) : this.poll(provider, feed));
  }

  private async stop(): Promise<void> {
    this.quiet.stop();
    await Promise.all(this.stops.map((stop) => stop()));
    await this.states.stop();
  }

  private watch(provider: string, settings: FolderSettings): Stop {
    const { intake, metrics, clock } = this;
    // Host and process for the people who find the folder; the rest makes it this start's alone.
    const instance = `${hostname()}-${process.pid}-${randomBytes(4).toString('hex')}`;
    const log = (line: Record<string, unknown>) => this.logger.warn(line);
    const folder = new FolderFeed(provider, settings, { intake, metrics, clock, instance, log });
    const loop = new FeedLoop((signal) => folder.look(signal));
    const unwatch = watchFolder(settings.folder.path, () => loop.wake());
    loop.start();
    return async () => {
      unwatch();
      await loop.stop();
      await folder.close();
    };
  }

  private poll(provider: string, settings: PollSettings): Stop {
    const { intake, metrics, states, quiet, hubs, clock, turns } = this;
    const { allowHttp, allowPrivate, ports } = settings;
    const fetcher = new GuardedFetch({ allowHttp, allowPrivate, ports }, { bodyBytes: MAX_DOCUMENT_BYTES });
    const fetch: GuardedFetch['fetch'] = (address, request) => fetcher.fetch(address, request);
    const log = (line: Record<string, unknown>) => this.logger.warn(line);
    const feed = new PolledFeed(provider, settings, { intake, metrics, states, quiet, hubs, clock, turns, fetch, log });
    const loop = new FeedLoop((signal) => feed.round(signal));
    loop.start();
    return async () => {
      await loop.stop();
      await fetcher.close();
    };
  }
}
