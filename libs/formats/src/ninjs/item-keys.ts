const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const WRAPPER = /^_?items?$/;

/**
 * The member names of the first items in the head of a JSON text, in order: of the object itself, of the objects in an
 * array, or of those in an API's `items`. Names inside of members are left out. The text may break off anywhere.
 */
export function* itemKeys(head: string): Generator<string> {
  let depth = 0;
  let itemDepth = /^[\ufeff\s]*\[/.test(head) ? 2 : 1;
  for (let at = 0; at < head.length; at += 1) {
    const char = head.charCodeAt(at);
    if (char === 0x7b || char === 0x5b) depth += 1;
    else if (char === 0x7d || char === 0x5d) depth -= 1;
    else if (char === QUOTE) {
      const end = endOfString(head, at);
      const key = depth === itemDepth && isKey(head, end) ? head.slice(at + 1, end) : undefined;
      if (key !== undefined && itemDepth === 1 && WRAPPER.test(key)) itemDepth = 3;
      else if (key !== undefined) yield key;
      at = end;
    }
  }
}

function endOfString(head: string, quote: number): number {
  let at = quote + 1;
  while (at < head.length && head.charCodeAt(at) !== QUOTE) at += head.charCodeAt(at) === BACKSLASH ? 2 : 1;
  return at;
}

function isKey(head: string, end: number): boolean {
  return /^\s*:/.test(head.slice(end + 1, end + 40));
}
