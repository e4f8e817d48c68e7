import { randomBytes } from 'node:crypto';
import type { RawStory } from '#contracts';
import { ReceiptIds } from '../../apps/ingest/src/receipt-ids.ts';
import { receive } from '../../apps/ingest/src/receive.ts';
import { asNinjs, inventedStory } from './invented-story.ts';

/** Every story comes from this provider. */
export const PROVIDER = 'bench';

const receipts = new ReceiptIds(randomBytes);

/** Story number `index` as ingest accepts it: its own pure code makes the raw story from a ninjs document. */
export function rawStory(index: number): RawStory {
  const now = Date.now();
  const accepted = receive({
    bytes: Buffer.from(asNinjs(inventedStory(index))),
    declared: { mediaType: 'application/ninjs+json' },
    provider: PROVIDER,
    receivedAt: new Date(now).toISOString(),
    nextReceipt: () => receipts.next(now),
  });
  if ('refusal' in accepted) throw new Error(`the door refused an invented story: ${accepted.refusal.code}`);
  const [raw] = accepted.stories;
  if (raw === undefined) throw new Error('a document without a story');
  return raw;
}
