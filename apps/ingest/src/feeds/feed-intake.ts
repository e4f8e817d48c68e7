import { Injectable, Logger } from '@nestjs/common';
import { ByteBudget } from '../byte-budget.ts';
import type { DocumentHeaders } from '../declared.ts';
import { HttpMetrics } from '../http-metrics.ts';
import { Intake, type Taken } from '../intake.ts';
import { Problem } from '../problem.ts';
import type { FeedName } from './feed.ts';
import { FeedMetrics } from './feed-metrics.ts';
import { QuietWatch } from './quiet-watch.ts';

/** A document that was found at a feed; `isKnown` as in `Delivery`. */
export type FoundDocument = {
  readonly headers: DocumentHeaders;
  readonly body: Buffer;
  readonly isKnown?: (storySha256: string) => boolean;
};

/** Stored; refused for good, and kept where a pushed one would be; or to be tried again later. */
export type FeedOutcome =
  | { readonly kind: 'accepted'; readonly taken: Taken }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'postponed'; readonly problem: Problem };

/** The door for documents that ingest fetches itself: the same intake, with an outcome in place of an answer. */
@Injectable()
export class FeedIntake {
  private readonly logger = new Logger('Feeds');
  private readonly intake: Intake;
  private readonly budget: ByteBudget;
  private readonly http: HttpMetrics;
  private readonly metrics: FeedMetrics;
  private readonly quiet: QuietWatch;

  constructor(intake: Intake, budget: ByteBudget, http: HttpMetrics, metrics: FeedMetrics, quiet: QuietWatch) {
    this.intake = intake;
    this.budget = budget;
    this.http = http;
    this.metrics = metrics;
    this.quiet = quiet;
  }

  /** `about` stands in the log line beside the outcome: a file's name. Never rejects. */
  async take(feed: FeedName, document: FoundDocument, about: Record<string, unknown> = {}): Promise<FeedOutcome> {
    const outcome = await this.outcomeOf(feed, document);
    this.metrics.document(feed, outcome.kind);
    if (outcome.kind === 'accepted') {
      const { format, stories, unchanged } = outcome.taken;
      this.http.accepted(feed.provider, format, stories.length);
      this.metrics.unchangedStories(feed, unchanged);
      if (stories.length > 0) this.quiet.story(feed);
      const receipts = stories.slice(0, 10).map(({ receipt }) => receipt);
      this.logger.log({ msg: 'taken', ...feed, ...about, format, stories: stories.length, unchanged, receipts });
    } else {
      const { refusal, keptAs, cause } = outcome.problem;
      const { code, at } = refusal;
      const line = { msg: outcome.kind, ...feed, ...about, code, at, keptAs };
      this.logger.warn(code === 'internal-error' ? { ...line, err: cause } : line);
    }
    return outcome;
  }

  private async outcomeOf({ provider }: FeedName, { body, ...rest }: FoundDocument): Promise<FeedOutcome> {
    if (!this.budget.take(body.length)) return { kind: 'postponed', problem: new Problem({ code: 'overloaded' }) };
    try {
      return { kind: 'accepted', taken: await this.intake.take({ provider, body, ...rest }) };
    } catch (error) {
      const problem = error instanceof Problem ? error : new Problem({ code: 'internal-error' }, { cause: error });
      return { kind: problem.status === 503 ? 'postponed' : 'refused', problem };
    } finally {
      this.budget.give(body.length);
    }
  }
}
