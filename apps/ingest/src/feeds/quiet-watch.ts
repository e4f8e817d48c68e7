import { Injectable, Logger } from '@nestjs/common';
import { Gauge, Registry } from 'prom-client';
import type { FeedRhythm } from '#contracts';
import { Clock } from '../clock.ts';
import type { FeedName } from './feed.ts';
import { afterStory, isQuiet, usualSilence } from './rhythm.ts';

/** No shorter silence counts as strange: a feed of few stories a day must not call somebody at night. */
const FLOOR_SECONDS = 15 * 60;

const CHECK_MS = 30_000;

type Watched = { readonly name: FeedName; rhythm: FeedRhythm; quiet: boolean };

/**
 * Notices feeds, pushed ones too, that are silent longer than they usually are at this hour of the week, and tells it
 * once: a gauge, and a line in the log. What it knows of polled feeds is kept with their state; of the others it learns
 * anew in each process.
 */
@Injectable()
export class QuietWatch {
  private readonly logger = new Logger('Feeds');
  private readonly clock: Clock;
  private readonly feeds = new Map<string, Watched>();
  private readonly seconds: Gauge<'provider' | 'feed'>;
  private readonly quiet: Gauge<'provider' | 'feed'>;
  private timer: NodeJS.Timeout | undefined;

  constructor(clock: Clock, registry: Registry) {
    this.clock = clock;
    const labelNames = ['provider', 'feed'] as const;
    const registers = [registry];
    this.seconds = new Gauge({
      name: 'dateline_ingest_seconds_since_last_story',
      help: 'Time since a story of the feed was last taken by this process; "push" is what the provider pushes',
      labelNames,
      registers,
      collect: () => this.check(),
    });
    this.quiet = new Gauge({
      name: 'dateline_ingest_feed_quiet',
      help: '1 when the feed is silent for longer than it usually is at this hour of the week',
      labelNames,
      registers,
    });
  }

  start(): void {
    this.timer ??= setInterval(() => this.check(), CHECK_MS).unref();
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  /** A story came in. */
  story(name: FeedName): void {
    const now = this.clock.now();
    this.watch(name, afterStory(this.rhythm(name), now));
    this.check();
  }

  rhythm({ provider, feed }: FeedName): FeedRhythm | undefined {
    return this.feeds.get(`${provider}|${feed}`)?.rhythm;
  }

  /** Goes on with what another process learnt. */
  watch(name: FeedName, rhythm: FeedRhythm): void {
    const key = `${name.provider}|${name.feed}`;
    this.feeds.set(key, { name, rhythm, quiet: this.feeds.get(key)?.quiet ?? false });
  }

  /** The feed is another process's now. */
  forget({ provider, feed }: FeedName): void {
    if (!this.feeds.delete(`${provider}|${feed}`)) return;
    this.seconds.remove({ provider, feed });
    this.quiet.remove({ provider, feed });
  }

  private check(): void {
    const now = this.clock.now();
    for (const watched of this.feeds.values()) {
      const { name, rhythm } = watched;
      const labels = { provider: name.provider, feed: name.feed };
      const silentSeconds = Math.max(0, now - rhythm.lastAt) / 1000;
      const quiet = isQuiet(rhythm, now, FLOOR_SECONDS);
      this.seconds.set(labels, silentSeconds);
      this.quiet.set(labels, quiet ? 1 : 0);
      if (quiet === watched.quiet) continue;
      watched.quiet = quiet;
      const line = { ...labels, silentSeconds: Math.round(silentSeconds) };
      if (quiet) {
        const usualSeconds = Math.round(usualSilence(rhythm, now, FLOOR_SECONDS) ?? FLOOR_SECONDS);
        this.logger.warn({ msg: 'the feed is strangely quiet', ...line, usualSeconds });
      } else this.logger.log({ msg: 'the feed speaks again', ...line });
    }
  }
}
