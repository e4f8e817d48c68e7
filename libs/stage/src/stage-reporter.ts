import type { LoggerService } from '@nestjs/common';
import type { StageListener } from '#kafka';
import type { StageMetrics } from '#service';

/** Turns what the transport tells of its work into metrics, and what went wrong into log lines: codes and positions, never content. */
export function stageReporter(metrics: StageMetrics, logger: LoggerService): StageListener {
  return {
    received: (topic, partition, records, lag) => {
      metrics.received(topic, records);
      metrics.lag(topic, partition, lag);
    },
    handled: (topic, _records, seconds) => metrics.took(topic, seconds),
    failed: (topic, code, records, attempt, error) => {
      metrics.failed(code, records);
      logger.warn({ msg: 'attempt failed', topic, code, records, attempt, err: error }, 'Stage');
    },
    deadLettered: (topic, partition, offset, code) => {
      metrics.deadLettered(code);
      logger.error({ msg: 'record parked', topic, partition, offset, code }, 'Stage');
    },
  };
}
