import { Controller, Inject, Module } from '@nestjs/common';
import { ClientKafka, ClientsModule, EventPattern, Payload } from '@nestjs/microservices';
import { InjectModel, MongooseModule } from '@nestjs/mongoose';
import { Model } from 'mongoose';
import { firstValueFrom } from 'rxjs';
import { articleOf } from '#articles';
import type { EnrichedStory, StoryCaptions } from '#contracts';
import { type ArticleDocument, ArticleSchema } from '../../apps/indexing/src/article.schema.ts';
import { kafkaClient, runKafkaService } from './kafka-service.ts';

/** No version rule, no revisions, no outcomes: the last one to write wins. */
@Controller()
class IndexingController {
  constructor(
    @Inject('KAFKA_CLIENT') private readonly client: ClientKafka,
    @InjectModel('Article') private readonly articles: Model<ArticleDocument>,
  ) {}

  @EventPattern<string>('news.enriched.v1')
  async onEnriched(@Payload() story: EnrichedStory): Promise<void> {
    // The captions may have come first: they stay.
    const { id, captions: _, ...article } = articleOf(story, [], new Date().toISOString());
    const stored = await this.articles
      .findOneAndUpdate({ _id: id }, { $set: article }, { upsert: true, returnDocument: 'after' })
      .lean();
    await firstValueFrom(this.client.emit('news.articles.v1', { key: id, value: stored }));
  }

  @EventPattern<string>('news.captions.v1')
  async onCaptions(@Payload() { id, captions }: StoryCaptions): Promise<void> {
    const stored = await this.articles
      .findOneAndUpdate({ _id: id }, { $set: { captions } }, { upsert: true, returnDocument: 'after' })
      .lean();
    // Without its text there is no article to announce yet.
    if (stored?.item === undefined) return;
    await firstValueFrom(this.client.emit('news.articles.v1', { key: id, value: stored }));
  }
}

@Module({
  imports: [
    MongooseModule.forRoot(process.env['MONGODB_URI'] ?? 'mongodb://localhost/dateline'),
    MongooseModule.forFeature([{ name: 'Article', schema: ArticleSchema }]),
    ClientsModule.register([kafkaClient('indexing')]),
  ],
  controllers: [IndexingController],
})
class IndexingModule {}

await runKafkaService('indexing', IndexingModule);
