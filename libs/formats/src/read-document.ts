import { type Format, MAX_DOCUMENT_BYTES, MAX_STORIES_PER_DOCUMENT, Story } from '#contracts';
import { decode } from './decode.ts';
import { DocumentError } from './document-error.ts';
import type { BinaryFormat, Declared, ReadPart, Text, WireFormat } from './format.ts';
import { binaryFormats, formats } from './registry.ts';
import { survivingStories } from './surviving-stories.ts';

/** What a document was read as: its format, the character set it was found in (`binary` for what is no text), its stories in order (at least one). */
export type Reading = { readonly format: Format; readonly charset: string; readonly stories: Story[] };

/** Types that say nothing about the content. */
const LOOK: ReadonlySet<string> = new Set(['text/plain', 'application/octet-stream']);

/**
 * Reads a document: a binary format by its first bytes, else the bytes as text and the text's format; then the format's
 * stories, each checked against the shape of `Story`. The content decides over the declared media type, which must not contradict it. Throws `DocumentError` only.
 */
export function readDocument(bytes: Uint8Array, declared: Declared = {}): Reading {
  // A document inside of a document has none inside: the depth stays bounded whatever is packed into what.
  return readBytes(bytes, declared, (part, ofPart) => readBytes(part, ofPart).stories);
}

function readBytes(bytes: Uint8Array, declared: Declared, readPart?: ReadPart): Reading {
  if (bytes.byteLength === 0) throw new DocumentError('empty-document');
  if (bytes.byteLength > MAX_DOCUMENT_BYTES)
    throw new DocumentError('too-large', `more than ${MAX_DOCUMENT_BYTES} bytes`);
  const binary = binaryFormatOf(bytes, declared);
  if (binary !== undefined) return reading(binary.name, 'binary', binary.parse(bytes, declared));
  const document = { ...decode(bytes, declared.charset), bytes };
  const format = chooseFormat(document, declared);
  return reading(format.name, document.charset, format.parse(document, declared, readPart));
}

function reading(format: Format, charset: string, stories: Story[]): Reading {
  if (stories.length === 0) throw new DocumentError('no-story');
  if (stories.length > MAX_STORIES_PER_DOCUMENT) {
    throw new DocumentError('too-large', `more than ${MAX_STORIES_PER_DOCUMENT} stories`);
  }
  const items = stories.map((story, index) => ({ path: `stories[${index}]`, read: () => checked(story) }));
  return { format, charset, stories: survivingStories(items) };
}

/** The binary format of a document; one that is declared and another kind of document contradict each other. */
function binaryFormatOf(bytes: Uint8Array, { mediaType: type }: Declared): BinaryFormat | undefined {
  const found = binaryFormats.find((format) => format.recognizes(bytes));
  if (type === undefined || LOOK.has(type)) return found;
  const named = [...binaryFormats, ...formats].some((format) => format.mediaTypes.includes(type));
  const declared = binaryFormats.find((format) => format.mediaTypes.includes(type));
  if (found !== declared && named) throw new DocumentError('wrong-format', `the content is not ${type}`);
  return found;
}

function chooseFormat(document: Text, declared: Declared): WireFormat {
  const type = declared.mediaType;
  const named =
    type === undefined || LOOK.has(type) ? [] : formats.filter((format) => format.mediaTypes.includes(type));
  const sure = surest(document, declared, named.length > 0 ? named : formats);
  if (sure !== undefined) return sure;
  const [first] = named;
  if (first === undefined) throw new DocumentError('unknown-format');
  // Nothing else knows it either: the declared format says best what is wrong with it.
  if (surest(document, declared, formats) === undefined) return first;
  throw new DocumentError('wrong-format', `the content is not ${type}`);
}

function surest(document: Text, declared: Declared, candidates: readonly WireFormat[]): WireFormat | undefined {
  let best: WireFormat | undefined;
  let score = 0;
  for (const format of candidates) {
    const sure = format.detect(document, declared);
    if (sure > score) [best, score] = [format, sure];
  }
  return best;
}

function checked(story: Story): Story {
  const result = Story.safeParse(story);
  if (result.success) return result.data;
  const [fault] = result.error.issues;
  throw new DocumentError('invalid-member', fault?.message, { path: fault?.path.join('.') ?? '' });
}
