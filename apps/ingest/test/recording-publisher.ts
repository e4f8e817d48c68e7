import { type Backlog, type OutgoingRecord, Publisher, PublisherUnavailable, type SentPosition } from '#kafka';

/** Keeps what is published, one partition a topic; or refuses, as a broker that is down. */
export class RecordingPublisher extends Publisher {
  readonly records: OutgoingRecord[] = [];
  down = false;
  waiting: Backlog = { records: 0, bytes: 0 };

  override get backlog(): Backlog {
    return this.waiting;
  }

  override get lastAcknowledgedAt(): number | undefined {
    return undefined;
  }

  override async publish(records: readonly OutgoingRecord[]): Promise<SentPosition[]> {
    if (this.down) throw new PublisherUnavailable('no broker');
    return records.map((record) => {
      const offset = String(this.on(record.topic).length);
      this.records.push(record);
      return { topic: record.topic, partition: 0, offset };
    });
  }

  override async close(): Promise<void> {}

  forget(): void {
    this.records.length = 0;
    this.down = false;
    this.waiting = { records: 0, bytes: 0 };
  }

  /** What was published on a topic, in order. */
  on(topic: string): OutgoingRecord[] {
    return this.records.filter((record) => record.topic === topic);
  }
}
