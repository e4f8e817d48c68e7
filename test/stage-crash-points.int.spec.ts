import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { EnrichmentController } from '../apps/enrichment/src/enrichment.controller.ts';
import { ImageCaptionController } from '../apps/image-caption/src/image-caption.controller.ts';
import { rawRecord } from '../apps/ingest/src/raw-records.ts';
import { receive } from '../apps/ingest/src/receive.ts';
import { deadLetterTopics, RawStory, topics } from '../libs/contracts/src/index.ts';
import {
  createTopics,
  KafkaPublisher,
  kafkaClient,
  type OutgoingRecord,
  Publisher,
  type Received,
} from '../libs/kafka/src/index.ts';
import { loadLanguageDetector, noEntities } from '../libs/normalize/src/index.ts';
import { readTopic, testBrokers } from '../libs/testing/src/index.ts';
import { ninjsStory } from './push.ts';

const STORIES = 6;

class Crash extends Error {}

/** Publishes for real, and dies before or after the given record was acknowledged. */
class MortalPublisher extends Publisher {
  private sent = 0;
  private readonly real: Publisher;
  private readonly dieAt: number;
  private readonly acknowledged: boolean;

  constructor(real: Publisher, dieAt: number, acknowledged: boolean) {
    super();
    this.real = real;
    this.dieAt = dieAt;
    this.acknowledged = acknowledged;
  }

  override async publish(records: readonly OutgoingRecord[]) {
    this.sent += records.length;
    const dies = this.sent >= this.dieAt;
    if (dies && !this.acknowledged) throw new Crash();
    const positions = await this.real.publish(records);
    if (dies) throw new Crash();
    return positions;
  }

  override get backlog() {
    return this.real.backlog;
  }

  override get lastAcknowledgedAt() {
    return this.real.lastAcknowledgedAt;
  }

  override async close() {}
}

let real: KafkaPublisher;
let detectLanguage: Awaited<ReturnType<typeof loadLanguageDetector>>;
beforeAll(async () => {
  const kafka = kafkaClient({ clientId: 'test', brokers: testBrokers() });
  await createTopics(kafka, [...Object.values(topics), ...deadLetterTopics], {
    replicationFactor: 1,
    minInsyncReplicas: 1,
  });
  real = new KafkaPublisher(kafka);
  detectLanguage = await loadLanguageDetector();
});
afterAll(() => real.close());

/** Raw stories as the door makes them, under names of their own. */
function rawStories(run: string): Received<RawStory>[] {
  return Array.from({ length: STORIES }, (_, index) => {
    const bytes = Buffer.from(ninjsStory(`${run}-${index}`, 1).body);
    const accepted = receive({
      bytes,
      declared: {},
      provider: 'wire',
      receivedAt: '2026-01-01T00:00:00.000Z',
      nextReceipt: () => `${run}-${index}`,
    });
    const [raw] = 'stories' in accepted ? accepted.stories : [];
    if (raw === undefined) throw new Error('the door refused it');
    const { key } = rawRecord(raw);
    return {
      key: String(key),
      value: RawStory.parse(raw),
      headers: {},
      topic: topics.raw.name,
      partition: 0,
      offset: String(index),
    };
  });
}

type Handle = (records: readonly Received<RawStory>[]) => Promise<void>;
const stages: Record<string, (publisher: Publisher) => Handle> = {
  enrichment: (publisher) => {
    const controller = new EnrichmentController(publisher, noEntities(), detectLanguage);
    return (records) => controller.onRawStories(records);
  },
  'image-caption': (publisher) => {
    const controller = new ImageCaptionController(publisher);
    return (records) => controller.onRawStories(records);
  },
};
const outputs: Record<string, string> = { enrichment: topics.enriched.name, 'image-caption': topics.captions.name };

/** Works through the stories in runs of `size`; a crash loses what was not committed, and a new process starts there. */
async function work(stage: string, run: string, size: number, dieAt: number, acknowledged: boolean): Promise<void> {
  const start = stages[stage];
  if (start === undefined) throw new Error(`no stage ${stage}`);
  const stories = rawStories(run);
  let handle = start(new MortalPublisher(real, dieAt, acknowledged));
  for (let committed = 0; committed < stories.length; ) {
    try {
      await handle(stories.slice(committed, committed + size));
      committed += size;
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
      handle = start(real);
    }
  }
}

test.each(Object.keys(stages))(
  '%s: a crash before or after the acknowledgement of any record leaves every output there, each copy alike',
  async (stage) => {
    const runs: string[] = [];
    for (const size of [1, 4, STORIES]) {
      for (const acknowledged of [true, false]) {
        for (let dieAt = 1; dieAt <= STORIES; dieAt += 1) {
          const run = `${stage}-${size}-${acknowledged}-${dieAt}-${crypto.randomUUID()}`;
          runs.push(run);
          await work(stage, run, size, dieAt, acknowledged);
        }
      }
    }
    const records = await readTopic(testBrokers(), outputs[stage] ?? '', runs.length * STORIES);
    for (const run of runs) {
      const byKey = Map.groupBy(
        records.filter(({ key }) => key.startsWith(`wire|urn:wire:${run}-`)),
        ({ key }) => key,
      );
      expect([run, byKey.size]).toEqual([run, STORIES]);
      for (const copies of byKey.values()) {
        expect(new Set(copies.map(({ headers }) => headers['ce_id'])).size).toBe(1);
        expect(new Set(copies.map(({ value }) => String(value))).size).toBe(1);
      }
    }
  },
);
