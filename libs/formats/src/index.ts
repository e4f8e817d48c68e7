export type { PictureIndex } from './block-cutter.ts';
export { DOCUMENT_ERRORS, DocumentError, type DocumentErrorCode, type Place } from './document-error.ts';
export type { BinaryFormat, Declared, Text, WireFormat } from './format.ts';
export { blocksFromHtml, textBlock } from './html-blocks.ts';
export { type Reading, readDocument } from './read-document.ts';
export { mediaTypes } from './registry.ts';
