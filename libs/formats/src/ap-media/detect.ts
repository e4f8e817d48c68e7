import type { Text } from '../format.ts';

/** A feed's answer names its request before the items. */
const HEAD = 32 * 1024;
const ITEM_ID = /"itemid"\s*:\s*"([\w:.-]{1,128})"/;
const ETAG = /"etag"\s*:\s*"([\w:.-]{1,200})"/;
const ENVELOPE = /"(?:api_version|api_mode|api_build)"\s*:/;

/**
 * 0.97 for JSON whose `altids` have an item id with an etag that is made of it, or in an answer of the interface; so sure
 * because such an item looks like ninjs as well, whose alternative identifiers may have any name.
 */
export function detect({ text }: Text): number {
  if (!/^[\ufeff\s]*[[{]/.test(text)) return 0;
  const head = text.slice(0, HEAD);
  const start = head.indexOf('altids"') - 1;
  if (start < 0) return 0;
  const altids = head.slice(start, start + 2048);
  const itemId = ITEM_ID.exec(altids)?.[1];
  if (itemId === undefined) return 0;
  const etag = ETAG.exec(altids)?.[1];
  return etag?.startsWith(`${itemId}_`) || ENVELOPE.test(head) ? 0.97 : 0;
}
