import {
  DOCUMENT_HEADER,
  MAX_RECORD_BYTES,
  providerSource,
  type RawStory,
  type RecordPosition,
  storyKey,
  toHeaders,
  topics,
  travellingBlock,
} from '#contracts';
import type { OutgoingRecord } from '#kafka';
import { sha256 } from './story-digest.ts';

/** Left for the key and the headers of a chunk. */
const CHUNK_BYTES = MAX_RECORD_BYTES - 4 * 1024;

/**
 * The record of an accepted story on `news.raw.v1`: keyed by the story, with CloudEvents headers, and its document where
 * that is not stored by reference. Its event id is made of what the story is and says, so that a story sent again has
 * the same one.
 */
export function rawRecord(raw: RawStory, document?: Buffer): OutgoingRecord {
  const { provider, story, storySha256, part } = raw;
  const key = storyKey(provider, story.guid);
  const time = story.times.versionCreated?.utc;
  return {
    topic: topics.raw.name,
    key,
    value: rawValue(raw),
    headers: {
      ...toHeaders({
        id: sha256([provider, story.guid, story.version ?? '', storySha256, part.index].join('|')).slice(0, 32),
        type: topics.raw.type,
        source: providerSource(provider),
        subject: key,
        receipt: raw.receipt,
        pictures: story.media.filter(({ type }) => type === 'picture' || type === 'graphic').length,
        ...(time !== undefined && { time }),
      }),
      ...(document !== undefined && { [DOCUMENT_HEADER]: document }),
    },
  };
}

/** A raw story as JSON. */
export function rawValue(raw: RawStory): string {
  return JSON.stringify({ ...raw, story: { ...raw.story, body: raw.story.body.map(travellingBlock) } });
}

/** A document cut into records of `news.documents.v1`: one key, so that they lie in order on one partition. */
export function chunkRecords(
  bytes: Buffer,
  document: { sha256: string; contentType: string },
  provider: string,
): OutgoingRecord[] {
  return Array.from({ length: Math.ceil(bytes.length / CHUNK_BYTES) }, (_, index) => ({
    topic: topics.documents.name,
    key: document.sha256,
    value: bytes.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES),
    headers: toHeaders({
      id: `${document.sha256.slice(0, 32)}-${index}`,
      type: topics.documents.type,
      source: providerSource(provider),
      subject: document.sha256,
      contentType: document.contentType,
    }),
  }));
}

/** The same stories, their document named by where its chunks lie. */
export function withChunks(stories: readonly RawStory[], chunks: readonly RecordPosition[]): RawStory[] {
  return stories.map((raw) => ({ ...raw, document: { ...raw.document, chunks: [...chunks] } }));
}
