import type { Format, Story } from '#contracts';

/** What the door knows of a document besides its bytes. */
export type Declared = {
  /** Media type of the request, lower case, without parameters; undefined where nothing was declared. */
  readonly mediaType?: string;
  /** Character set the sender declared. */
  readonly charset?: string;
  /** Identifier the sender gives the story, for formats that carry none (page text). */
  readonly guid?: string;
};

/** A document after decoding: its text, and the character set it was found in. */
export type Text = {
  readonly text: string;
  readonly charset: string;
  /** The document itself, for formats whose parts are in character sets of their own (mail). */
  readonly bytes?: Uint8Array;
};

/** Reads a document that lies inside of another one, whatever its format is. Throws `DocumentError` alone. */
export type ReadPart = (bytes: Uint8Array, declared: Declared) => Story[];

/** A format of documents that are no text, known by their first bytes. Anything else is as in {@link WireFormat}. */
export type BinaryFormat = {
  readonly name: Format;
  readonly mediaTypes: readonly string[];
  /** Whether the first bytes are those of this format. */
  recognizes(bytes: Uint8Array): boolean;
  parse(bytes: Uint8Array, declared: Declared): Story[];
};

/**
 * One wire format: a folder with its `detect`, its `parse`, its fixtures and golden outputs. Adding a format is adding
 * a folder and a row in `registry.ts`.
 */
export type WireFormat = {
  readonly name: Format;
  /** Media types a sender may declare for it, most specific first. */
  readonly mediaTypes: readonly string[];
  /** How sure the content looks like this format: 0 (no) to 1 (certain), read from the head of the text alone. */
  detect(document: Text, declared: Declared): number;
  /** All stories of the document, in order. Throws `DocumentError` when nothing can be read; what it merely notices goes to `issues`. */
  parse(document: Text, declared: Declared, readPart?: ReadPart): Story[];
};
