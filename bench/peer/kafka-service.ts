import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type ClientProviderOptions, type MicroserviceOptions, Transport } from '@nestjs/microservices';

const brokers = (process.env['KAFKA_BROKERS'] ?? 'localhost:9092').split(',');

/** The producer of a service, as docs.nestjs.com/microservices/kafka registers it. */
export function kafkaClient(clientId: string): ClientProviderOptions {
  return {
    name: 'KAFKA_CLIENT',
    transport: Transport.KAFKA,
    options: { client: { clientId, brokers }, producerOnlyMode: true },
  };
}

/** Runs a module as a Nest microservice on Kafka; reads its topics from their beginning, one message at a time. */
export async function runKafkaService(name: string, module: Type): Promise<void> {
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(module, {
    transport: Transport.KAFKA,
    options: {
      client: { clientId: name, brokers },
      consumer: { groupId: name },
      subscribe: { fromBeginning: true },
    },
    logger: ['error', 'warn'],
  });
  app.enableShutdownHooks();
  await app.listen();
}
