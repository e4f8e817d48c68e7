import { type DynamicModule, Module } from '@nestjs/common';
import { type ClientOptions, kafkaClient } from './client.ts';
import { KafkaPublisher } from './kafka-publisher.ts';
import { Publisher } from './publisher.ts';

/** Told of every acknowledged produce; a service that counts them provides one. */
export abstract class SentListener {
  abstract sent(topic: string, records: number): void;
}

/** Gives a service its `Publisher`, connected before the service is ready. */
@Module({})
export class KafkaModule {
  static forService(options: ClientOptions): DynamicModule {
    const publisher = {
      provide: Publisher,
      inject: [{ token: SentListener, optional: true }],
      useFactory: async (listener?: SentListener): Promise<Publisher> => {
        const kafkaPublisher = new KafkaPublisher(kafkaClient(options), (topic, records) =>
          listener?.sent(topic, records),
        );
        await kafkaPublisher.connect();
        return kafkaPublisher;
      },
    };
    return { module: KafkaModule, global: true, providers: [publisher], exports: [Publisher] };
  }
}
