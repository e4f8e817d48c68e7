/** Offsets to commit: `topic/partition` → the next offset to read. */
export type Offsets = readonly { readonly topic: string; readonly partition: number; readonly offset: string }[];

/** How long a processed offset may wait for its commit: one request then serves all partitions; a crash redelivers that much at most. */
export const COMMIT_INTERVAL_MS = 100;

/**
 * Gathers the offsets of what is durably processed and commits them together: soon, at the latest with `flush`. It is
 * told only of finished work, so a lost commit costs a redelivery and never a record. `forget` drops what belongs to
 * partitions that went to somebody else.
 */
export class OffsetCommitter {
  private readonly commit: (offsets: Offsets) => Promise<void>;
  private pending = new Map<string, Offsets[number]>();
  private timer: NodeJS.Timeout | undefined;
  private underWay: Promise<void> = Promise.resolve();

  constructor(commit: (offsets: Offsets) => Promise<void>) {
    this.commit = commit;
  }

  processed(topic: string, partition: number, lastOffset: string): void {
    this.pending.set(`${topic}/${partition}`, { topic, partition, offset: String(BigInt(lastOffset) + 1n) });
    this.timer ??= setTimeout(() => void this.flush(), COMMIT_INTERVAL_MS);
  }

  forget(): void {
    this.pending.clear();
  }

  /** Commits what is pending; resolves also when the broker refuses (the group was reshuffled: the records come again). */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const offsets = [...this.pending.values()];
    this.pending.clear();
    if (offsets.length === 0) return this.underWay;
    this.underWay = this.underWay.then(() => this.commit(offsets)).catch(() => undefined);
    return this.underWay;
  }
}
