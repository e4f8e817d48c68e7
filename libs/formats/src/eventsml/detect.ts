import type { Text } from '../format.ts';
import { rootName } from '../xml-root.ts';

const HEAD = 32 * 1024;
const EVENT = /<(?:[\w.-]+:)?eventDetails[\s>/]|\bcpnat(?:ure\/|:)event\b/;
const CONCEPTS = /<(?:[\w.-]+:)?(?:conceptItem|knowledgeItem)[\s>/]/;
const NEWS = /<(?:[\w.-]+:)?(?:newsItem|packageItem|planningItem)[\s>/]/;

/** 1 for concept and knowledge items whose head speaks of an event, and for a message that holds such alone. */
export function detect({ text }: Text): number {
  const root = rootName(text);
  if (root !== 'conceptItem' && root !== 'knowledgeItem' && root !== 'newsMessage') return 0;
  const head = text.slice(0, HEAD);
  if (!EVENT.test(head)) return 0;
  return root !== 'newsMessage' || (CONCEPTS.test(head) && !NEWS.test(head)) ? 1 : 0;
}
