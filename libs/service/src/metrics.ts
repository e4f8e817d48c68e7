import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Health } from './health.ts';
import type { LogIdentity } from './logger.ts';

/** The registry behind `GET /metrics`: process metrics, the label `service` on everything, and `dateline_build_info`. */
export function createRegistry({ service, version }: LogIdentity): Registry {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'dateline_build_info',
    help: 'Always 1; the version is its label',
    labelNames: ['version'],
    registers: [registry],
  }).set({ version }, 1);
  return registry;
}

/** `dateline_ready`: what `/readyz` would say at the moment it is asked for. */
export function watchReadiness(registry: Registry, health: Health): void {
  new Gauge({
    name: 'dateline_ready',
    help: '1 when the service is ready, 0 when it waits for something it needs or is stopping',
    registers: [registry],
    collect() {
      this.set(health.readiness().ok ? 1 : 0);
    },
  });
}
