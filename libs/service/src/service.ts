import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { CustomTransportStrategy } from '@nestjs/microservices';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { z } from 'zod';
import { loadEnv } from './env.ts';
import { EventLoopLag } from './event-loop-lag.ts';
import { Health } from './health.ts';
import { JsonLogger } from './logger.ts';
import { createRegistry, watchReadiness } from './metrics.ts';
import { OperationsModule } from './operations.module.ts';
import { type ServiceEnv, withServiceEnv } from './service-env.ts';
import { Shutdown } from './shutdown.ts';
import { StageMetrics } from './stage-metrics.ts';
import { startTracing } from './tracing.ts';

const MAX_EVENT_LOOP_LAG_MS = 5_000;

/** What a service is made of. */
export type ServiceOptions<S extends z.ZodRawShape> = {
  readonly name: string;
  /** The release; `DATELINE_VERSION` or `dev` when absent. */
  readonly version?: string;
  /** The service's own environment variables, besides those of every service. */
  readonly env: z.ZodObject<S>;
  /** The port when `PORT` is not set. */
  readonly port: number;
  /** The module of the service, made from its checked environment. */
  readonly module: (env: z.output<z.ZodObject<S>> & ServiceEnv) => Type | DynamicModule;
  /** The transport that brings messages to the handlers of the module. */
  readonly microservice?: (
    app: NestFastifyApplication,
    env: z.output<z.ZodObject<S>> & ServiceEnv,
  ) => CustomTransportStrategy;
  /** Limits of the HTTP server, where Fastify's are not right. */
  readonly http?: ConstructorParameters<typeof FastifyAdapter>[0];
  /** The last touch before the application is initialized: parsers, filters, documents. */
  readonly configure?: (app: NestFastifyApplication) => void;
  /** Where the variables come from; `process.env` when absent. */
  readonly source?: NodeJS.ProcessEnv;
};

/** A service that was put together: `start` makes it work, `stop` closes it in the order of `Shutdown`. */
export type Service = {
  readonly app: NestFastifyApplication;
  readonly env: ServiceEnv;
  readonly logger: JsonLogger;
  readonly health: Health;
  /** Resolves with the URL of the HTTP server once messages flow. */
  start(): Promise<string>;
  /** Resolves with false when something could not be closed. */
  stop(): Promise<boolean>;
};

@Module({})
class ServiceModule {}

/** Puts a service together without starting it. Throws `EnvError` when the environment can't be used. */
export async function createService<S extends z.ZodRawShape>(options: ServiceOptions<S>): Promise<Service> {
  const source = options.source ?? process.env;
  const env = loadEnv(withServiceEnv(options.env, options.port), source) as z.output<z.ZodObject<S>> & ServiceEnv;
  const identity = { service: options.name, version: options.version ?? source['DATELINE_VERSION'] ?? 'dev' };
  const tracing = await startTracing(identity, source);
  const logger = new JsonLogger(identity, env.LOG_LEVEL, undefined, tracing?.logFields);
  const registry = createRegistry(identity);
  const operations = { health: new Health(), shutdown: new Shutdown(), registry, metrics: new StageMetrics(registry) };
  const root = { module: ServiceModule, imports: [OperationsModule.with(operations), options.module(env)] };
  const adapter = new FastifyAdapter(options.http ?? {});
  // Nest's own body parsers stay off: the one service that takes bodies wants their bytes.
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    logger,
    bodyParser: false,
    abortOnError: false,
  });
  const { health, shutdown } = operations;
  watchReadiness(registry, health);
  watchEventLoop(health, shutdown);
  closeHttp(app, health, shutdown);
  if (tracing !== undefined) {
    tracing.traceRequests(app.getHttpAdapter().getInstance());
    shutdown.on('databases', 'tracing', () => tracing.stop());
  }
  options.configure?.(app);
  const consuming = options.microservice ? connect(app, options.microservice(app, env), health, shutdown) : undefined;
  return {
    app,
    env,
    logger,
    health,
    start: async () => {
      // The probes answer first: while a consumer waits for its broker, the process must not look dead.
      await app.listen(env.PORT, env.HOST);
      await consuming?.start();
      return app.getUrl();
    },
    stop: () => {
      health.drain();
      return shutdown.run((phase, name, milliseconds, error) => {
        const line = { msg: error === undefined ? 'closed' : 'could not close', phase, name, milliseconds };
        if (error === undefined) logger.log(line, 'Shutdown');
        else logger.error({ ...line, err: error }, 'Shutdown');
      });
    },
  };
}

function watchEventLoop(health: Health, shutdown: Shutdown): void {
  const lag = new EventLoopLag();
  health.addLiveness(
    'event-loop',
    () => lag.milliseconds < MAX_EVENT_LOOP_LAG_MS || `blocked for ${Math.round(lag.milliseconds)} ms`,
  );
  shutdown.on('databases', 'event-loop-lag', () => lag.stop());
}

/** Requests under way are answered; connections are told to go elsewhere, idle ones are closed. */
function closeHttp(app: NestFastifyApplication, health: Health, shutdown: Shutdown): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', async (_request, reply) => {
      if (health.draining) reply.header('Connection', 'close');
    });
  shutdown.on('http', 'http-server', async () => {
    await app.getHttpAdapter().close();
  });
}

function connect(app: NestFastifyApplication, strategy: CustomTransportStrategy, health: Health, shutdown: Shutdown) {
  let started = false;
  app.connectMicroservice({ strategy });
  health.addReadiness('transport', () => started || 'not connected yet');
  shutdown.on('consumers', 'transport', async () => {
    await strategy.close();
  });
  return {
    start: async () => {
      await app.startAllMicroservices();
      started = true;
    },
  };
}
