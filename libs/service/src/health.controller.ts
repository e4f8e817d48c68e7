import { Controller, Get, Header, Res } from '@nestjs/common';
import { Registry } from 'prom-client';
import { Health, type HealthReport } from './health.ts';

type Reply = { status(code: number): unknown; header(name: string, value: string): unknown };

/** What Kubernetes and Prometheus ask: `/healthz`, `/readyz` (503 with the failing checks by name) and `/metrics`. */
@Controller()
export class HealthController {
  private readonly health: Health;
  private readonly registry: Registry;

  constructor(health: Health, registry: Registry) {
    this.health = health;
    this.registry = registry;
  }

  @Get('healthz')
  @Header('Cache-Control', 'no-store')
  live(@Res({ passthrough: true }) reply: Reply): HealthReport {
    return answer(this.health.liveness(), reply);
  }

  @Get('readyz')
  @Header('Cache-Control', 'no-store')
  ready(@Res({ passthrough: true }) reply: Reply): HealthReport {
    return answer(this.health.readiness(), reply);
  }

  @Get('metrics')
  async metrics(@Res({ passthrough: true }) reply: Reply): Promise<string> {
    reply.header('Content-Type', this.registry.contentType);
    return this.registry.metrics();
  }
}

function answer(report: HealthReport, reply: Reply): HealthReport {
  reply.status(report.ok ? 200 : 503);
  return report;
}
