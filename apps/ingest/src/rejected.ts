import {
  MAX_INLINE_DOCUMENT_BYTES,
  providerSource,
  type RecordPosition,
  type RejectedDocument,
  toHeaders,
  topics,
} from '#contracts';
import type { OutgoingRecord } from '#kafka';
import { PROBLEMS, type ProblemCode, type Refusal } from './problem.ts';
import { describeDocument } from './receive.ts';

/** A document the door refused, on its way to `news.rejected.v1`. `id` is named to the sender in the problem's `instance`. */
export type RefusedDocument = {
  readonly id: string;
  readonly bytes: Buffer;
  readonly contentType: string | undefined;
  readonly provider: string;
  readonly receivedAt: string;
  readonly refusal: Refusal;
};

/** Nothing is kept of what was refused for its size alone, or never came in whole. */
const NOT_KEPT: ReadonlySet<ProblemCode> = new Set(['document-too-large', 'inflated-too-large', 'request-aborted']);

export function isKept(code: ProblemCode): boolean {
  return !NOT_KEPT.has(code);
}

/** Too large to lie inside its record on `news.rejected.v1`: chunks on `news.documents.v1` come first. */
export function needsChunks(bytes: Buffer): boolean {
  return bytes.length > MAX_INLINE_DOCUMENT_BYTES;
}

/** The record on `news.rejected.v1`: why, and the bytes themselves or where their chunks lie. */
export function rejectedRecord(refused: RefusedDocument, chunks: readonly RecordPosition[]): OutgoingRecord {
  const { id, bytes, provider, receivedAt, refusal } = refused;
  const document = describeDocument(bytes, refused.contentType);
  const key = `${provider}|${document.sha256}`;
  const at = placeOf(refusal);
  const value: RejectedDocument = {
    provider,
    receivedAt,
    code: refusal.code,
    detail: refusal.detail ?? PROBLEMS[refusal.code].title,
    ...(at !== undefined && { at }),
    document: { ...document, ...(needsChunks(bytes) ? { chunks: [...chunks] } : { base64: bytes.toString('base64') }) },
  };
  return {
    topic: topics.rejected.name,
    key,
    value: JSON.stringify(value),
    headers: toHeaders({
      id,
      type: topics.rejected.type,
      source: providerSource(provider),
      subject: key,
      time: receivedAt,
    }),
  };
}

function placeOf({ at }: Refusal): RejectedDocument['at'] {
  return at === undefined || Object.keys(at).length === 0 ? undefined : { ...at };
}
