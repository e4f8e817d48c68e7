import type { WireFormat } from '../format.ts';
import { detect } from './detect.ts';
import { parse } from './parse.ts';

/** The text of a news page, line by line as it was copied or dumped: headline, times, byline, tags, paragraphs, captions. */
export const pageText: WireFormat = { name: 'page-text', mediaTypes: ['text/plain'], detect, parse };
