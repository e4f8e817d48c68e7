import type { Declared, Text, WireFormat } from '../format.ts';
import { parse } from './parse.ts';

const HEAD = 8192;
const RSS = /^<(?:rss|(?:[\w-]+:)?RDF)[\s>]/;
const ATOM = /^<(?:[\w-]+:)?feed[\s>]|^<(?:[\w-]+:)?entry[\s>]/;

/** How sure a document is a feed: its root, behind what may stand before it. */
function detect(root: RegExp, { text }: Text, _declared: Declared): number {
  const head = text.slice(0, HEAD).replace(/<!--[\s\S]*?-->/g, '');
  const start = head.search(/<[\w.-]/);
  // Feeds come with a few words of a server before the first tag, never with other markup.
  if (start < 0 || !root.test(head.slice(start)) || /[^\s<]{200}/.test(head.slice(0, start))) return 0;
  return /purl\.org\/rss|netscape\.com\/rdf|<rss|w3\.org\/2005\/Atom|purl\.org\/atom/.test(head) ? 0.9 : 0.5;
}

/** RSS 0.91 to 2.0 (https://www.rssboard.org/rss-specification), RSS 0.90 and 1.0 (RDF), with Media RSS, podcasts, GeoRSS, WordPress exports (WXR). */
export const rss: WireFormat = {
  name: 'rss',
  mediaTypes: ['application/rss+xml', 'application/rdf+xml', 'application/xml', 'text/xml'],
  detect: (document, declared) => detect(RSS, document, declared),
  parse: (document) => parse('rss', document),
};

/** Atom 1.0 (RFC 4287) and 0.3, with the same extensions, drafts (RFC 5023) and tombstones (RFC 6721). */
export const atom: WireFormat = {
  name: 'atom',
  mediaTypes: ['application/atom+xml', 'application/xml', 'text/xml'],
  detect: (document, declared) => detect(ATOM, document, declared),
  parse: (document) => parse('atom', document),
};
