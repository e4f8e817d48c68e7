import type { LogIdentity } from './logger.ts';
import type { Tracing } from './open-telemetry.ts';

/**
 * Starts tracing when the variables of OpenTelemetry ask for it: OTEL_EXPORTER_OTLP_ENDPOINT (or its variant for
 * traces) or OTEL_TRACES_EXPORTER. Otherwise nothing of OpenTelemetry is even loaded.
 */
export async function startTracing(identity: LogIdentity, env: NodeJS.ProcessEnv): Promise<Tracing | undefined> {
  if (!isAskedFor(env)) return undefined;
  const { openTelemetry } = await import('./open-telemetry.ts');
  return openTelemetry(identity, env);
}

function isAskedFor(env: NodeJS.ProcessEnv): boolean {
  const exporter = env['OTEL_TRACES_EXPORTER'];
  if (env['OTEL_SDK_DISABLED'] === 'true' || exporter === 'none') return false;
  return Boolean(exporter || env['OTEL_EXPORTER_OTLP_ENDPOINT'] || env['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT']);
}
