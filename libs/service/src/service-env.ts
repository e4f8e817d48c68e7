import { z } from 'zod';

const milliseconds = z.coerce.number().int().nonnegative();

/** The variables every service reads. `PORT` gets the service's own default from `withServiceEnv`. */
export const ServiceEnv = z.object({
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(3000)
    .describe('TCP port of the HTTP server; 0 takes a free one'),
  // 0.0.0.0: in a container the probes and the feeds come from outside the network namespace.
  HOST: z.string().default('0.0.0.0').describe('address the HTTP server binds to'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('least severe level that is logged'),
  SHUTDOWN_DELAY_MS: milliseconds
    .default(0)
    .describe('after SIGTERM, how long the service still takes requests while readiness says 503'),
  // Below the 40 s that Kubernetes is told to wait before SIGKILL.
  DRAIN_TIMEOUT_MS: milliseconds
    .default(25_000)
    .describe('after SIGTERM, how long closing may take in all before the process exits with 70'),
});
export type ServiceEnv = z.output<typeof ServiceEnv>;

/** The variables of one service: its own, and those of every service with its default port. */
export function withServiceEnv<S extends z.ZodRawShape>(own: z.ZodObject<S>, port: number) {
  const PORT = ServiceEnv.shape.PORT.unwrap()
    .default(port)
    .describe(ServiceEnv.shape.PORT.description ?? '');
  return ServiceEnv.extend({ PORT }).extend(own.shape);
}
