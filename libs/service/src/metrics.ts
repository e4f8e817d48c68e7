import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
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
