import type { Text } from '../format.ts';

const HEAD = 32 * 1024;
const ROOT = /^<(?:[\w.-]+:)?(conceptItem|knowledgeItem|newsMessage)[\s>/]/;
const EVENT = /<(?:[\w.-]+:)?eventDetails[\s>/]|\bcpnat(?:ure\/|:)event\b/;
const CONCEPTS = /<(?:[\w.-]+:)?(?:conceptItem|knowledgeItem)[\s>/]/;
const NEWS = /<(?:[\w.-]+:)?(?:newsItem|packageItem|planningItem)[\s>/]/;

/** 1 for concept and knowledge items whose head speaks of an event, and for a message that holds such alone. */
export function detect({ text }: Text): number {
  const start = text.slice(0, HEAD).trimStart();
  if (!start.startsWith('<')) return 0;
  const head = start.replace(/<!--[\s\S]*?-->/g, '');
  const element = /<[\w.-]/.exec(head);
  const root = element === null ? undefined : ROOT.exec(head.slice(element.index))?.[1];
  if (root === undefined || !EVENT.test(head)) return 0;
  return root !== 'newsMessage' || (CONCEPTS.test(head) && !NEWS.test(head)) ? 1 : 0;
}
