import { Gauge, type Registry } from 'prom-client';

/** What waits in a partition: how many records, and of the first in line when it was written and when its story was accepted (milliseconds since 1970). */
export type Backlog = { readonly records: number; readonly writtenAt: number; readonly acceptedAt: number };

type Labels = 'topic' | 'partition';

/**
 * How far a stage is behind. The ages are taken when they are asked for: of a stage that hangs they grow. A partition
 * of which nothing waits shows 0.
 */
export class LagMetrics {
  private readonly backlogs = new Map<string, Backlog & { readonly labels: Record<Labels, string> }>();

  constructor(registry: Registry) {
    const gauge = (name: string, help: string, value: (backlog: Backlog) => number): void => {
      const { backlogs } = this;
      new Gauge<Labels>({
        name,
        help,
        labelNames: ['topic', 'partition'],
        registers: [registry],
        collect() {
          this.reset();
          for (const backlog of backlogs.values()) this.set(backlog.labels, value(backlog));
        },
      });
    };
    const age = (since: number, { records }: Backlog): number =>
      records === 0 ? 0 : Math.max(0, Date.now() - since) / 1000;
    gauge('dateline_lag_records', 'Records of a partition that are not yet processed', ({ records }) => records);
    gauge('dateline_lag_seconds', 'Time since the first record that waits was written to its topic', (backlog) =>
      age(backlog.writtenAt, backlog),
    );
    gauge(
      'dateline_oldest_story_seconds',
      'Time since the first story that waits was accepted at the door',
      (backlog) => age(backlog.acceptedAt, backlog),
    );
  }

  waiting(topic: string, partition: number, backlog: Backlog): void {
    this.backlogs.set(`${topic}/${partition}`, { ...backlog, labels: { topic, partition: String(partition) } });
  }

  /** The next record in line is not known before it is fetched: the ages go on from the one that was. */
  finished(topic: string, partition: number, records: number): void {
    const backlog = this.backlogs.get(`${topic}/${partition}`);
    if (backlog !== undefined) this.backlogs.set(`${topic}/${partition}`, { ...backlog, records });
  }

  keepOnly(assignment: Readonly<Record<string, readonly number[]>>): void {
    for (const [key, { labels }] of this.backlogs) {
      if (!assignment[labels.topic]?.includes(Number(labels.partition))) this.backlogs.delete(key);
    }
  }
}
