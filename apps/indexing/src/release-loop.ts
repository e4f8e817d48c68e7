import { setTimeout as delay } from 'node:timers/promises';
import { Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { WriteConflict } from './article.store.ts';
import type { Clock } from './clock.ts';
import { type Released, type ReleaseEnds, release } from './release.ts';
import type { StoredStory } from './story-documents.ts';

/**
 * How long at most until the next look, when nothing is known to be due sooner. Half of the second an embargo may be
 * late: time enough for one that another process has stored meanwhile, or has left half done.
 */
const LOOK_MS = 500;

/** Somebody else is at work on the same stories: time for it to end, and not the same time for all. */
const CROSSED_MS = 50;

/** How long a shutdown waits for the run in hand. It may be broken off anywhere: the next process ends it. */
const CLOSE_MS = 5_000;

/** Told of each story that time changed, and how far this machine's clock is ahead (milliseconds). */
export type ReleaseListener = { ended(released: Released): void; clockLead(milliseconds: number): void };

/**
 * Ends embargoes, and lets articles expire, at their time: looks for what is due, releases it, and sleeps until the
 * next is due. Every process of indexing runs one; they need not know of each other.
 */
export class ReleaseLoop implements OnApplicationBootstrap {
  private readonly ends: ReleaseEnds;
  private readonly clock: Clock;
  private readonly listener: ReleaseListener | undefined;
  private readonly logger = new Logger('Release');
  private readonly closing = new AbortController();
  private running: Promise<void> | undefined;
  private failure: string | undefined;

  constructor(ends: ReleaseEnds, clock: Clock, listener?: ReleaseListener) {
    this.ends = ends;
    this.clock = clock;
    this.listener = listener;
  }

  onApplicationBootstrap(): void {
    this.running ??= this.run();
  }

  /** `true`, or why the last look failed. */
  ready(): true | string {
    return this.failure ?? true;
  }

  /** No further look; resolves when the run in hand has ended, or after a while. */
  async close(): Promise<void> {
    this.closing.abort();
    await Promise.race([this.running, delay(CLOSE_MS, undefined, { ref: false })]);
  }

  private async run(): Promise<void> {
    const { signal } = this.closing;
    while (!signal.aborted) {
      const pause = await this.look().catch((error: unknown) => this.failed(error));
      await delay(pause, undefined, { signal }).catch(() => undefined);
    }
  }

  /** One look; resolves with how long to wait before the next, in milliseconds. */
  private async look(): Promise<number> {
    const now = await this.clock.now();
    this.listener?.clockLead(this.clock.leadMs);
    const stories = await this.ends.due.due(new Date(now));
    if (stories.size > 0) {
      const released = await this.releaseAll(stories, now);
      this.failure = undefined;
      return released > 0 ? 0 : CROSSED_MS * (1 + Math.random());
    }
    const next = await this.ends.due.next(new Date(now));
    this.failure = undefined;
    return Math.min(LOOK_MS, next === undefined ? LOOK_MS : next.getTime() - now);
  }

  /** All together; when that fails each by itself, so that one that can't be released holds up no other. */
  private async releaseAll(stories: ReadonlyMap<string, StoredStory>, now: number): Promise<number> {
    try {
      const released = await release(this.ends, stories, now);
      for (const story of released) this.listener?.ended(story);
      return released.length;
    } catch (error) {
      if (error instanceof WriteConflict) return 0;
      if (stories.size === 1 || this.closing.signal.aborted) throw error;
      return await this.releaseEach(stories, now);
    }
  }

  private async releaseEach(stories: ReadonlyMap<string, StoredStory>, now: number): Promise<number> {
    const failures: unknown[] = [];
    for (const story of stories) {
      if (this.closing.signal.aborted) break;
      await this.releaseAll(new Map([story]), now).catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw failures[0];
    return stories.size;
  }

  /** Told once for an outage, not with every look. */
  private failed(error: unknown): number {
    const failure = `release failed: ${error instanceof Error ? error.name : 'unknown error'}`;
    if (failure !== this.failure) this.logger.warn({ msg: 'release failed', err: error });
    this.failure = failure;
    return LOOK_MS;
  }
}
