import { context, isSpanContextValid, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import type { FastifyInstance } from 'fastify';
import { traceRecords } from '#kafka';
import type { LogIdentity } from './logger.ts';
import { SpanRecords } from './span-records.ts';
import { traceRequests } from './span-requests.ts';

/** Tracing that is on: what a service has to do for it. */
export type Tracing = {
  /** A span for every request but the probes. */
  traceRequests(http: Pick<FastifyInstance, 'addHook'>): void;
  /** The trace under way, for a log line. */
  logFields(): object;
  /** Sends what is left. */
  stop(): Promise<void>;
};

/** A batch of 500 records links to each of them. */
const SPAN_LIMITS = { linkCountLimit: 1_000 };
/** Spans that wait for the collector; beyond it they are dropped: traces may be lost, stories not. */
const QUEUE_SPANS = 8_192;

/**
 * OpenTelemetry for this process: W3C trace context, spans by OTLP over HTTP as JSON. Endpoint, headers and time limits
 * of the exporter come from its own variables (OTEL_EXPORTER_OTLP_*).
 */
export function openTelemetry({ service, version }: LogIdentity, env: NodeJS.ProcessEnv): Tracing {
  const share = env['OTEL_TRACES_SAMPLER_ARG'];
  const root = share ? new TraceIdRatioBasedSampler(Number(share)) : new AlwaysOnSampler();
  const provider = new TracerProvider({
    resource: resourceFromAttributes({
      'service.name': service,
      'service.version': version,
      'service.namespace': 'dateline',
    }),
    sampler: new ParentBasedSampler({ root }),
    spanLimits: SPAN_LIMITS,
    spanProcessors: [
      new BatchSpanProcessor({
        exporter: new OTLPTraceExporter(),
        maxQueueSize: QUEUE_SPANS,
        scheduledDelayMillis: Number(env['OTEL_BSP_SCHEDULE_DELAY'] || 5_000),
      }),
    ],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
  const tracer = provider.getTracer('dateline', version);
  traceRecords(new SpanRecords(tracer));
  return {
    traceRequests: (http) => traceRequests(http, tracer),
    logFields: () => {
      const span = trace.getActiveSpan()?.spanContext();
      return span !== undefined && isSpanContextValid(span) ? { trace_id: span.traceId, span_id: span.spanId } : {};
    },
    stop: async () => {
      traceRecords(undefined);
      await provider.shutdown();
    },
  };
}
