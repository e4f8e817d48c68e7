import type { Relation } from '#contracts';
import { absoluteAddress } from '../absolute-addresses.ts';
import type { Head } from './meta.ts';

const MOST = 60;

/** The same story in other languages, as `hreflang` names it. */
export function readTies(head: Head, language: string | undefined, address: string | undefined): Relation[] {
  const own = primary(language);
  const ties = head.links.flatMap(({ rel, hreflang, href }): Relation[] => {
    if (!/\balternate\b/i.test(rel ?? '') || hreflang === undefined || hreflang.toLowerCase() === 'x-default')
      return [];
    const absolute = absoluteAddress(href, head.base ?? address);
    if (absolute === undefined || absolute === address || primary(hreflang) === own) return [];
    return [{ rel: 'translationOf', href: absolute }];
  });
  return [...new Map(ties.map((tie) => [tie.href, tie])).values()].slice(0, MOST);
}

function primary(tag: string | undefined): string {
  return (tag ?? '').toLowerCase().split(/[-_]/)[0] ?? '';
}
