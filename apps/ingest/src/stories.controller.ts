import { Controller, Header, HttpCode, Post, Req, UseGuards } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type AcceptedBody, acceptedBody } from './accepted-body.ts';
import { ByteBudget } from './byte-budget.ts';
import { Clock } from './clock.ts';
import { PUSHED } from './feeds/feed.ts';
import { QuietWatch } from './feeds/quiet-watch.ts';
import { HttpMetrics } from './http-metrics.ts';
import { Intake } from './intake.ts';
import { ProviderKeyGuard, providerOf } from './provider-key.guard.ts';
import { PushOperation } from './push-operation.ts';
import { readBody } from './read-body.ts';
import { Storage } from './storage.ts';

/** Where feeds push: one document a request, with one story or many. */
@Controller('v1/stories')
@UseGuards(ProviderKeyGuard)
export class StoriesController {
  private readonly intake: Intake;
  private readonly storage: Storage;
  private readonly budget: ByteBudget;
  private readonly metrics: HttpMetrics;
  private readonly clock: Clock;
  private readonly quiet: QuietWatch;

  constructor(
    intake: Intake,
    storage: Storage,
    budget: ByteBudget,
    metrics: HttpMetrics,
    clock: Clock,
    quiet: QuietWatch,
  ) {
    this.intake = intake;
    this.storage = storage;
    this.budget = budget;
    this.metrics = metrics;
    this.clock = clock;
    this.quiet = quiet;
  }

  @Post()
  @HttpCode(202)
  @Header('Cache-Control', 'no-store')
  @PushOperation()
  async push(@Req() request: FastifyRequest): Promise<AcceptedBody> {
    const start = this.clock.now();
    const { id: provider } = providerOf(request);
    this.storage.refuseWhenFull();
    const body = await readBody(request.raw, this.budget);
    try {
      const accepted = await this.intake.take({ provider, headers: request.headers, body });
      this.metrics.accepted(provider, accepted.format, accepted.stories.length);
      this.quiet.story({ provider, feed: PUSHED });
      this.metrics.answered(202, 'accepted', this.clock.now() - start);
      return acceptedBody(accepted);
    } finally {
      this.budget.give(body.length);
    }
  }
}
