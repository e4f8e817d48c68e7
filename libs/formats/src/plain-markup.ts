import { endsBefore } from './implied-ends.ts';
import { BLOCKS, INLINE, SILENT } from './news-markup.ts';

/** What is told of markup: the handler of htmlparser2, as far as bodies need it. */
export type MarkupHandler = {
  onopentag(name: string, attributes: Readonly<Record<string, string>>): void;
  onclosetag(name: string): void;
  ontext(text: string): void;
};

export const NO_ATTRIBUTES: Readonly<Record<string, string>> = {};

/** Elements that mean the same to every parser when they are closed where they should be; HTML ignores a form in a form. */
export const PLAIN: ReadonlySet<string> = new Set(
  [...BLOCKS, ...INLINE, ...SILENT, 'br', 'hr'].filter((name) => name !== 'form'),
);

const START = /<([a-z][a-z1-6]*)((?: [a-z][a-z-]*="[^"&<>]*")*) ?(\/?)>/y;
const ATTRIBUTE = / ([a-z][a-z-]*)="([^"]*)"/g;
const ENTITY = /&(?:(amp|lt|gt|quot|nbsp);|)/g;
const CHARACTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

/**
 * Tells a handler of markup that leaves nothing to interpretation: elements of news text alone, each closed, in lower
 * case, no entity but five. True when all of it was such; else the handler knows a part, and the markup is for the
 * sanitizer and a real parser. What the handler is told is what these would tell it, at a fraction of the cost.
 */
export function readPlainMarkup(html: string, handler: MarkupHandler): boolean {
  const open: string[] = [];
  for (let at = 0; at < html.length; ) {
    if (html.charCodeAt(at) !== 0x3c) {
      const next = html.indexOf('<', at);
      const text = plainText(html.slice(at, next < 0 ? html.length : next));
      if (text === undefined) return false;
      handler.ontext(text);
      at = next < 0 ? html.length : next;
    } else if (html.charCodeAt(at + 1) === 0x2f) {
      const name = open.pop();
      if (name === undefined || !html.startsWith(`${name}>`, at + 2)) return false;
      handler.onclosetag(name);
      at += name.length + 3;
    } else {
      START.lastIndex = at;
      const [tag, name = '', attributes = '', empty] = START.exec(html) ?? [];
      const isVoid = name === 'br' || name === 'hr';
      if (tag === undefined || !PLAIN.has(name) || (empty === '/' && !isVoid) || endsBefore(open.at(-1) ?? '', name))
        return false;
      handler.onopentag(name, attributesOf(attributes));
      if (isVoid) handler.onclosetag(name);
      else open.push(name);
      at += tag.length;
    }
  }
  return open.length === 0;
}

/** A text with its entities read; undefined where it has others than the five. */
function plainText(text: string): string | undefined {
  if (!text.includes('&')) return text;
  let known = true;
  const plain = text.replace(ENTITY, (_entity, name: string | undefined) => {
    known &&= name !== undefined;
    return CHARACTERS[name ?? ''] ?? '';
  });
  return known ? plain : undefined;
}

function attributesOf(written: string): Readonly<Record<string, string>> {
  if (written === '') return NO_ATTRIBUTES;
  const attributes: Record<string, string> = {};
  // Of an attribute given twice HTML takes the first.
  for (const [, name = '', value = ''] of written.matchAll(ATTRIBUTE)) attributes[name] ??= value;
  return attributes;
}
