import { Controller, Inject, Module } from '@nestjs/common';
import { ClientKafka, ClientsModule, Ctx, EventPattern, KafkaContext, Payload } from '@nestjs/microservices';
import { firstValueFrom } from 'rxjs';
import { readPictures } from '#captions';
import type { RawStory, StoryCaptions } from '#contracts';
import { storyVersion } from '#normalize';
import { kafkaClient, runKafkaService } from './kafka-service.ts';

@Controller()
class ImageCaptionController {
  constructor(@Inject('KAFKA_CLIENT') private readonly client: ClientKafka) {}

  @EventPattern<string>('news.raw.v1')
  async onRawStory(@Payload() raw: RawStory, @Ctx() context: KafkaContext): Promise<void> {
    const captions = readPictures(raw.story);
    if (captions.length === 0) return;
    const { offset } = context.getMessage();
    const origin = { topic: context.getTopic(), partition: context.getPartition(), offset };
    const { receipt, document } = raw;
    const value: StoryCaptions = {
      ...storyVersion(raw, origin),
      captions,
      trace: [{ stage: 'image-caption', version: '1' }],
      raw: { ...origin, receipt, sha256: document.sha256, contentType: document.contentType },
    };
    await firstValueFrom(this.client.emit('news.captions.v1', { key: value.id, value }));
  }
}

@Module({ imports: [ClientsModule.register([kafkaClient('image-caption')])], controllers: [ImageCaptionController] })
class ImageCaptionModule {}

await runKafkaService('image-caption', ImageCaptionModule);
