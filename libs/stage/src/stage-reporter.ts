import type { LoggerService } from '@nestjs/common';
import { headerText, type StageListener, type Waiting } from '#kafka';
import type { StageMetrics } from '#service';

/** Turns what the transport tells of its work into metrics, and what went wrong into log lines: codes and positions, never content. */
export function stageReporter(metrics: StageMetrics, logger: LoggerService): StageListener {
  return {
    assigned: (partitions) => {
      metrics.rebalanced();
      metrics.keepOnly(partitions);
    },
    received: (topic, partition, records, lag, first) => {
      metrics.received(topic, records);
      const writtenAt = Number(first.timestamp);
      metrics.waiting(topic, partition, { records: lag, writtenAt, acceptedAt: acceptedAt(first) ?? writtenAt });
    },
    finished: (topic, partition, lag) => metrics.finished(topic, partition, lag),
    handled: (topic, _records, seconds) => metrics.took(topic, seconds),
    failed: (topic, code, records, attempt, error) => {
      metrics.failed(code, records);
      logger.warn({ msg: 'attempt failed', topic, code, records, attempt, err: error }, 'Stage');
    },
    deadLettered: (topic, partition, offset, code, outcomes) => {
      metrics.deadLettered(code);
      if (outcomes > 0) metrics.ended('dead-lettered', outcomes);
      logger.error({ msg: 'record parked', topic, partition, offset, code }, 'Stage');
    },
  };
}

/** When the door accepted the story of a record: its receipt is a UUID of version 7, which begins with the time (RFC 9562, section 5.7). */
export function acceptedAt({ headers }: Pick<Waiting, 'headers'>): number | undefined {
  const [, high, low] =
    /^([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-/.exec(headerText(headers?.['ce_receipt']) ?? '') ?? [];
  return high === undefined || low === undefined ? undefined : Number.parseInt(high + low, 16);
}
