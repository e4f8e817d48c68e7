import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { Registry } from 'prom-client';
import { StageMetrics } from './stage-metrics.ts';

const NOW = Date.UTC(2026, 0, 1);
let registry: Registry;
let metrics: StageMetrics;

beforeEach(() => {
  jest.useFakeTimers({ now: NOW });
  registry = new Registry();
  metrics = new StageMetrics(registry);
});
afterEach(() => {
  jest.useRealTimers();
});

async function lines(name: string): Promise<string[]> {
  const text = await registry.getSingleMetricAsString(name);
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

test('what waits grows older while nothing is done, and is 0 when nothing waits', async () => {
  metrics.waiting('t', 1, { records: 5, writtenAt: NOW - 2_000, acceptedAt: NOW - 9_000 });
  jest.setSystemTime(NOW + 60_000);
  expect(await lines('dateline_lag_records')).toEqual(['dateline_lag_records{topic="t",partition="1"} 5']);
  expect(await lines('dateline_lag_seconds')).toEqual(['dateline_lag_seconds{topic="t",partition="1"} 62']);
  expect(await lines('dateline_oldest_story_seconds')).toEqual([
    'dateline_oldest_story_seconds{topic="t",partition="1"} 69',
  ]);
  metrics.finished('t', 1, 0);
  expect(await lines('dateline_lag_records')).toEqual(['dateline_lag_records{topic="t",partition="1"} 0']);
  expect(await lines('dateline_lag_seconds')).toEqual(['dateline_lag_seconds{topic="t",partition="1"} 0']);
});

test('a partition that went to another member is not reported', async () => {
  for (const partition of [0, 1, 2]) metrics.waiting('t', partition, { records: 1, writtenAt: NOW, acceptedAt: NOW });
  metrics.waiting('u', 0, { records: 1, writtenAt: NOW, acceptedAt: NOW });
  metrics.keepOnly({ t: [0, 2] });
  expect(await lines('dateline_lag_records')).toEqual([
    'dateline_lag_records{topic="t",partition="0"} 1',
    'dateline_lag_records{topic="t",partition="2"} 1',
  ]);
});
