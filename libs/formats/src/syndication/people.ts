import type { Contributor, Story } from '#contracts';
import { absoluteAddress } from '../absolute-addresses.ts';
import { attr, children, lineOf, type XmlElement } from '../xml-element.ts';
import type { Channel } from './channel.ts';
import { all, type Members } from './members.ts';

const MAIL_AND_NAME = /^\S+@\S+\s+\((.+)\)$/;
const NAME_AND_MAIL = /^(.+?)\s*<\S+@\S+>$/;

/** Byline and contributors: `dc:creator` before `author`; those of the feed where the entry, an Atom one, has none. */
export function readPeople(members: Members, channel: Channel): Pick<Story, 'contributors'> & { by?: string } {
  const own = ['dc:creator', 'author', 'atom:author', 'itunes:author', 'media:author'];
  const written =
    own.map((name) => all(members, name)).find((found) => found.some((each) => nameOf(each))) ?? channel.authors;
  const authors = written.flatMap((element) => person(element, undefined));
  const others = all(members, 'contributor', 'dc:contributor').flatMap((element) => person(element, 'contributor'));
  const names = [...new Set(authors.map(({ name }) => name))];
  return { contributors: [...authors, ...others], ...(names.length > 0 && { by: names.join(', ') }) };
}

function person(element: XmlElement, role: string | undefined): Contributor[] {
  const name = nameOf(element);
  const uri = absoluteAddress(lineOf(children(element).find((child) => /^(?:uri|url)$/.test(child.name))), undefined);
  if (name === undefined) return [];
  return [{ name, ...(role !== undefined && { role }), ...(uri !== undefined && { uri }) }];
}

function nameOf(element: XmlElement): string | undefined {
  const named = children(element).find(({ name }) => name === 'name');
  const text = named === undefined && children(element).length > 0 ? undefined : lineOf(named ?? element);
  const name = text ?? attr(element, 'name');
  return name === undefined
    ? undefined
    : (MAIL_AND_NAME.exec(name)?.[1] ?? NAME_AND_MAIL.exec(name)?.[1] ?? name).trim() || undefined;
}
