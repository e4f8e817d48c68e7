import { type DynamicModule, Logger, Module, type Type } from '@nestjs/common';
import type { z } from 'zod';
import {
  type ClientOptions,
  clientOptions,
  KafkaModule,
  KafkaStrategy,
  kafkaClient,
  type OutgoingRecord,
  Publisher,
  type RawRecord,
  SentListener,
} from '#kafka';
import { EXIT, Health, runService, Shutdown, StageMetrics } from '#service';
import type { StageEnv } from './stage-env.ts';
import { stageReporter } from './stage-reporter.ts';

/** A service that consumes topics. Its name is its consumer group. */
export type StageOptions<S extends z.ZodRawShape> = {
  readonly name: string;
  readonly port: number;
  /** `StageEnv`, extended by the stage's own variables. */
  readonly env: z.ZodObject<S>;
  readonly module: (env: z.output<z.ZodObject<S>>) => Type | DynamicModule;
  /** What to publish together with a dead letter. */
  readonly onDeadLetter?: (record: RawRecord, code: string, message: string) => readonly OutgoingRecord[];
};

@Module({
  providers: [{ provide: SentListener, useExisting: StageMetrics }],
  exports: [SentListener],
})
class StageModule {}

/** Runs a stage until a signal ends it: its handlers (`@OnTopic…`) fed by `KafkaStrategy`, a `Publisher` to inject. */
export async function runStage<S extends typeof StageEnv.shape>(stage: StageOptions<S>): Promise<void> {
  const logger = new Logger('Kafka');
  const client = (env: StageEnv): ClientOptions => ({
    ...clientOptions(stage.name, env),
    log: (level, message, fields) => logger[level === 'info' ? 'log' : level]({ msg: message, ...fields }),
  });
  await runService({
    name: stage.name,
    env: stage.env,
    port: stage.port,
    module: (env) => ({
      module: StageModule,
      global: true,
      imports: [KafkaModule.forService(client(env as unknown as StageEnv)), stage.module(env)],
    }),
    microservice: (app, env) => {
      // The shape of `env` extends that of `StageEnv`, which the compiler can't see through zod's output type.
      const stageEnv = env as unknown as StageEnv;
      const publisher = app.get(Publisher);
      const strategy = new KafkaStrategy({
        kafka: kafkaClient(client(stageEnv)),
        group: stage.name,
        publisher,
        sessionTimeoutMs: stageEnv.KAFKA_SESSION_TIMEOUT_MS,
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
