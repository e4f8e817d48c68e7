import { Controller, Inject } from '@nestjs/common';
import { originOf, providerSource, type RawStory, topics } from '#contracts';
import { eventRecord, OnTopicBatch, type OutgoingRecord, Publisher, type Received } from '#kafka';
import { EntityRecognizer, enrichedStory, type LanguageDetector, readStory } from '#normalize';
import { LANGUAGE_DETECTOR } from './language-detector.ts';

/** Few enough that a run is published within seconds even when names are looked for in each story. */
const MAX_STORIES = 100;

/** Raw stories in, the text parts of their articles out. */
@Controller()
export class EnrichmentController {
  private readonly publisher: Publisher;
  private readonly entities: EntityRecognizer;
  private readonly detectLanguage: LanguageDetector;

  constructor(
    publisher: Publisher,
    entities: EntityRecognizer,
    @Inject(LANGUAGE_DETECTOR) detectLanguage: LanguageDetector,
  ) {
    this.detectLanguage = detectLanguage;
    this.publisher = publisher;
    this.entities = entities;
  }

  @OnTopicBatch(topics.raw, { maxRecords: MAX_STORIES })
  async onRawStories(records: readonly Received<RawStory>[]): Promise<void> {
    const readings = records.map(({ value }) => readStory(value, this.detectLanguage));
    const mentions = await this.entities.recognize(readings.map(({ text, language }) => ({ text, language })));
    const enriched = records.flatMap((record, index): OutgoingRecord[] => {
      const reading = readings[index];
      if (reading === undefined) return [];
      const { topic, partition, offset, value: raw } = record;
      const value = enrichedStory(raw, { topic, partition, offset }, reading, mentions[index] ?? []);
      const source = providerSource(raw.provider);
      return [
        eventRecord(topics.enriched, {
          key: record.key,
          value,
          source,
          idParts: [raw.receipt, value.versionId],
          receipt: raw.receipt,
          origin: originOf(record),
        }),
      ];
    });
    await this.publisher.publish(enriched);
  }
}
