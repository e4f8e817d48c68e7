export { deadLetterOutcome } from './dead-letter-outcome.ts';
export { runStage, type StageOptions } from './run-stage.ts';
export { StageEnv } from './stage-env.ts';
