import type { Block } from '#contracts';

/** What was seen inside a whole block. */
export type Seen = { embed?: boolean; picture?: { readonly index: number | undefined } };

const KINDS: Readonly<Record<string, Block['kind']>> = {
  ul: 'list',
  ol: 'list',
  dl: 'list',
  table: 'table',
  blockquote: 'quote',
  pre: 'preformatted',
  p: 'paragraph',
};

/** The kind of a block by its outermost element; a figure is what is in it. */
export function blockKind(name: string, seen: Seen): Block['kind'] {
  if (name === 'figure') return seen.picture ? 'media' : seen.embed ? 'embed' : 'paragraph';
  return KINDS[name] ?? 'heading';
}
