import { type DynamicModule, Module } from '@nestjs/common';
import { Registry } from 'prom-client';
import { HealthController } from './health.controller.ts';
import { Health } from './health.ts';
import { Shutdown } from './shutdown.ts';
import { StageMetrics } from './stage-metrics.ts';

/** What `OperationsModule` offers to every module of the service. */
export type Operations = {
  readonly health: Health;
  readonly shutdown: Shutdown;
  readonly registry: Registry;
  readonly metrics: StageMetrics;
};

/** Makes `Health`, `Shutdown`, `StageMetrics` and the Prometheus `Registry` injectable everywhere, and serves the probes. */
@Module({})
export class OperationsModule {
  static with({ health, shutdown, registry, metrics }: Operations): DynamicModule {
    return {
      module: OperationsModule,
      global: true,
      controllers: [HealthController],
      providers: [
        { provide: Health, useValue: health },
        { provide: Shutdown, useValue: shutdown },
        { provide: Registry, useValue: registry },
        { provide: StageMetrics, useValue: metrics },
      ],
      exports: [Health, Shutdown, Registry, StageMetrics],
    };
  }
}
