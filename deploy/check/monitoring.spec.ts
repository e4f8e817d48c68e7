import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { checkMonitoring } from './monitoring.ts';

const folder = join(import.meta.dirname, '..', '..', 'k8s/components/monitoring');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const texts = {
  alerts: read('alerts.yaml'),
  tests: read('alerts.test.yaml'),
  dashboard: read('dashboard.json'),
  runbooks: readFileSync(join(folder, '../../../docs/operations.md'), 'utf8'),
};

function problems(change: Partial<typeof texts> = {}): string[] {
  const { alerts, tests, dashboard, runbooks } = { ...texts, ...change };
  return checkMonitoring({
    alerts: parse(alerts),
    tests: parse(tests),
    dashboard: JSON.parse(dashboard),
    runbooks,
  }).map(({ where, what }) => `${where}: ${what}`);
}

test('alerts, their tests, the dashboard and the runbooks agree with the code', () => {
  expect(problems()).toEqual([]);
});

test.each([
  [
    'a metric that no service has',
    { alerts: texts.alerts.replaceAll('dateline_lag_seconds', 'dateline_lag_sec') },
    'DatelineNoProgress: there is no metric dateline_lag_sec',
  ],
  [
    'a label that the metric has not',
    { dashboard: texts.dashboard.replaceAll('sum by (outcome)', 'sum by (result)') },
    'dashboard: Outcomes: none of its metrics has the label result',
  ],
  [
    'a histogram asked as a counter',
    {
      dashboard: texts.dashboard.replaceAll(
        'dateline_http_request_duration_seconds_bucket',
        'dateline_http_request_duration_seconds',
      ),
    },
    'dashboard: Time to the answer: there is no metric dateline_http_request_duration_seconds',
  ],
  [
    'an alert without a runbook',
    { runbooks: texts.runbooks.replace('### Lag grows', '### Lag') },
    'DatelineLagGrows: has no runbook at docs/operations.md#lag-grows',
  ],
  [
    'an alert without a test',
    { tests: texts.tests.replaceAll('DatelineFeedQuiet', 'DatelineFeed') },
    'DatelineFeedQuiet: has no test in which it fires',
  ],
])('%s is caught', (_, change, expected) => {
  expect(problems(change)).toContain(expected);
});
