import { expect, test } from '@jest/globals';
import { Registry } from 'prom-client';
import { ReleaseMetrics } from './release-metrics.ts';

test('tells how many embargoes wait, how many ended, how late, and how far the clocks are apart', async () => {
  const registry = new Registry();
  const metrics = new ReleaseMetrics(registry, async () => 3);
  metrics.ended({ state: 'usable', lateMs: 40 });
  metrics.ended({ state: 'expired', lateMs: 1_500 });
  metrics.clockLead(-250);
  const text = await registry.metrics();
  expect(text).toContain('dateline_indexing_embargoes_waiting 3\n');
  expect(text).toContain('dateline_indexing_released_total{state="usable"} 1\n');
  expect(text).toContain('dateline_indexing_release_lateness_seconds_sum{state="expired"} 1.5\n');
  expect(text).toContain('dateline_indexing_release_lateness_seconds_bucket{le="0.05",state="usable"} 1\n');
  expect(text).toContain('dateline_indexing_clock_lead_seconds -0.25\n');
});

test('the other metrics are told while MongoDB can not be asked', async () => {
  const registry = new Registry();
  const metrics = new ReleaseMetrics(registry, () => Promise.reject(new Error('away')));
  metrics.ended({ state: 'usable', lateMs: 40 });
  expect(await registry.metrics()).toContain('dateline_indexing_released_total{state="usable"} 1\n');
});
