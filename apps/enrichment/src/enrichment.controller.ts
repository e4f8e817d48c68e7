import { Controller } from '@nestjs/common';
import { type RawStory, topics } from '#contracts';
import { eventRecord, OnTopicBatch, type OutgoingRecord, Publisher, type Received } from '#kafka';
import { EntityRecognizer, enrichedStory, readStory } from '#normalize';

/** Raw stories in, the text parts of their articles out. */
@Controller()
export class EnrichmentController {
  private readonly publisher: Publisher;
  private readonly entities: EntityRecognizer;

  constructor(publisher: Publisher, entities: EntityRecognizer) {
    this.publisher = publisher;
    this.entities = entities;
  }

  @OnTopicBatch(topics.raw)
  async onRawStories(records: readonly Received<RawStory>[]): Promise<void> {
    const readings = records.map(({ value }) => readStory(value));
    const mentions = await this.entities.recognize(readings.map(({ text, language }) => ({ text, language })));
    const enriched = records.flatMap((record, index): OutgoingRecord[] => {
      const reading = readings[index];
      if (reading === undefined) return [];
      const { topic, partition, offset, value: raw } = record;
      const value = enrichedStory(raw, { topic, partition, offset }, reading, mentions[index] ?? []);
      const source = `/wires/${raw.provider}`;
      return [
        eventRecord(topics.enriched, {
          key: record.key,
          value,
          source,
          idParts: [raw.receipt, value.versionId],
          receipt: raw.receipt,
          origin: `${topic}/${partition}/${offset}`,
        }),
      ];
    });
    await this.publisher.publish(enriched);
  }
}
