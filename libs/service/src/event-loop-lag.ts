const SAMPLE_MS = 500;

/** How late the last timer of this process fired, in milliseconds: a blocked event loop shows here. */
export class EventLoopLag {
  private readonly timer: NodeJS.Timeout;
  private due = performance.now() + SAMPLE_MS;
  private last = 0;

  constructor() {
    this.timer = setInterval(() => {
      const now = performance.now();
      this.last = Math.max(0, now - this.due);
      this.due = now + SAMPLE_MS;
    }, SAMPLE_MS);
    this.timer.unref();
  }

  get milliseconds(): number {
    return Math.max(this.last, performance.now() - this.due);
  }

  stop(): void {
    clearInterval(this.timer);
  }
}
