import { type DynamicModule, Logger, Module, type Type } from '@nestjs/common';
import type { z } from 'zod';
import {
  clientOptions,
  KafkaEnv,
  KafkaModule,
  KafkaStrategy,
  kafkaClient,
  type OutgoingRecord,
  Publisher,
  type RawRecord,
} from '#kafka';
import { EXIT, Health, runService, Shutdown, StageMetrics } from '#service';
import { stageReporter } from './stage-reporter.ts';

/** A service that consumes topics. Its name is its consumer group. */
export type StageOptions<S extends z.ZodRawShape> = {
  readonly name: string;
  readonly port: number;
  /** Its own variables, besides those of every service and of Kafka. */
  readonly env: z.ZodObject<S>;
  readonly module: (env: z.output<z.ZodObject<S>> & KafkaEnv) => Type | DynamicModule;
  /** What to publish together with a dead letter. */
  readonly onDeadLetter?: (record: RawRecord, code: string, message: string) => readonly OutgoingRecord[];
};

@Module({})
class StageModule {}

/** Runs a stage until a signal ends it: its handlers (`@OnTopic…`) fed by `KafkaStrategy`, a `Publisher` to inject. */
export async function runStage<S extends z.ZodRawShape>(stage: StageOptions<S>): Promise<void> {
  const env = KafkaEnv.extend(stage.env.shape) as unknown as z.ZodObject<S & typeof KafkaEnv.shape>;
  let kafkaEnv: KafkaEnv | undefined;
  await runService({
    name: stage.name,
    env,
    port: stage.port,
    module: (checked) => {
      const own = checked as unknown as z.output<z.ZodObject<S>> & KafkaEnv;
      kafkaEnv = own;
      return {
        module: StageModule,
        imports: [KafkaModule.forService(clientOptions(stage.name, own)), stage.module(own)],
      };
    },
    microservice: (app) => {
      if (kafkaEnv === undefined) throw new Error('the module was not made from the environment');
      const logger = new Logger('Kafka');
      const publisher = app.get(Publisher);
      const strategy = new KafkaStrategy({
        kafka: kafkaClient({
          ...clientOptions(stage.name, kafkaEnv),
          log: (level, message, fields) => logger[level === 'info' ? 'log' : level]({ msg: message, ...fields }),
        }),
        group: stage.name,
        publisher,
        listener: stageReporter(app.get(StageMetrics), logger),
        ...(stage.onDeadLetter !== undefined && { onDeadLetter: stage.onDeadLetter }),
        onCrash: (error) => {
          logger.fatal({ msg: 'the consumer crashed', err: error });
          process.exit(EXIT.software);
        },
      });
      app.get(Health).addReadiness('consumer', () => strategy.ready());
      app.get(Shutdown).on('publishers', 'publisher', () => publisher.close());
      return strategy;
    },
  });
}
