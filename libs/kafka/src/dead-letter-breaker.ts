const WINDOW_MS = 60_000;
const MOST_PER_WINDOW = 100;

/**
 * Keeps a bug of our own from emptying a topic into the dead letters: of records parked for an error of unknown cause,
 * only 100 a minute pass; then the stage waits, and says so. Records that are bad by themselves are not counted.
 */
export class DeadLetterBreaker {
  private parked: number[] = [];

  /** Milliseconds to wait before one more may be parked at `now`; 0 when it may be parked (and is then counted). */
  waitMs(now: number): number {
    this.parked = this.parked.filter((at) => at > now - WINDOW_MS);
    const [oldest] = this.parked;
    if (this.parked.length >= MOST_PER_WINDOW && oldest !== undefined) return oldest + WINDOW_MS - now;
    this.parked.push(now);
    return 0;
  }
}
