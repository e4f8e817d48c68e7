import { type DynamicModule, Module } from '@nestjs/common';
import { EntityRecognizer, entityWorkers, loadLanguageDetector, noEntities } from '#normalize';
import { Shutdown } from '#service';
import type { EnrichmentEnv } from './enrichment.config.ts';
import { EnrichmentController } from './enrichment.controller.ts';
import { LANGUAGE_DETECTOR } from './language-detector.ts';

@Module({})
export class EnrichmentModule {
  static with({ ENTITY_RECOGNITION, ENTITY_WORKERS }: EnrichmentEnv): DynamicModule {
    const entities = {
      provide: EntityRecognizer,
      inject: [Shutdown],
      useFactory: (shutdown: Shutdown): EntityRecognizer => {
        const recognizer = ENTITY_RECOGNITION === 'off' ? noEntities() : entityWorkers(ENTITY_WORKERS);
        // With the consumers, not after them: a run that is still being read is given up, and comes again.
        shutdown.on('consumers', 'entity-workers', () => recognizer.close());
        return recognizer;
      },
    };
    return {
      module: EnrichmentModule,
      controllers: [EnrichmentController],
      providers: [entities, { provide: LANGUAGE_DETECTOR, useFactory: loadLanguageDetector }],
    };
  }
}
