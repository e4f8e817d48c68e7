import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Registry } from 'prom-client';
import type { FeedName } from './feed.ts';

/** How a look at a feed ended for one document. */
export type DocumentOutcome = 'accepted' | 'refused' | 'postponed' | 'unchanged';

/** What is counted of feeds that don't push. Stories and records are counted where those of pushed documents are. */
@Injectable()
export class FeedMetrics {
  private readonly documents: Counter<'provider' | 'feed' | 'outcome'>;
  private readonly repeated: Counter<'provider' | 'feed'>;
  private readonly failures: Counter<'provider' | 'feed' | 'code'>;
  private readonly waiting: Gauge<'provider' | 'feed'>;

  constructor(registry: Registry) {
    const registers = [registry];
    this.documents = new Counter({
      name: 'dateline_feed_documents_total',
      help: 'Documents of folders and polled feeds: accepted, refused, unchanged, or postponed because storage had no room',
      labelNames: ['provider', 'feed', 'outcome'],
      registers,
    });
    this.repeated = new Counter({
      name: 'dateline_feed_stories_unchanged_total',
      help: 'Stories of changed feed documents that were there before, unchanged, and were not taken again',
      labelNames: ['provider', 'feed'],
      registers,
    });
    this.failures = new Counter({
      name: 'dateline_feed_failures_total',
      help: 'Looks at a feed that failed: the folder could not be read, the address not be fetched',
      labelNames: ['provider', 'feed', 'code'],
      registers,
    });
    this.waiting = new Gauge({
      name: 'dateline_feed_waiting_files',
      help: 'Files in a watched folder that are not yet taken, as this process sees it',
      labelNames: ['provider', 'feed'],
      registers,
    });
  }

  document({ provider, feed }: FeedName, outcome: DocumentOutcome): void {
    this.documents.inc({ provider, feed, outcome });
  }

  unchangedStories({ provider, feed }: FeedName, stories: number): void {
    this.repeated.inc({ provider, feed }, stories);
  }

  failed({ provider, feed }: FeedName, code: string): void {
    this.failures.inc({ provider, feed, code });
  }

  filesWaiting({ provider, feed }: FeedName, files: number): void {
    this.waiting.set({ provider, feed }, files);
  }
}
