import { Controller, Inject, Module } from '@nestjs/common';
import { ClientKafka, ClientsModule, Ctx, EventPattern, KafkaContext, Payload } from '@nestjs/microservices';
import { firstValueFrom } from 'rxjs';
import type { RawStory } from '#contracts';
import { enrichedStory, type LanguageDetector, loadLanguageDetector, readStory } from '#normalize';
import { kafkaClient, runKafkaService } from './kafka-service.ts';

@Controller()
class EnrichmentController {
  constructor(
    @Inject('KAFKA_CLIENT') private readonly client: ClientKafka,
    @Inject('LANGUAGE_DETECTOR') private readonly detectLanguage: LanguageDetector,
  ) {}

  @EventPattern<string>('news.raw.v1')
  async onRawStory(@Payload() raw: RawStory, @Ctx() context: KafkaContext): Promise<void> {
    const { offset } = context.getMessage();
    const origin = { topic: context.getTopic(), partition: context.getPartition(), offset };
    const value = enrichedStory(raw, origin, readStory(raw, this.detectLanguage));
    await firstValueFrom(this.client.emit('news.enriched.v1', { key: value.id, value }));
  }
}

@Module({
  imports: [ClientsModule.register([kafkaClient('enrichment')])],
  controllers: [EnrichmentController],
  providers: [{ provide: 'LANGUAGE_DETECTOR', useFactory: loadLanguageDetector }],
})
class EnrichmentModule {}

await runKafkaService('enrichment', EnrichmentModule);
