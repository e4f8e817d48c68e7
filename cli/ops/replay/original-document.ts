import { DOCUMENT_HEADER, type RawStory } from '#contracts';
import type { RawRecord, TopicReader } from '#kafka';
import { sha256 } from '../../../apps/ingest/src/story-digest.ts';

/**
 * The document of a raw record, byte for byte: from its header, or from its chunks. Undefined when a chunk has expired,
 * or the bytes are not those that were accepted.
 */
export async function originalDocument(
  record: RawRecord,
  { document }: RawStory,
  reader: TopicReader,
): Promise<Buffer | undefined> {
  const bytes = inHeader(record) ?? (await fromChunks(document.chunks ?? [], reader));
  return bytes !== undefined && sha256(bytes) === document.sha256 ? bytes : undefined;
}

function inHeader({ headers }: RawRecord): Buffer | undefined {
  const header = headers[DOCUMENT_HEADER];
  return Buffer.isBuffer(header) ? header : undefined;
}

async function fromChunks(
  chunks: NonNullable<RawStory['document']['chunks']>,
  reader: TopicReader,
): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  for (const chunk of chunks) {
    const record = await reader.record(chunk);
    if (record?.value == null) return undefined;
    parts.push(record.value);
  }
  return chunks.length === 0 ? undefined : Buffer.concat(parts);
}
