/** What a service says of itself. */
export type ServiceState = {
  readonly name: string;
  readonly url: string;
  readonly ready: boolean;
  /** The checks that fail, or why it can't be asked. */
  readonly trouble: string;
  /** Sums of its counters, by metric: `dateline_stage_received_total` and its like. */
  readonly totals: Readonly<Record<string, number>>;
};

const TIMEOUT_MS = 3_000;
const COUNTERS = /^(dateline_(?:stage|ingest)_[a-z_]+_total)(?:\{[^}]*\})? ([0-9.e+]+)$/gm;

/** Asks `/readyz` and `/metrics` of a service. Never rejects: one that can't be reached is not ready. */
export async function serviceState(name: string, url: string): Promise<ServiceState> {
  try {
    const readiness = await get(`${url}/readyz`);
    const { checks = {} } = (await readiness.json()) as { checks?: Record<string, string> };
    const failing = Object.entries(checks).filter(([, result]) => result !== 'ok');
    const metrics = await get(`${url}/metrics`);
    const totals = metrics.ok ? sums(await metrics.text()) : {};
    const trouble = failing.map(([check, result]) => `${check}: ${result}`).join('; ');
    return { name, url, ready: readiness.ok, trouble, totals };
  } catch (error) {
    const trouble =
      error instanceof Error ? ((error.cause as Error | undefined)?.message ?? error.message) : 'no answer';
    return { name, url, ready: false, trouble, totals: {} };
  }
}

function get(url: string): Promise<Response> {
  return fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
}

function sums(metrics: string): Record<string, number> {
  const totals: Record<string, number> = {};
  for (const [, name = '', value] of metrics.matchAll(COUNTERS)) totals[name] = (totals[name] ?? 0) + Number(value);
  return totals;
}
