export { deadLetterOutcome } from './dead-letter-outcome.ts';
export { runStage, type StageOptions } from './run-stage.ts';
