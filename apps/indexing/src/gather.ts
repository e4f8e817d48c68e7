/** How many runs may be under way at once: while one waits for MongoDB or Kafka, the other uses the processor. */
const RUNS = 2;

/** Most items of one run: what one bulk write and one produce take well. */
const MAX_ITEMS = 1_000;

type Caller<T> = { readonly items: readonly T[]; resolve(): void; reject(error: unknown): void };

/**
 * Does together what several callers ask for at the same time: the partitions of one fetch then share their reads,
 * bulk writes and produces. Items of a caller stay in order and in one run. When a shared run fails, each caller's
 * items are run by themselves, so that nobody is told of somebody else's bad record.
 */
export class Gather<T> {
  private readonly run: (items: readonly T[]) => Promise<void>;
  private waiting: Caller<T>[] = [];
  private running = 0;

  constructor(run: (items: readonly T[]) => Promise<void>) {
    this.run = run;
  }

  /** Resolves when the items' run is done, rejects with the error of a run of these items alone. */
  add(items: readonly T[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ items, resolve, reject });
      // After this turn of the event loop: the other partitions of the same fetch come in it.
      if (this.waiting.length === 1) setImmediate(() => this.next());
    });
  }

  private next(): void {
    while (this.running < RUNS && this.waiting.length > 0) {
      const callers = this.take();
      this.running += 1;
      void this.runTogether(callers).finally(() => {
        this.running -= 1;
        this.next();
      });
    }
  }

  /** As many callers as fit one run, at least one. */
  private take(): Caller<T>[] {
    let items = 0;
    const count = this.waiting.findIndex((caller) => {
      items += caller.items.length;
      return items > MAX_ITEMS;
    });
    return this.waiting.splice(0, count < 0 ? this.waiting.length : Math.max(1, count));
  }

  private async runTogether(callers: readonly Caller<T>[]): Promise<void> {
    try {
      await this.run(callers.flatMap(({ items }) => items));
      for (const { resolve } of callers) resolve();
    } catch (error) {
      const [only, ...others] = callers;
      if (others.length === 0) only?.reject(error);
      else for (const caller of callers) await this.runTogether([caller]);
    }
  }
}
