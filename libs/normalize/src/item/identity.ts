import type { NinjsItem, Story } from '#contracts';
import { present } from '../present.ts';
import { identifierUri } from './uri.ts';

const STANDARD = { name: 'ninjs', version: '3.1', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json' };

/** What names an item: its URI, and the feed's identifier among `altIds` where that is no URI itself. */
export function identity(story: Story): Pick<NinjsItem, 'uri' | 'standard' | 'altIds'> {
  const uri = identifierUri(story.guid);
  const own = uri === story.guid ? [] : [{ role: 'guid', value: story.guid }];
  return { uri, standard: STANDARD, ...present({ altIds: [...own, ...story.altIds] }) };
}
