import { RawStory, type RecordPosition } from '#contracts';
import type { OutgoingRecord, PartitionRange, Publisher, TopicReader } from '#kafka';
import { Clock } from '../../../apps/ingest/src/clock.ts';
import { chunkRecords, rawRecord, withChunks } from '../../../apps/ingest/src/raw-records.ts';
import { jsonOf } from '../json-of.ts';
import type { Pace } from '../pace.ts';
import { originalDocument } from './original-document.ts';
import { type Obstacle, type Reread, reparse } from './reparse.ts';
import type { ReplayState } from './replay-state.ts';

/** Stories sent at once: what may be sent a second time when the command dies before it noted them. */
const BATCH = 50;
const BATCH_BYTES = 4 * 1024 * 1024;

export type Replaying = {
  readonly reader: TopicReader;
  /** Absent: nothing is sent. */
  readonly publisher?: Publisher;
  readonly pace: Pace;
  readonly signal: AbortSignal;
  readonly wants: (record: { readonly key: string; readonly provider: string }) => boolean;
  readonly onlyChanged: boolean;
  readonly undated: boolean;
  /** Counted up. */
  readonly counts: ReplayState['counts'];
  /** Told of the next offset when all before it is sent. */
  readonly done: (next: bigint) => void;
};

/** Replays a range of one partition of `news.raw.v1`, in order. Ends early when the signal fires, behind what is sent. */
export async function replayRange(range: PartitionRange, options: Replaying): Promise<void> {
  const { reader, publisher, pace, signal, counts } = options;
  const clock = new Clock();
  let batch: OutgoingRecord[] = [];
  let bytes = 0;
  let read = 0;
  const send = async (next: bigint): Promise<void> => {
    await publisher?.publish(batch);
    if (publisher !== undefined) counts.sent += batch.length;
    options.done(next);
    await pace.passed(read, signal);
    batch = [];
    bytes = 0;
    read = 0;
  };
  for await (const record of reader.records(range)) {
    if (signal.aborted) return;
    const raw = RawStory.safeParse(jsonOf(record.value));
    const about = { key: record.key?.toString() ?? '', provider: raw.data?.provider ?? '' };
    if (!options.wants(about)) continue;
    counts.read += 1;
    read += 1;
    const document = raw.success ? await originalDocument(record, raw.data, reader) : undefined;
    if (raw.data === undefined) stopped(counts, 'unreadable');
    else if (document === undefined) stopped(counts, 'document-gone');
    else {
      const reread = reparse(raw.data, record, document, {
        nextReceipt: () => clock.nextId(),
        undated: options.undated,
      });
      if ('obstacle' in reread) stopped(counts, reread.obstacle);
      else {
        counts.changed += reread.filter(({ changed }) => changed).length;
        for (const one of reread) {
          if (options.onlyChanged && !one.changed) continue;
          batch.push(await recordOf(one, raw.data, document, publisher));
          bytes += document.length;
        }
      }
    }
    if (batch.length >= BATCH || bytes >= BATCH_BYTES) await send(BigInt(record.offset) + 1n);
  }
  if (!signal.aborted) await send(range.to);
}

function stopped({ obstacles }: ReplayState['counts'], obstacle: Obstacle): void {
  obstacles[obstacle] = (obstacles[obstacle] ?? 0) + 1;
}

/** The raw record of a story read again. Its document stays where its chunks lie; one that was inside its record may need some. */
async function recordOf(
  { story, byReference }: Reread,
  { document }: RawStory,
  bytes: Buffer,
  publisher: Publisher | undefined,
): Promise<OutgoingRecord> {
  if (!byReference) return rawRecord(story, bytes);
  const chunks: readonly RecordPosition[] =
    document.chunks ?? (await publisher?.publish(chunkRecords(bytes, document, story.provider))) ?? [];
  const [referring = story] = withChunks([story], chunks);
  return rawRecord(referring);
}
