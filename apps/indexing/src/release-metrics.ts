import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { Released } from './release.ts';

/** From 5 ms to the minutes that an outage takes; an embargo should end within 1 s. */
const LATENESS_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60, 600];

/** What an operator watches of embargoes and expiries. */
export class ReleaseMetrics {
  private readonly released: Counter<'state'>;
  private readonly lateness: Histogram<'state'>;
  private readonly lead: Gauge;

  /** `waiting` counts the articles under an embargo when the metrics are asked for. */
  constructor(registry: Registry, waiting: () => Promise<number>) {
    const registers = [registry];
    this.released = new Counter({
      name: 'dateline_indexing_released_total',
      help: 'Articles that time changed, announced so: usable when an embargo ended, expired',
      labelNames: ['state'],
      registers,
    });
    this.lateness = new Histogram({
      name: 'dateline_indexing_release_lateness_seconds',
      help: 'From the end of an embargo, or an expiry, to its announcement being acknowledged',
      labelNames: ['state'],
      buckets: LATENESS_BUCKETS,
      registers,
    });
    this.lead = new Gauge({
      name: 'dateline_indexing_clock_lead_seconds',
      help: "How far this machine's clock is ahead of MongoDB's",
      registers,
    });
    new Gauge({
      name: 'dateline_indexing_embargoes_waiting',
      help: 'Articles under an embargo; every instance counts all of them',
      registers,
      async collect() {
        // While MongoDB is away the other metrics are wanted all the more.
        await waiting().then(
          (count) => this.set(count),
          () => this.reset(),
        );
      },
    });
  }

  ended({ state, lateMs }: Released): void {
    this.released.inc({ state });
    this.lateness.observe({ state }, lateMs / 1000);
  }

  clockLead(milliseconds: number): void {
    this.lead.set(milliseconds / 1000);
  }
}
