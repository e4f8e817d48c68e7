import type { Story } from '#contracts';
import { absoluteAddress } from '../absolute-addresses.ts';
import { attr, children, lineOf } from '../xml-element.ts';
import type { Channel } from './channel.ts';
import { all, line, type Members } from './members.ts';

/** Where a story comes from: the feed it was taken from (`source`), its publisher as provider, and the feed it stands in. */
export function readSources(members: Members, channel: Channel): Story['infoSources'] {
  const sources: Story['infoSources'] = [];
  for (const element of all(members, 'source', 'dc:source')) {
    const name = lineOf(
      children(element).find((child) => child.name === 'title') ??
        (children(element).length === 0 ? element : undefined),
    );
    const uri = absoluteAddress(attr(element, 'url'), undefined);
    if (name !== undefined || uri !== undefined)
      sources.push({ ...(name !== undefined && { name }), ...(uri && { uri }), role: 'source' });
  }
  const publisher = line(members, 'dc:publisher', 'prism:publicationName') ?? channel.publisher;
  if (publisher !== undefined) sources.push({ name: publisher, role: 'provider' });
  if (channel.title !== undefined) sources.push({ name: channel.title, role: 'feed' });
  return sources;
}
