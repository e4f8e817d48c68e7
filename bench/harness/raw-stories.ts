import { randomBytes } from 'node:crypto';
import type { RawStory } from '#contracts';
import type { OutgoingRecord } from '#kafka';
import { rawRecord } from '../../apps/ingest/src/raw-records.ts';
import { ReceiptIds } from '../../apps/ingest/src/receipt-ids.ts';
import { receive } from '../../apps/ingest/src/receive.ts';
import { asNinjs, inventedStory } from './invented-story.ts';

/** Every story comes from this provider. */
export const PROVIDER = 'bench';

const receipts = new ReceiptIds(randomBytes);

/** Story number `index` as ingest accepts it: its own pure code makes the raw story from a ninjs document. */
export function rawStory(index: number): RawStory {
  return accept(index, documentOf(index));
}

/** Its record on `news.raw.v1`. */
export function rawStoryRecord(index: number): OutgoingRecord {
  const document = documentOf(index);
  return rawRecord(accept(index, document), document);
}

function documentOf(index: number): Buffer {
  return Buffer.from(asNinjs(inventedStory(index)));
}

function accept(index: number, bytes: Buffer): RawStory {
  const now = Date.now();
  const accepted = receive({
    bytes,
    declared: { mediaType: 'application/ninjs+json' },
    provider: PROVIDER,
    receivedAt: new Date(now).toISOString(),
    nextReceipt: () => receipts.next(now),
  });
  if ('refusal' in accepted) throw new Error(`the door refused invented story ${index}: ${accepted.refusal.code}`);
  const [raw] = accepted.stories;
  if (raw === undefined) throw new Error('a document without a story');
  return raw;
}
