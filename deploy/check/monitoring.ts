import { createRegistry, Health, StageMetrics, watchReadiness } from '#service';
import { HttpMetrics } from '../../apps/ingest/src/http-metrics.ts';
import { type Finding, findings } from './finding.ts';
import { at, listAt } from './manifest.ts';

/** What is looked at together: the alerts, their tests, the dashboard (parsed) and the page of runbooks (Markdown). */
export type Monitoring = {
  readonly alerts: unknown;
  readonly tests: unknown;
  readonly dashboard: unknown;
  readonly runbooks: string;
};

type Rule = { readonly alert: string; readonly expr: string; readonly annotations?: Readonly<Record<string, string>> };
type AlertTest = { readonly alertname: string; readonly exp_alerts?: readonly unknown[] };
type Known = ReadonlyMap<string, readonly string[]>;

/** Labels that Prometheus or a histogram adds, or that a scrape brings. */
const ADDED = ['le', 'service', 'pod', 'instance', 'job', 'namespace'];
const OF_PROMETHEUS = new Set(['ALERTS', 'up']);

/** Every metric and label that is asked for exists, every alert has its runbook and its test. */
export function checkMonitoring({ alerts, tests, dashboard, runbooks }: Monitoring): Finding[] {
  const { found, say } = findings('monitoring');
  const known = knownMetrics();
  const rules = listAt<unknown>(alerts, 'groups').flatMap((group) => listAt<Rule>(group, 'rules'));
  const tested = listAt<unknown>(tests, 'tests').flatMap((test) => listAt<AlertTest>(test, 'alert_rule_test'));
  const anchors = new Set(
    [...runbooks.matchAll(/^#{2,4} (.+)$/gm)].map(([, title = '']) => `docs/operations.md#${slug(title)}`),
  );
  for (const { alert, expr, annotations } of rules) {
    for (const problem of unknown(expr, known)) say(alert, problem);
    if (!anchors.has(annotations?.['runbook_url'] ?? ''))
      say(alert, `has no runbook at ${annotations?.['runbook_url']}`);
    const own = tested.filter(({ alertname }) => alertname === alert);
    if (!own.some(({ exp_alerts }) => exp_alerts?.length)) say(alert, 'has no test in which it fires');
    if (!own.some(({ exp_alerts }) => exp_alerts?.length === 0)) say(alert, 'has no test in which it is silent');
  }
  for (const panel of listAt<unknown>(dashboard, 'panels'))
    for (const { expr } of listAt<{ expr: string }>(panel, 'targets'))
      for (const problem of unknown(expr, known)) say(`dashboard: ${at<string>(panel, 'title')}`, problem);
  return found;
}

/** The metrics of all services with their labels, from the registry they are served from. */
function knownMetrics(): Known {
  const registry = createRegistry({ service: 'any', version: 'any' });
  new StageMetrics(registry);
  new HttpMetrics(registry);
  watchReadiness(registry, new Health());
  return new Map(
    registry.getMetricsAsArray().flatMap((metric) => {
      const { name, labelNames = [] } = metric as unknown as { name: string; labelNames?: string[] };
      const parts = String(metric.type) === 'histogram' ? ['_bucket', '_sum', '_count'] : [''];
      return parts.map((part) => [`${name}${part}`, labelNames] as const);
    }),
  );
}

/** What of a query is not there: metrics, and labels that none of its metrics has. */
function unknown(expr: string, known: Known): string[] {
  const bare = expr.replaceAll(/"[^"]*"/g, '""');
  const names = [...bare.matchAll(/(?<![$\w])(?:(?:dateline|nodejs|process)_\w+|ALERTS|up)\b/g)].map(([name]) => name);
  const labels = new Set([...ADDED, ...names.flatMap((name) => known.get(name) ?? [])]);
  const asked = [
    ...[...bare.matchAll(/\b(?:by|without|ignoring|on)\s*\(([^)]*)\)/g)].flatMap(([, list = '']) => list.split(',')),
    ...[...bare.matchAll(/\{([^}]*)\}/g)].flatMap(([, list = '']) =>
      list.split(',').map((one) => one.split(/[=!]/)[0] ?? ''),
    ),
  ].map((label) => label.trim());
  return [
    ...(names.length === 0 ? ['asks for no metric'] : []),
    ...names.filter((name) => !known.has(name) && !OF_PROMETHEUS.has(name)).map((name) => `there is no metric ${name}`),
    ...asked
      .filter((label) => label !== '' && !labels.has(label))
      .map((label) => `none of its metrics has the label ${label}`),
  ];
}

/** A heading's anchor, as GitHub makes it. */
function slug(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
}
