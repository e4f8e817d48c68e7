import { setTimeout as delay } from 'node:timers/promises';

/** Longest single wait: a `setTimeout` beyond 2^31 ms fires at once. */
const LONGEST_WAIT_MS = 24 * 3_600_000;

/** Between two rounds, however often it is woken: a large file being written tells of every block. */
const SHORTEST_WAIT_MS = 100;

/**
 * Runs `round` again and again until stopped, each time after the milliseconds that it resolved with, or as soon as it
 * is woken. `round` never rejects.
 */
export class FeedLoop {
  private readonly round: (signal: AbortSignal) => Promise<number>;
  private readonly stopping = new AbortController();
  private alarm = new AbortController();
  private running: Promise<void> | undefined;

  constructor(round: (signal: AbortSignal) => Promise<number>) {
    this.round = round;
  }

  start(): void {
    this.running ??= this.run();
  }

  /** Ends the wait, or lets none follow the round under way. */
  wake(): void {
    this.alarm.abort();
  }

  /** Resolves when the round under way has ended. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const waitMs = await this.round(signal);
      await delay(SHORTEST_WAIT_MS, undefined, { signal, ref: false }).catch(() => undefined);
      const either = AbortSignal.any([signal, this.alarm.signal]);
      await delay(Math.min(Math.max(0, waitMs - SHORTEST_WAIT_MS), LONGEST_WAIT_MS), undefined, {
        signal: either,
        ref: false,
      }).catch(() => undefined);
      if (this.alarm.signal.aborted) this.alarm = new AbortController();
    }
  }
}
