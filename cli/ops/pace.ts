/** Keeps work to so many pieces a second in the long run. */
export class Pace {
  private readonly perSecond: number;
  private readonly startedAt = performance.now();
  private done = 0;

  constructor(perSecond: number) {
    this.perSecond = perSecond;
  }

  /** Notes `count` pieces as done, and waits until that many may be; ends at once when the signal fires. */
  async passed(count: number, signal: AbortSignal): Promise<void> {
    this.done += count;
    const wait = this.startedAt + (this.done / this.perSecond) * 1000 - performance.now();
    if (wait <= 0 || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, wait);
      signal.addEventListener('abort', end);
    });
  }
}
