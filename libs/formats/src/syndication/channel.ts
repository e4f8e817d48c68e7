import { attr, type XmlElement } from '../xml-element.ts';
import { addressesOf } from './links.ts';
import { all, line, membersOf } from './members.ts';

/** What a feed says once for all of its stories. `base` is what their relative addresses are meant from. */
export type Channel = {
  readonly home: string;
  readonly base?: string;
  readonly title?: string;
  readonly language?: string;
  readonly copyright?: string;
  readonly sent?: string;
  readonly publisher?: string;
  readonly authors: readonly XmlElement[];
};

/** Reads the head of a feed. */
export function readChannel(root: XmlElement, channel: XmlElement, home: string): Channel {
  const members = membersOf(channel, home);
  const [link] = addressesOf(members, undefined);
  const base = attr(channel, 'xml:base') ?? attr(root, 'xml:base') ?? link;
  const title = line(members, 'title');
  const language = line(members, 'language', 'dc:language') ?? attr(channel, 'xml:lang') ?? attr(root, 'xml:lang');
  const copyright = line(members, 'copyright', 'rights', 'dc:rights', 'media:copyright');
  const sent = line(members, 'lastBuildDate', 'updated', 'modified', 'pubDate', 'dc:date');
  const publisher = line(members, 'dc:publisher');
  return {
    home,
    authors: all(members, 'author').filter(({ children }) => children.some((each) => typeof each !== 'string')),
    ...(base !== undefined && { base }),
    ...(title !== undefined && { title }),
    ...(language !== undefined && { language }),
    ...(copyright !== undefined && { copyright }),
    ...(sent !== undefined && { sent }),
    ...(publisher !== undefined && { publisher }),
  };
}
