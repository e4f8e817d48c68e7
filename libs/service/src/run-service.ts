import { setTimeout as delay } from 'node:timers/promises';
import type { z } from 'zod';
import { EnvError } from './env.ts';
import { createService, type Service, type ServiceOptions } from './service.ts';

/** Exit codes, after sysexits.h: 70 something went wrong inside, 78 the configuration can't be used. */
export const EXIT = { ok: 0, software: 70, config: 78 } as const;

const SIGNALS = { SIGINT: 2, SIGTERM: 15 } as const;

/**
 * Runs a service until a signal ends it: environment, logger, application, HTTP server, consumers. SIGTERM or SIGINT
 * drains it in the order of `Shutdown` and exits with 0; a second one exits at once; after `DRAIN_TIMEOUT_MS`, or on
 * an error nobody caught, the process exits with 70 and leaves the restart to who runs it.
 */
export async function runService<S extends z.ZodRawShape>(options: ServiceOptions<S>): Promise<void> {
  let service: Service | undefined;
  const fail = (msg: string, error: unknown, code: number = EXIT.software): never => {
    if (service === undefined) process.stderr.write(`${options.name}: ${msg}: ${text(error)}\n`);
    else service.logger.fatal({ msg, err: error }, 'Service');
    process.exit(code);
  };
  process.on('uncaughtException', (error) => fail('uncaught exception', error));
  process.on('unhandledRejection', (error) => fail('unhandled rejection', error));
  try {
    service = await createService(options);
    drainOnSignal(service);
    const url = await service.start();
    service.logger.log({ msg: 'listening', url }, 'Service');
  } catch (error) {
    fail('could not start', error, error instanceof EnvError ? EXIT.config : EXIT.software);
  }
}

function drainOnSignal(service: Service): void {
  let stopping = false;
  for (const [signal, number] of Object.entries(SIGNALS)) {
    process.on(signal, () => {
      if (stopping) process.exit(128 + number);
      stopping = true;
      void drain(service, signal);
    });
  }
}

async function drain(service: Service, signal: string): Promise<never> {
  const { SHUTDOWN_DELAY_MS, DRAIN_TIMEOUT_MS } = service.env;
  service.logger.log({ msg: 'draining', signal }, 'Service');
  service.health.drain();
  setTimeout(() => {
    service.logger.fatal({ msg: 'draining took too long', limitMs: DRAIN_TIMEOUT_MS }, 'Service');
    process.exit(EXIT.software);
  }, DRAIN_TIMEOUT_MS);
  // Whoever routes requests here needs this long to see that readiness is gone.
  await delay(SHUTDOWN_DELAY_MS);
  const clean = await service.stop();
  service.logger.log({ msg: 'stopped', clean }, 'Service');
  process.exit(clean ? EXIT.ok : EXIT.software);
}

function text(error: unknown): string {
  if (error instanceof EnvError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
