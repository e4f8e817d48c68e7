import { Controller, Get, Header, HttpCode, Logger, Param, Post, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ByteBudget } from '../byte-budget.ts';
import { Clock } from '../clock.ts';
import { Problem } from '../problem.ts';
import { readBody } from '../read-body.ts';
import { Storage } from '../storage.ts';
import { FeedIntake } from './feed-intake.ts';
import { Hubs } from './hubs.ts';

type Path = { readonly provider: string; readonly feed: string; readonly token: string };
type Question = Readonly<Record<string, string | string[] | undefined>>;

/** A challenge is a random text; a page is not one. */
const CHALLENGE = /^[A-Za-z0-9!#$%&()*+,./:;=?@^_|~-]{1,512}$/;

/** Where the hubs of polled feeds ask whether we want a subscription, and deliver (WebSub, sections 5.3 and 7). */
@Controller('v1/hubs')
@ApiExcludeController()
export class HubsController {
  private readonly logger = new Logger('Feeds');
  private readonly hubs: Hubs;
  private readonly intake: FeedIntake;
  private readonly storage: Storage;
  private readonly budget: ByteBudget;
  private readonly clock: Clock;

  constructor(hubs: Hubs, intake: FeedIntake, storage: Storage, budget: ByteBudget, clock: Clock) {
    this.hubs = hubs;
    this.intake = intake;
    this.storage = storage;
    this.budget = budget;
    this.clock = clock;
  }

  /** The hub's question is answered with its challenge when it is about what we asked for. We never end a subscription. */
  @Get(':provider/:feed/:token')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @Header('X-Content-Type-Options', 'nosniff')
  @Header('Cache-Control', 'no-store')
  confirm(@Param() path: Path, @Query() question: Question): string {
    const topic = this.topicOf(path, question);
    const { provider, feed } = path;
    if (question['hub.topic'] !== topic) throw new Problem({ code: 'not-found' });
    if (question['hub.mode'] === 'denied') {
      this.logger.warn({ msg: 'the hub denies the subscription', provider, feed });
      return '';
    }
    const challenge = question['hub.challenge'];
    if (question['hub.mode'] !== 'subscribe' || typeof challenge !== 'string' || !CHALLENGE.test(challenge))
      throw new Problem({ code: 'not-found' });
    this.hubs.hear({ provider, feed }, this.clock.now());
    this.logger.log({ msg: 'the hub delivers', provider, feed });
    return challenge;
  }

  @Post(':provider/:feed/:token')
  @HttpCode(202)
  async deliver(@Param() path: Path, @Query() question: Question, @Req() request: FastifyRequest): Promise<void> {
    const topic = this.topicOf(path, question);
    const name = { provider: path.provider, feed: path.feed };
    this.storage.refuseWhenFull();
    const body = await readBody(request.raw, this.budget);
    // The intake counts them itself.
    this.budget.give(body.length);
    const signature = request.headers['x-hub-signature'];
    if (!this.hubs.signed(name, topic, Array.isArray(signature) ? undefined : signature, body))
      throw new Problem({ code: 'invalid-credentials' });
    this.hubs.hear(name, this.clock.now());
    // As with a polled document, the content says what it is: what servers declare of feeds is too often wrong.
    const encoding = request.headers['content-encoding'];
    const outcome = await this.intake.take(name, { headers: { 'content-encoding': encoding }, body }, { hub: true });
    // What is refused is kept; delivered again it would be no better. Only what can be stored later is to come again.
    if (outcome.kind === 'postponed') throw outcome.problem;
  }

  /** What is no callback of ours is nothing, whatever is wrong with it. */
  private topicOf({ provider, feed, token }: Path, { topic }: Question): string {
    if (typeof topic !== 'string' || !this.hubs.knows({ provider, feed }, topic, token))
      throw new Problem({ code: 'not-found' });
    return topic;
  }
}
