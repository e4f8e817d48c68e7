import { type DynamicModule, Module } from '@nestjs/common';
import { type ClientOptions, kafkaClient } from './client.ts';
import { KafkaPublisher } from './kafka-publisher.ts';
import { Publisher } from './publisher.ts';

/** Gives a service its `Publisher`, connected before the service is ready. */
@Module({})
export class KafkaModule {
  static forService(options: ClientOptions): DynamicModule {
    const publisher = {
      provide: Publisher,
      useFactory: async (): Promise<Publisher> => {
        const kafkaPublisher = new KafkaPublisher(kafkaClient(options));
        await kafkaPublisher.connect();
        return kafkaPublisher;
      },
    };
    return { module: KafkaModule, global: true, providers: [publisher], exports: [Publisher] };
  }
}
