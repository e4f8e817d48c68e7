import { Inject, Injectable } from '@nestjs/common';
import type { Document, RecordPosition } from '#contracts';
import { Clock } from './clock.ts';
import { type DocumentHeaders, declaredBy } from './declared.ts';
import { inflate } from './inflate.ts';
import { INGEST_ENV, type IngestEnv } from './ingest.config.ts';
import { Problem, type Refusal } from './problem.ts';
import { chunkRecords, rawRecord, withChunks } from './raw-records.ts';
import { type Accepted, describeDocument, receive } from './receive.ts';
import { isKept, needsChunks, rejectedRecord } from './rejected.ts';
import { Storage } from './storage.ts';

/** A document as it came through the door, or was fetched from a feed. */
export type Delivery = {
  readonly provider: string;
  readonly headers: DocumentHeaders;
  readonly body: Buffer;
  /** Tells by its digest which story lies on `news.raw.v1` already and is not to be stored again; none when absent. */
  readonly isKnown?: (storySha256: string) => boolean;
};

/** What was stored; of the whole document `digests` of all stories, and how many of them were known. */
export type Taken = Accepted & { readonly digests: readonly string[]; readonly unchanged: number };

/**
 * Takes a document in: decompressed, parsed, stored. Resolves once its stories lie on `news.raw.v1`; throws `Problem`
 * once its refused bytes lie on `news.rejected.v1`, or when neither can be stored.
 */
@Injectable()
export class Intake {
  private readonly storage: Storage;
  private readonly clock: Clock;
  private readonly deadlineMs: number;

  constructor(storage: Storage, clock: Clock, @Inject(INGEST_ENV) env: IngestEnv) {
    this.storage = storage;
    this.clock = clock;
    this.deadlineMs = env.PUBLISH_DEADLINE_MS;
  }

  async take(delivery: Delivery): Promise<Taken> {
    const { provider, headers, body, isKnown = () => false } = delivery;
    const bytes = await inflate(body, headers['content-encoding']);
    if (!Buffer.isBuffer(bytes)) return this.refuse(delivery, body, bytes);
    const about = declaredBy(headers);
    if ('refusal' in about) return this.refuse(delivery, bytes, about.refusal);
    const receivedAt = new Date(this.clock.now()).toISOString();
    const nextReceipt = () => this.clock.nextId();
    const outcome = receive({ bytes, declared: about.declared, provider, receivedAt, nextReceipt });
    if ('refusal' in outcome) return this.refuse(delivery, bytes, outcome.refusal);
    const stories = outcome.stories.filter(({ storySha256 }) => !isKnown(storySha256));
    await this.accept({ ...outcome, stories }, bytes, provider);
    const digests = outcome.stories.map(({ storySha256 }) => storySha256);
    return { ...outcome, stories, digests, unchanged: digests.length - stories.length };
  }

  private async accept({ stories, byReference }: Accepted, bytes: Buffer, provider: string): Promise<void> {
    const until = this.clock.now() + this.deadlineMs;
    const [first] = stories;
    if (first === undefined) return;
    const records = byReference
      ? withChunks(stories, await this.storeChunks(bytes, first.document, provider, until)).map((raw) => rawRecord(raw))
      : stories.map((raw) => rawRecord(raw, bytes));
    await this.storage.store(records, until);
  }

  private async refuse({ provider, headers }: Delivery, bytes: Buffer, refusal: Refusal): Promise<never> {
    if (!isKept(refusal.code)) throw new Problem(refusal);
    const until = this.clock.now() + this.deadlineMs;
    const contentType = headers['content-type'];
    const receivedAt = new Date(this.clock.now()).toISOString();
    const id = this.clock.nextId();
    const chunks = needsChunks(bytes)
      ? await this.storeChunks(bytes, describeDocument(bytes, contentType), provider, until)
      : [];
    await this.storage.store(
      [rejectedRecord({ id, bytes, contentType, provider, receivedAt, refusal }, chunks)],
      until,
    );
    throw new Problem(refusal, { keptAs: id });
  }

  private storeChunks(bytes: Buffer, document: Document, provider: string, until: number): Promise<RecordPosition[]> {
    return this.storage.store(chunkRecords(bytes, document, provider), until);
  }
}
