export { deadLetterOutcome } from './dead-letter-outcome.ts';
export { clientOptions, KafkaEnv } from './kafka-env.ts';
export { runStage, type StageOptions } from './run-stage.ts';
