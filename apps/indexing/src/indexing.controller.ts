import { Controller, Optional } from '@nestjs/common';
import { type EnrichedStory, originOf, type StoryCaptions, topics } from '#contracts';
import { OnTopicBatch, Publisher, type Received, tracedStep } from '#kafka';
import { StageMetrics } from '#service';
import { ArticleStore, WriteConflict } from './article.store.ts';
import { Clock } from './clock.ts';
import { Gather } from './gather.ts';
import { indexBatch, type Part } from './index-batch.ts';
import { neverGoBack, overtakable } from './never-go-back.ts';

/** How often writers may cross before it is left to the transport to try again later. */
const MAX_CONFLICTS = 10;

/** Brings the two parts of an article together: read, fold, write MongoDB, then announce; the commit comes after. */
@Controller()
export class IndexingController {
  private readonly store: ArticleStore;
  private readonly publisher: Publisher;
  private readonly clock: Clock;
  private readonly metrics: StageMetrics | undefined;
  private readonly parts = new Gather<Part>((parts) => this.index(parts));

  constructor(store: ArticleStore, publisher: Publisher, clock: Clock, @Optional() metrics?: StageMetrics) {
    this.store = store;
    this.publisher = publisher;
    this.clock = clock;
    this.metrics = metrics;
  }

  @OnTopicBatch(topics.enriched)
  async onEnriched(records: readonly Received<EnrichedStory>[]): Promise<void> {
    await this.parts.add(records.map(({ value }) => ({ kind: 'text', value })));
  }

  @OnTopicBatch(topics.captions)
  async onCaptions(records: readonly Received<StoryCaptions>[]): Promise<void> {
    await this.parts.add(records.map(({ value }) => ({ kind: 'captions', value })));
  }

  private async index(parts: readonly Part[]): Promise<void> {
    for (let conflicts = 0; ; conflicts += 1) {
      const start = performance.now();
      // Whoever was overtaken may have left revisions behind that it has to know of.
      const before = await this.store.read(parts, conflicts === 0 ? 'needed' : 'all');
      const known = new Map([...before].map(([id, { state }]) => [id, state]));
      const now = new Date(await this.clock.now()).toISOString();
      const { states, records, outcomes } = indexBatch(parts, known, now);
      try {
        const origins = () => parts.map(({ value }) => originOf(value.raw));
        await tracedStep('write articles', origins, () => this.store.write(before, states));
        await this.publisher.publish(records);
        const announced = overtakable(before, states, records, performance.now() - start);
        await neverGoBack(this.store, this.publisher, announced);
        for (const outcome of outcomes) this.metrics?.ended(outcome);
        return;
      } catch (error) {
        if (!(error instanceof WriteConflict) || conflicts >= MAX_CONFLICTS) throw error;
      }
    }
  }
}
