import type { Relation } from '#contracts';
import { absoluteAddress } from '../absolute-addresses.ts';
import { attr, lineOf, type XmlElement } from '../xml-element.ts';
import { all, line, type Members } from './members.ts';

/**
 * The addresses of the page that an entry, or the feed, is about, the best first: where a counter of readers stands
 * before a page, the page's own. A guid is an address unless it says that it isn't.
 */
export function addressesOf(members: Members, base: string | undefined): string[] {
  const original = line(members, 'feedburner:origLink');
  const alternate = all(members, 'link', 'atom:link').find(
    (link) => attr(link, 'href') !== undefined && (attr(link, 'rel') ?? 'alternate') === 'alternate',
  );
  const text = all(members, 'link')
    .map(lineOf)
    .find((each) => each !== undefined);
  const guid = all(members, 'guid').find((each) => attr(each, 'isPermaLink')?.toLowerCase() !== 'false');
  const written = [original, text, attr(alternate, 'href')].map((each) => absoluteAddress(each, base));
  const addresses = [...written, absoluteAddress(lineOf(guid), undefined)];
  return [...new Set(addresses.filter((address) => address !== undefined))];
}

/** Links to other things: related pages and where the story was found. */
export function readRelations(members: Members, base: string | undefined): Relation[] {
  return all(members, 'link', 'atom:link').flatMap((link): Relation[] => {
    const rel = RELATIONS[attr(link, 'rel') ?? ''];
    const href = absoluteAddress(attr(link, 'href'), base);
    const title = attr(link, 'title');
    return rel === undefined || href === undefined ? [] : [{ rel, href, ...(title !== undefined && { title }) }];
  });
}

/** RFC 4287, section 4.2.7.2. */
const RELATIONS: Readonly<Record<string, string>> = { related: 'seeAlso', via: 'derivedFrom' };

/** Links that bring a file along. */
export function enclosureLinks(members: Members): XmlElement[] {
  return all(members, 'link', 'atom:link').filter((link) => attr(link, 'rel') === 'enclosure');
}
