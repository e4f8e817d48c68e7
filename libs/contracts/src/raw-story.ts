import { z } from 'zod';
import { Story } from './story.ts';

/** Where a record lies in Kafka. `offset` is decimal text, as Kafka's own tools print it. */
export const RecordPosition = z
  .object({ topic: z.string(), partition: z.int(), offset: z.string() })
  .meta({ id: 'RecordPosition' });
export type RecordPosition = z.output<typeof RecordPosition>;

/**
 * The header of a raw record that holds its document, byte for byte: out of the way of those who read the parse alone,
 * and not a third larger as text would be.
 */
export const DOCUMENT_HEADER = 'document';

/**
 * The document a story came in, byte for byte. Of a raw story: in the header `document` when it is small and holds this
 * one story. Of a refusal: in `base64` when it is small. Else as a reference to its chunks on `news.documents.v1`, in
 * order. `sha256` is that of all bytes, in hex.
 */
export const Document = z
  .object({
    contentType: z.string(),
    sha256: z.string(),
    size: z.int().nonnegative(),
    base64: z.string().optional(),
    chunks: z.array(RecordPosition).optional(),
  })
  .meta({ id: 'Document' });
export type Document = z.output<typeof Document>;

/** A story as it was accepted at the door; the value on `news.raw.v1`. */
export const RawStory = z
  .object({
    provider: z.string(),
    /** Given to the feed with the 202; the story's outcome is filed under it. */
    receipt: z.string(),
    receivedAt: z.iso.datetime(),
    /** Which story of its document this is, from 0, and of how many. */
    part: z.object({ index: z.int().nonnegative(), count: z.int().positive() }),
    document: Document,
    story: Story,
    /** sha256 over the parse, in hex: two transmissions that say the same have the same. */
    storySha256: z.string(),
  })
  .meta({ id: 'RawStory' });
export type RawStory = z.output<typeof RawStory>;

/** A document that the door refused, with its bytes; the value on `news.rejected.v1`. */
export const RejectedDocument = z
  .object({
    provider: z.string().optional(),
    receivedAt: z.iso.datetime(),
    code: z.string(),
    detail: z.string(),
    at: z.object({ line: z.int().optional(), column: z.int().optional(), path: z.string().optional() }).optional(),
    document: Document,
  })
  .meta({ id: 'RejectedDocument' });
export type RejectedDocument = z.output<typeof RejectedDocument>;
