import { Counter, Histogram, type Registry } from 'prom-client';
import { type Backlog, LagMetrics } from './lag-metrics.ts';

/** From 1 ms (one record through pure code) to 30 s (a batch that waited for a database). */
const DURATION_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What each stage counts, under the same names in every service, so that one dashboard serves all. */
export class StageMetrics {
  private readonly receivedTotal: Counter<'topic'>;
  private readonly sentTotal: Counter<'topic'>;
  private readonly failedTotal: Counter<'code'>;
  private readonly deadLetteredTotal: Counter<'code'>;
  private readonly duration: Histogram<'topic'>;
  private readonly outcomesTotal: Counter<'outcome'>;
  private readonly rebalancesTotal: Counter;
  private readonly lag: LagMetrics;

  constructor(registry: Registry) {
    const registers = [registry];
    const counter = <L extends string>(name: string, help: string, label: L) =>
      new Counter({ name, help, labelNames: [label], registers });
    this.receivedTotal = counter('dateline_stage_received_total', 'Records taken from a topic', 'topic');
    this.sentTotal = counter('dateline_stage_sent_total', 'Records acknowledged by all in-sync replicas', 'topic');
    this.failedTotal = counter(
      'dateline_stage_failed_total',
      'Attempts that failed and were or will be repeated',
      'code',
    );
    this.deadLetteredTotal = counter('dateline_stage_dead_lettered_total', 'Records parked with their reason', 'code');
    this.duration = new Histogram({
      name: 'dateline_stage_duration_seconds',
      help: 'Time from taking a batch to its effects being durable',
      labelNames: ['topic'],
      buckets: DURATION_BUCKETS,
      registers,
    });
    this.outcomesTotal = counter('dateline_outcomes_total', 'Stories that came to their end, by outcome', 'outcome');
    this.rebalancesTotal = new Counter({
      name: 'dateline_rebalances_total',
      help: 'Times the consumer group was joined anew',
      registers,
    });
    this.lag = new LagMetrics(registry);
  }

  received(topic: string, records = 1): void {
    this.receivedTotal.inc({ topic }, records);
  }

  sent(topic: string, records = 1): void {
    this.sentTotal.inc({ topic }, records);
  }

  failed(code: string, records = 1): void {
    this.failedTotal.inc({ code }, records);
  }

  deadLettered(code: string, records = 1): void {
    this.deadLetteredTotal.inc({ code }, records);
  }

  /** `seconds` a batch of `topic` took. */
  took(topic: string, seconds: number): void {
    this.duration.observe({ topic }, seconds);
  }

  /** Stories whose end was filed: stored, duplicate, superseded, embargoed, killed, dead-lettered. */
  ended(outcome: string, stories = 1): void {
    this.outcomesTotal.inc({ outcome }, stories);
  }

  /** What of a partition waits, from the first record in line on. */
  waiting(topic: string, partition: number, backlog: Backlog): void {
    this.lag.waiting(topic, partition, backlog);
  }

  /** What was taken is done; `records` of the partition are left. */
  finished(topic: string, partition: number, records: number): void {
    this.lag.finished(topic, partition, records);
  }

  rebalanced(): void {
    this.rebalancesTotal.inc();
  }

  /** Another member of the group has the other partitions now: their lag is no longer ours to report. */
  keepOnly(assignment: Readonly<Record<string, readonly number[]>>): void {
    this.lag.keepOnly(assignment);
  }
}
