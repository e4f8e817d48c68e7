import { Registry } from 'prom-client';
import type { FeedState } from '#contracts';
import { StageMetrics } from '#service';
import { ByteBudget } from '../src/byte-budget.ts';
import { Clock } from '../src/clock.ts';
import type { FeedName } from '../src/feeds/feed.ts';
import { FeedIntake } from '../src/feeds/feed-intake.ts';
import { FeedMetrics } from '../src/feeds/feed-metrics.ts';
import { FeedStates } from '../src/feeds/feed-states.ts';
import { QuietWatch } from '../src/feeds/quiet-watch.ts';
import { HttpMetrics } from '../src/http-metrics.ts';
import type { IngestEnv } from '../src/ingest.config.ts';
import { Intake } from '../src/intake.ts';
import { DOCUMENT_BUDGET_BYTES } from '../src/limits.ts';
import { Storage } from '../src/storage.ts';
import { RecordingPublisher } from './recording-publisher.ts';

/** A clock that goes when the test says so. */
export class TestClock extends Clock {
  at = Date.UTC(2026, 0, 5, 12);

  override now(): number {
    return this.at;
  }
}

/** States in memory; every feed is this process's unless `others` says it is not. */
export class MemoryStates extends FeedStates {
  readonly states = new Map<string, FeedState>();
  readonly others = new Set<string>();

  override start(): void {}

  override async stop(): Promise<void> {}

  override owns({ feed }: FeedName): boolean {
    return !this.others.has(feed);
  }

  override get({ provider, feed }: FeedName): FeedState | undefined {
    return this.states.get(`${provider}|${feed}`);
  }

  override async put(state: FeedState): Promise<void> {
    // As it comes back from a topic.
    this.states.set(`${state.provider}|${state.feed}`, JSON.parse(JSON.stringify(state)));
  }
}

/** The parts behind a feed, down to a publisher that keeps what it is given. */
export function feedParts(clock: Clock = new Clock()) {
  const publisher = new RecordingPublisher();
  const registry = new Registry();
  const storage = new Storage(publisher, new StageMetrics(registry), clock);
  const intake = new Intake(storage, clock, { PUBLISH_DEADLINE_MS: 5_000 } as IngestEnv);
  const metrics = new FeedMetrics(registry);
  const quiet = new QuietWatch(clock, registry);
  const budget = new ByteBudget(DOCUMENT_BUDGET_BYTES);
  const feedIntake = new FeedIntake(intake, budget, new HttpMetrics(registry), metrics, quiet);
  return { publisher, registry, metrics, quiet, clock, intake: feedIntake };
}
