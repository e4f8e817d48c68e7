import type { Format, Issue, Story } from '#contracts';
import { DocumentError } from '../document-error.ts';
import type { Text } from '../format.ts';
import { type Item, survivingStories } from '../surviving-stories.ts';
import { parseXml } from '../xml.ts';
import { child, children, type XmlElement } from '../xml-element.ts';
import { readChannel } from './channel.ts';
import { readEntry } from './entry.ts';
import { membersOf, qualifiedName } from './members.ts';
import { repairXml } from './repair-xml.ts';
import { tombstone } from './tombstone.ts';
import { attachmentsOf, isPost } from './wxr.ts';

/**
 * Reads a feed: its items or entries, each a story. A feed that isn't well-formed is read once more with its characters
 * repaired, which each of its stories says in an issue. Throws `malformed-xml` where that doesn't help, `no-story` for
 * a feed without items, and what `parseXml` throws.
 */
export function parse(format: Format, { text }: Text): Story[] {
  const { root, issues } = wellFormed(text);
  const channelElement = child(root, 'channel') ?? root;
  const home = channelElement.namespace;
  const channel = readChannel(root, channelElement, home);
  const attachments = attachmentsOf(entriesOf(root, channelElement), home);
  const items: Item[] = [];
  for (const [index, element] of entriesOf(root, channelElement).entries()) {
    const path = `${element.name}[${index}]`;
    if (qualifiedName(element, home) === 'at:deleted-entry') {
      items.push({ path, read: () => tombstone(element, format, path) });
    } else if (isPost(element, home)) {
      items.push({
        path,
        read: () => readEntry(membersOf(element, home), { element, format, channel, attachments, path }),
      });
    }
  }
  if (items.length === 0) throw new DocumentError('no-story', 'the feed has no items');
  const stories = survivingStories(items);
  for (const story of stories) story.issues.push(...issues);
  return stories;
}

/** Items stand in the channel, beside it (RSS 1.0), or in both. */
function entriesOf(root: XmlElement, channel: XmlElement): XmlElement[] {
  const parents = channel === root ? [root] : [channel, root];
  return parents.flatMap((parent) =>
    children(parent).filter(({ name }) => /^(?:item|entry|deleted-entry)$/.test(name)),
  );
}

function wellFormed(text: string): { root: XmlElement; issues: Issue[] } {
  try {
    return { root: parseXml(text), issues: [] };
  } catch (error) {
    if (!(error instanceof DocumentError) || !/^(?:malformed|unsafe)-xml$/.test(error.code)) throw error;
    const repaired = repairXml(text);
    if (repaired === text) throw error;
    return { root: parseXml(repaired), issues: [{ code: 'xml-repaired', message: error.message }] };
  }
}
