export { MAX_ALTERNATIVE_TEXT } from './alternative-text.ts';
export type { CaptionReading, CaptionSpans, Span } from './caption-reading.ts';
export { readCaption } from './read-caption.ts';
export { readPictures } from './read-pictures.ts';
