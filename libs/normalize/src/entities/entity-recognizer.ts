import type { Mention } from '#contracts';

/** A plain text and its language (BCP 47), where that is known. */
export type EntityText = { readonly text: string; readonly language: string | undefined };

/** Finds people, organisations and places in texts. A port: what stands behind it can be replaced, or be in another thread. */
export abstract class EntityRecognizer {
  /** The mentions of each text, in the order of the texts; offsets are in UTF-16 code units. Rejects when any could not be read. */
  abstract recognize(texts: readonly EntityText[]): Promise<Mention[][]>;

  /** Gives up what is under way, and lets go of threads. */
  abstract close(): Promise<void>;
}
