import { setTimeout as sleep } from 'node:timers/promises';
import { topics } from '#contracts';
import type { PartitionRange, TopicReader } from '#kafka';
import type { Finding } from './finding.ts';
import { digestOf, type Stored } from './stored.ts';

/** Stories compared with MongoDB at once. */
const BATCH = 200;
/** A story may be written and announced while it is compared: what differs is looked at once more. */
const SECOND_LOOK_MS = 2_000;

/**
 * The last announcement of each story of a partition of `news.articles.v1`, as a digest: some hundred bytes in memory
 * for each story of that partition.
 */
export class Announced {
  private readonly reader: TopicReader;
  private readonly digests = new Map<string, string>();
  private range: PartitionRange;

  private constructor(reader: TopicReader, range: PartitionRange) {
    this.reader = reader;
    this.range = range;
  }

  static async read(reader: TopicReader, range: PartitionRange, progress: (count: number) => void): Promise<Announced> {
    const announced = new Announced(reader, range);
    await announced.take(range, progress);
    return announced;
  }

  has(key: string): boolean {
    return this.digests.has(key);
  }

  get size(): number {
    return this.digests.size;
  }

  /** Stories whose last announcement is not what MongoDB has as their public article. */
  async differences(stored: Stored): Promise<Finding[]> {
    const suspects = await this.differing([...this.digests.keys()], stored);
    if (suspects.length === 0) return [];
    await sleep(SECOND_LOOK_MS);
    await this.readOn();
    return (await this.differing(suspects, stored)).map((key) => ({
      check: 'announcements',
      code: 'announcement-differs',
      key,
      detail: 'the last announcement is not the public article that is stored',
    }));
  }

  /** What was announced since the end that was read to. */
  async readOn(): Promise<void> {
    const ranges = await this.reader.ranges(topics.articles.name);
    const now = ranges.find(({ partition }) => partition === this.range.partition);
    if (now === undefined) return;
    await this.take({ ...now, from: this.range.to }, () => undefined);
    this.range = now;
  }

  private async take(range: PartitionRange, progress: (count: number) => void): Promise<void> {
    for await (const { key, value } of this.reader.records(range)) {
      if (key === null) continue;
      if (value === null) this.digests.delete(key.toString());
      else this.digests.set(key.toString(), digestOf(JSON.parse(value.toString())));
      progress(this.digests.size);
    }
  }

  private async differing(keys: readonly string[], stored: Stored): Promise<string[]> {
    const differing: string[] = [];
    for (let from = 0; from < keys.length; from += BATCH) {
      const some = keys.slice(from, from + BATCH);
      const digests = await stored.publicDigests(some);
      differing.push(...some.filter((key) => digests.get(key) !== this.digests.get(key)));
    }
    return differing;
  }
}
