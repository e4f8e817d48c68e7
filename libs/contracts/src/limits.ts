/** Every limit on what the door and the topics take, each with its reason. Limits of the parsers stand in `libs/formats/src/limits.ts`. */

/** A Kafka broker takes records to 1 MiB by default; the rest is left to key, headers and framing. */
export const MAX_RECORD_BYTES = 900 * 1024;

/** A document up to this size travels inside its record, beside its parse; a larger one by reference. */
export const MAX_INLINE_DOCUMENT_BYTES = 256 * 1024;

/** The largest document the door takes: the longest real items are below 2 MiB, packages with many items below 8. */
export const MAX_DOCUMENT_BYTES = 8 * 1024 * 1024;

/** The most stories taken from one document: a larger feed dump is to be cut by who sends it, so that one request stays short. */
export const MAX_STORIES_PER_DOCUMENT = 1000;

/** Longest story key, `<provider>|<guid>`, in UTF-8 bytes: MongoDB and Kafka take more, people reading logs do not. */
export const MAX_KEY_BYTES = 1024;
