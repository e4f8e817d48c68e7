import { topics } from '#contracts';
import { deadLetterOutcome, runStage } from '#stage';
import { IndexingEnv } from './indexing.config.ts';
import { IndexingModule } from './indexing.module.ts';

await runStage({
  name: 'indexing',
  port: 3004,
  env: IndexingEnv,
  module: ({ MONGODB_URI }) => IndexingModule.with(MONGODB_URI),
  // Pictures that can't be indexed leave their story as it is; its text alone has an outcome.
  onDeadLetter: deadLetterOutcome(topics.enriched, '/indexing'),
});
