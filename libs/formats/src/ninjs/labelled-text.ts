import { blocksFromHtml } from '../html-blocks.ts';
import type { Members } from './members.ts';

/** A text of an item with the role the feed gives it, and whether it is HTML. */
export type LabelledText = {
  readonly role?: string;
  readonly value: string;
  readonly html: boolean;
  /** Where it stands; asked for only when something is to be noted of it. */
  readonly path: () => string;
};

const HTML_ROLE = /(?:^|_)(?:x?html|richtext)$/i;
const TAG =
  /<\/?(?:p|br|div|span|h[1-6]|ul|ol|li|table|section|article|body|html|b|i|em|strong|a|blockquote|figure|img)\b[^<>]*>/i;

/**
 * The texts of one kind. ninjs 2.x and 3.x: an array of `{role, contentType, value}`; 1.x: members named with a prefix
 * (`body_html`), the rest of the name being the role. Blank ones are left out.
 */
export function readTexts(members: Members, list: string, prefix: string): LabelledText[] {
  const named = members
    .prefixed(prefix)
    .map(({ role, value, path }) => ({ role, value, path, html: isHtml(role, undefined, value) }));
  const listed = members.objects(list).flatMap((text): LabelledText[] => {
    const value = text.text('value');
    const role = text.text('role');
    const type = text.text('contenttype');
    text.ignore(['charcount', 'wordcount']);
    text.close();
    if (value === undefined) return [];
    const said = { value, path: () => text.path, html: isHtml(role, type, value) };
    return [role === undefined ? said : { role, ...said }];
  });
  return [...listed, ...named];
}

function isHtml(role: string | undefined, contentType: string | undefined, value: string): boolean {
  if (contentType !== undefined && /html|xml/i.test(contentType)) return true;
  if (contentType !== undefined && /^text\/plain\b/i.test(contentType)) return false;
  if (role !== undefined && HTML_ROLE.test(role)) return true;
  return role?.toLowerCase() !== 'text' && TAG.test(value);
}

/** The words of a text without markup, one line a block. */
export function plainText({ html, value }: Pick<LabelledText, 'html' | 'value'>): string {
  if (!html) return value.trim();
  return blocksFromHtml(value)
    .map((block) => block.text)
    .filter((text) => text !== '')
    .join('\n');
}

/** The words alone, in lower case: equal for a text and the same text as HTML. */
export function bareWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The texts without markup, in order; one that only repeats an earlier one as HTML is left out. */
export function plainTexts(texts: readonly LabelledText[]): { role?: string; value: string }[] {
  const seen = new Set<string>();
  const found: { role?: string; value: string }[] = [];
  for (const text of [...texts.filter(({ html }) => !html), ...texts.filter(({ html }) => html)]) {
    const value = plainText(text);
    if (value === '') continue;
    const words = texts.length > 1 ? bareWords(value).join('') : '';
    if (text.html && seen.has(words)) continue;
    seen.add(words);
    found.push({ ...(text.role !== undefined && { role: text.role }), value });
  }
  return found;
}
