import { originOf, RawStory, Receipt } from '#contracts';
import { headerText, type PartitionRange, type RawRecord, type TopicReader } from '#kafka';
import { storyVersion } from '#normalize';
import { jsonOf } from '../json-of.ts';
import type { Accepted, Ended } from './settle-receipts.ts';

/** The accepted stories of a range of `news.raw.v1`. */
export async function* acceptedOf(reader: TopicReader, range: PartitionRange): AsyncGenerator<Accepted> {
  for await (const record of reader.records(range)) {
    const receipt = headerText(record.headers['ce_receipt']);
    if (receipt === undefined || record.key === null) continue;
    yield {
      receipt,
      key: record.key.toString(),
      origin: originOf(record),
      versionId: versionOf(record),
      at: Number(record.timestamp),
    };
  }
}

/** The outcomes of a range of `news.receipts.v1`. */
export async function* endedOf(reader: TopicReader, range: PartitionRange): AsyncGenerator<Ended> {
  for await (const { value, timestamp } of reader.records(range)) {
    const receipt = Receipt.safeParse(jsonOf(value));
    if (receipt.success) yield { receipt: receipt.data.receipt, outcome: receipt.data.outcome, at: Number(timestamp) };
  }
}

function versionOf(record: RawRecord): string | undefined {
  const raw = RawStory.safeParse(jsonOf(record.value));
  return raw.success ? storyVersion(raw.data, record).versionId : undefined;
}
