import { topics } from '#contracts';
import { deadLetterOutcome, runStage } from '#stage';
import { EnrichmentEnv } from './enrichment.config.ts';
import { EnrichmentModule } from './enrichment.module.ts';

await runStage({
  name: 'enrichment',
  port: 3002,
  env: EnrichmentEnv,
  module: (env) => EnrichmentModule.with(env),
  onDeadLetter: deadLetterOutcome(topics.raw, '/enrichment'),
});
