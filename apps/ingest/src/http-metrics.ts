import { Injectable } from '@nestjs/common';
import { Counter, Histogram, Registry } from 'prom-client';

/** From a small story on an idle broker to the deadline of a request. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What the door counts, besides what every stage does. */
@Injectable()
export class HttpMetrics {
  private readonly requests: Counter<'status' | 'code'>;
  private readonly seconds: Histogram<'status'>;
  private readonly stories: Counter<'provider' | 'format'>;

  constructor(registry: Registry) {
    const registers = [registry];
    this.requests = new Counter({
      name: 'dateline_http_requests_total',
      help: 'Requests answered by the door; code is "accepted" or that of the problem',
      labelNames: ['status', 'code'],
      registers,
    });
    this.seconds = new Histogram({
      name: 'dateline_http_request_duration_seconds',
      help: 'Time from the headers of a request to its answer',
      labelNames: ['status'],
      buckets: BUCKETS,
      registers,
    });
    this.stories = new Counter({
      name: 'dateline_ingest_stories_total',
      help: 'Stories accepted',
      labelNames: ['provider', 'format'],
      registers,
    });
  }

  answered(status: number, code: string, milliseconds: number): void {
    this.requests.inc({ status: String(status), code });
    this.seconds.observe({ status: String(status) }, milliseconds / 1000);
  }

  accepted(provider: string, format: string, stories: number): void {
    this.stories.inc({ provider, format }, stories);
  }
}
