import type { Connection } from 'mongoose';

/** How long an answer of MongoDB's clock serves; the time since then is counted by this machine's monotonic clock. */
const SAMPLE_MS = 5_000;

type Sample = { readonly database: number; readonly takenAt: number };

/**
 * What time it is where time decides what may be published: the earliest of the clocks asked, this machine's and
 * MongoDB's. One that is fast publishes nothing early; one that is slow holds back what it alone decides.
 */
export class Clock {
  private readonly connection: Connection;
  private readonly local: () => number;
  private sample: Promise<Sample> | undefined;
  private takenAt = Number.NEGATIVE_INFINITY;
  private lead = 0;

  /** `local` is this machine's clock, in milliseconds since 1970. */
  constructor(connection: Connection, local: () => number = Date.now) {
    this.connection = connection;
    this.local = local;
  }

  /** Milliseconds since 1970, UTC. Rejects as MongoDB does when it can't be asked. */
  async now(): Promise<number> {
    const { database, takenAt } = await this.sampled();
    const inDatabase = database + (performance.now() - takenAt);
    const here = this.local();
    this.lead = here - inDatabase;
    return Math.floor(Math.min(here, inDatabase));
  }

  /** How far this machine's clock was ahead of MongoDB's when it was last asked, in milliseconds. */
  get leadMs(): number {
    return this.lead;
  }

  private sampled(): Promise<Sample> {
    if (this.sample === undefined || performance.now() - this.takenAt > SAMPLE_MS) {
      this.takenAt = performance.now();
      this.sample = this.ask();
      this.sample.catch(() => {
        this.sample = undefined;
      });
    }
    return this.sample;
  }

  private async ask(): Promise<Sample> {
    const { db } = this.connection;
    if (db === undefined) throw new Error('there is no connection to MongoDB');
    const { localTime } = await db.admin().command({ hello: 1 });
    // Read by the server before its answer came in: what is counted from then on is never ahead of its clock.
    return { database: (localTime as Date).getTime(), takenAt: performance.now() };
  }
}
