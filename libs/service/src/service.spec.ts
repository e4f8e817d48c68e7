import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import { type CustomTransportStrategy, Server } from '@nestjs/microservices';
import { z } from 'zod';
import { Health } from './health.ts';
import { createService, type Service } from './service.ts';
import { Shutdown } from './shutdown.ts';
import { StageMetrics } from './stage-metrics.ts';

const order: string[] = [];
let answerSlow: () => void = () => undefined;
let slowStarted: () => void = () => undefined;

@Controller()
class StoriesController {
  @Get('slow')
  async slow(): Promise<string> {
    const answered = new Promise<void>((resolve) => {
      answerSlow = resolve;
    });
    slowStarted();
    await answered;
    order.push('answer');
    return 'done';
  }
}

@Module({ controllers: [StoriesController] })
class StoriesModule {
  constructor(shutdown: Shutdown, metrics: StageMetrics) {
    metrics.received('news.raw.v1', 2);
    shutdown.on('publishers', 'publisher', () => void order.push('publisher'));
    shutdown.on('databases', 'database', () => void order.push('database'));
  }
}

class Transport extends Server implements CustomTransportStrategy {
  listen(callback: () => void): void {
    callback();
  }

  close(): void {
    order.push('transport');
  }

  on(): void {}

  unwrap<T>(): T {
    throw new Error('nothing underneath');
  }
}

describe('a service', () => {
  let service: Service;
  let url: string;
  const transport = new Transport();

  beforeEach(async () => {
    order.length = 0;
    service = await createService({
      name: 'test',
      env: z.object({}),
      port: 0,
      module: () => StoriesModule,
      microservice: () => transport,
      source: { HOST: '127.0.0.1', LOG_LEVEL: 'silent' },
    });
    url = await service.start();
  });

  afterEach(async () => {
    answerSlow();
    await service.stop();
  });

  test('is alive and ready once it started', async () => {
    const live = await fetch(`${url}/healthz`);
    const ready = await fetch(`${url}/readyz`);
    expect([live.status, await live.json()]).toEqual([200, { ok: true, checks: { 'event-loop': 'ok' } }]);
    expect([ready.status, await ready.json()]).toEqual([200, { ok: true, checks: { transport: 'ok' } }]);
  });

  test('names what is not ready', async () => {
    const health = service.app.get(Health);
    health.addReadiness('kafka', () => 'no broker answers');
    health.addReadiness('mongodb', () => {
      throw new Error('mongodb://u:p@h');
    });
    const ready = await fetch(`${url}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({
      ok: false,
      checks: { transport: 'ok', kafka: 'no broker answers', mongodb: 'the probe failed: Error' },
    });
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  test('says that it is not alive when a liveness probe fails', async () => {
    service.app.get(Health).addLiveness('consumer', () => 'no poll for 90 s');
    const live = await fetch(`${url}/healthz`);
    expect([live.status, await live.json()]).toEqual([
      503,
      { ok: false, checks: { 'event-loop': 'ok', consumer: 'no poll for 90 s' } },
    ]);
  });

  test('is not ready while draining, and asks for the connection to be closed', async () => {
    service.health.drain();
    const ready = await fetch(`${url}/readyz`);
    expect(ready.status).toBe(503);
    expect(ready.headers.get('connection')).toBe('close');
    expect(await ready.json()).toMatchObject({ checks: { draining: 'the service is stopping' } });
  });

  test('serves the stage metrics with the process metrics', async () => {
    const response = await fetch(`${url}/metrics`);
    const text = await response.text();
    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(text).toContain('dateline_stage_received_total{topic="news.raw.v1",service="test"} 2');
    expect(text).toContain('process_resident_memory_bytes');
  });

  test('answers the request under way, then closes transport, publisher and database in order', async () => {
    const started = new Promise<void>((resolve) => {
      slowStarted = resolve;
    });
    const slow = fetch(`${url}/slow`).then((response) => response.text());
    await started;
    const stopped = service.stop();
    setTimeout(answerSlow, 20);
    expect(await slow).toBe('done');
    expect(await stopped).toBe(true);
    expect(order).toEqual(['answer', 'transport', 'publisher', 'database']);
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  });
});
