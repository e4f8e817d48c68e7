import type { Story } from '#contracts';
import { DocumentError } from '../document-error.ts';
import type { Declared, Text, WireFormat } from '../format.ts';
import { StoryMedia } from '../story-media.ts';
import { parseXml } from '../xml.ts';
import { rootName } from '../xml-root.ts';
import { nitfIdentity } from './identity.ts';
import { readNitf } from './nitf.ts';
import { storyType } from './story-type.ts';

/** IPTC NITF, versions 2.5 to 3.6 (https://iptc.org/std/NITF/): one news document. */
export const nitf: WireFormat = {
  name: 'nitf',
  mediaTypes: ['application/nitf+xml', 'text/vnd.iptc.nitf', 'application/xml', 'text/xml'],
  detect: ({ text }) => (rootName(text) === 'nitf' ? 1 : 0),
  parse,
};

function parse({ text }: Text, declared: Declared): Story[] {
  const root = parseXml(text);
  if (root.name !== 'nitf') throw new DocumentError('no-story', 'the root element is not nitf');
  const draft = readNitf(root, new StoryMedia());
  return [{ ...draft, format: 'nitf', type: storyType(draft), ...nitfIdentity(root, draft, declared.guid) }];
}
