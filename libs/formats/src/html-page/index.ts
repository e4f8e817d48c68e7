import type { Declared, Text, WireFormat } from '../format.ts';
import { readPage } from './page.ts';

const HEAD = 4096;
const WHOLE = /^(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>])/i;
const PART = /^<(?:article|main|section|div|p|h[1-6]|meta|title|link|header)[\s>]/i;

/** A page of a news site: HTML with JSON-LD (schema.org), OpenGraph, Dublin Core or microdata, or with none of them. */
export const htmlPage: WireFormat = {
  name: 'html-page',
  mediaTypes: ['text/html', 'application/xhtml+xml'],
  detect({ text }: Text, { mediaType }: Declared) {
    const head = text
      .slice(0, HEAD)
      .replace(/^\ufeff/, '')
      .replace(/<!--[\s\S]*?-->|<\?xml[^>]*\?>/g, '')
      .trimStart();
    if (WHOLE.test(head)) return 0.9;
    if (PART.test(head)) return 0.5;
    return mediaType === 'text/html' && /<[a-z!]/i.test(head) ? 0.4 : 0;
  },
  parse: (document, declared) => [readPage(document, declared)],
};
