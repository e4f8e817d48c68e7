import { children, lineOf, type XmlElement } from '../xml-element.ts';

/** The vocabularies that feeds use beside their own, by the names they go under in this room. */
const VOCABULARIES: readonly (readonly [RegExp, string])[] = [
  [/^http:\/\/purl\.org\/dc\/elements\//, 'dc'],
  [/^http:\/\/purl\.org\/dc\/terms/, 'dcterms'],
  [/^http:\/\/purl\.org\/rss\/1\.0\/modules\/content/, 'content'],
  [/^https?:\/\/search\.yahoo\.com\/mrss/, 'media'],
  [/^http:\/\/tools\.search\.yahoo\.com\/mrss/, 'media'],
  [/^https?:\/\/www\.itunes\.com\/dtds\/podcast/i, 'itunes'],
  [/^http:\/\/www\.georss\.org\/georss/, 'georss'],
  [/^http:\/\/www\.w3\.org\/2003\/01\/geo/, 'geo'],
  [/^http:\/\/www\.w3\.org\/2005\/Atom|^http:\/\/purl\.org\/atom\//, 'atom'],
  [/^http:\/\/purl\.org\/atom\/app|^http:\/\/www\.w3\.org\/2007\/app/, 'app'],
  [/^http:\/\/purl\.org\/atompub\/tombstones/, 'at'],
  [/^https?:\/\/wordpress\.org\/export\/[\d.]+\/excerpt/, 'excerpt'],
  [/^https?:\/\/wordpress\.org\/export/, 'wp'],
  [/^http:\/\/prismstandard\.org\//, 'prism'],
  [/^http:\/\/rssnamespace\.org\/feedburner/, 'feedburner'],
  [/^http:\/\/feed\.wenn\.com\/xmlns\//, 'wenn'],
];

/** Extensions that wrap their members in an element of their own: those stand as members of the entry. */
const WRAPPERS: ReadonlySet<string> = new Set(['wenn:NewsManagement', 'wenn:ContentMetadata', 'app:control']);

/** The child elements of a channel, item or entry by their qualified names: `title`, `dc:creator`, `media:content`. */
export type Members = ReadonlyMap<string, readonly XmlElement[]>;

/** Gathers the members of an element; `home` is the namespace of the feed's own vocabulary, which has no prefix here. */
export function membersOf(element: XmlElement, home: string): Members {
  const members = new Map<string, XmlElement[]>();
  gather(element, home, members);
  return members;
}

function gather(element: XmlElement, home: string, members: Map<string, XmlElement[]>): void {
  for (const child of children(element)) {
    const name = qualifiedName(child, home);
    if (WRAPPERS.has(name)) gather(child, home, members);
    const list = members.get(name);
    if (list === undefined) members.set(name, [child]);
    else list.push(child);
  }
}

/** The name of an element with the prefix of its vocabulary; those of an unknown one have `?:`. */
export function qualifiedName({ name, namespace }: XmlElement, home: string): string {
  if (namespace === home || namespace === '') return name;
  const prefix = VOCABULARIES.find(([uri]) => uri.test(namespace))?.[1];
  return `${prefix ?? '?'}:${name}`;
}

/** All members of the given names, in the order of the names. */
export function all(members: Members, ...names: readonly string[]): XmlElement[] {
  return names.flatMap((name) => members.get(name) ?? []);
}

/** The text of the first member, in the order of the names, that has one: on one line. */
export function line(members: Members, ...names: readonly string[]): string | undefined {
  for (const element of all(members, ...names)) {
    const text = lineOf(element);
    if (text !== undefined) return text;
  }
  return undefined;
}
