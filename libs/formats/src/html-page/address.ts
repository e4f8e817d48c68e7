import { absoluteAddress } from '../absolute-addresses.ts';
import { isNode, type Node, textMember } from './json-ld.ts';
import { type Head, meta } from './meta.ts';

/** The page's own address: `rel=canonical`, else OpenGraph, JSON-LD or Twitter; undefined where none is absolute. */
export function pageAddress(head: Head, article: Node | undefined): string | undefined {
  const canonical = head.links.find(({ rel }) => /\bcanonical\b/i.test(rel ?? ''))?.['href'];
  const main = article?.['mainEntityOfPage'];
  const written = [
    canonical,
    meta(head, 'og:url', 'twitter:url', 'dc.identifier', 'dcterms.identifier'),
    textMember(article, 'url'),
    typeof main === 'string' ? main : isNode(main) ? textMember(main, '@id', 'url') : undefined,
  ];
  for (const address of written) {
    // A canonical link to the root of the site is a mistake of its template, not an address of the story.
    const absolute = absoluteAddress(address, head.base);
    if (absolute !== undefined && !/^https?:\/\/[^/]+\/?$/.test(absolute)) return absolute;
  }
  return undefined;
}
