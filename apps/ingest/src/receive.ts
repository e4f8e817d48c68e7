import {
  type Document,
  type Format,
  MAX_INLINE_DOCUMENT_BYTES,
  MAX_KEY_BYTES,
  MAX_RECORD_BYTES,
  type RawStory,
  type Story,
  storyKey,
} from '#contracts';
import { type Declared, DocumentError, readDocument } from '#formats';
import type { Refusal } from './problem.ts';
import { rawValue } from './raw-records.ts';
import { sha256, storyDigest } from './story-digest.ts';

/** Left in a record beside the story for references to chunks, the key and the headers: 10 chunks take 1 KiB. */
const RECORD_RESERVE_BYTES = 4 * 1024;

/** Keys stand in logs, headers and addresses. */
const CONTROL_CHARACTER = /[\u0000-\u001f\u007f-\u009f]/;

/** What the door knows when a document has come in. */
export type Arrival = {
  readonly bytes: Buffer;
  readonly declared: Declared;
  readonly provider: string;
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
  readonly nextReceipt: () => string;
};

/**
 * The stories of a document, ready for `news.raw.v1`. With `byReference` the document is too large for a record, or
 * holds several stories: its chunks have to be stored first and named in each `document`.
 */
export type Accepted = {
  readonly format: Format;
  readonly byReference: boolean;
  readonly stories: readonly RawStory[];
};

/** Parses a document at the door: all its stories are accepted, or the whole document is refused. */
export function receive(arrival: Arrival): Accepted | { readonly refusal: Refusal } {
  const { bytes, declared, provider } = arrival;
  try {
    const { format, stories } = readDocument(bytes, declared);
    const document = describeDocument(bytes, declared.mediaType);
    const raw = stories.map((story, index) => rawStory(story, { index, count: stories.length }, document, arrival));
    const refusal = refusalOf(raw, provider);
    if (refusal !== undefined) return { refusal };
    const [first] = raw;
    if (first === undefined || raw.length > 1 || !fitsInline(first)) return { format, byReference: true, stories: raw };
    return { format, byReference: false, stories: raw };
  } catch (error) {
    if (error instanceof DocumentError) return { refusal: { code: error.code, detail: error.message, at: error.at } };
    throw error;
  }
}

/** What is said of a document in every record that refers to it. */
export function describeDocument(bytes: Uint8Array, mediaType = 'application/octet-stream'): Document {
  return { contentType: mediaType, sha256: sha256(bytes), size: bytes.byteLength };
}

function rawStory(story: Story, part: RawStory['part'], document: Document, arrival: Arrival): RawStory {
  return {
    provider: arrival.provider,
    receipt: arrival.nextReceipt(),
    receivedAt: arrival.receivedAt,
    part,
    document,
    story,
    storySha256: storyDigest(story),
  };
}

function refusalOf(stories: readonly RawStory[], provider: string): Refusal | undefined {
  for (const { story, part, ...rest } of stories) {
    const at = part.count > 1 ? { path: `story ${part.index + 1} of ${part.count}` } : {};
    if (CONTROL_CHARACTER.test(story.guid)) return { code: 'invalid-identifier', at };
    if (Buffer.byteLength(storyKey(provider, story.guid)) > MAX_KEY_BYTES) {
      return { code: 'key-too-long', detail: `more than ${MAX_KEY_BYTES} bytes of "<provider>|<identifier>"`, at };
    }
    if (rawBytes({ story, part, ...rest }) > MAX_RECORD_BYTES - RECORD_RESERVE_BYTES) {
      return { code: 'story-too-large', detail: `more than ${MAX_RECORD_BYTES} bytes as a record`, at };
    }
  }
  return undefined;
}

/** Small enough to travel with its story, and still within a record beside it. */
function fitsInline(raw: RawStory): boolean {
  const { size } = raw.document;
  if (size > MAX_INLINE_DOCUMENT_BYTES) return false;
  return rawBytes(raw) + size <= MAX_RECORD_BYTES - RECORD_RESERVE_BYTES;
}

function rawBytes(raw: RawStory): number {
  return Buffer.byteLength(rawValue(raw));
}
