import { elementsOf, type PageElement } from './dom.ts';

/** What the head of a page says: `<meta>` by its name in lower case, in order, and links. */
export type Head = {
  readonly metas: ReadonlyMap<string, readonly string[]>;
  readonly links: readonly Readonly<Record<string, string>>[];
  readonly title?: string;
  readonly language?: string;
  readonly base?: string;
};

/** Gathers OpenGraph, `article:*`, Twitter, Dublin Core and the plain ones, wherever in the page they stand. */
export function readHead(root: PageElement): Head {
  const metas = new Map<string, string[]>();
  const links: Readonly<Record<string, string>>[] = [];
  let title: string | undefined;
  let language: string | undefined;
  let base: string | undefined;
  for (const { name, attributes, children, parent } of elementsOf(root)) {
    if (name === 'html') language ??= attributes['lang'] ?? attributes['xml:lang'];
    else if (name === 'link') links.push(attributes);
    else if (name === 'base') base ??= attributes['href'];
    else if (name === 'title' && parent?.name !== 'svg')
      title ??= children
        .filter((child) => typeof child === 'string')
        .join('')
        .replace(/\s+/g, ' ')
        .trim();
    else if (name === 'meta') addMeta(metas, attributes);
  }
  return {
    metas,
    links,
    ...(title && { title }),
    ...(language?.trim() && { language: language.trim() }),
    ...(base && { base }),
  };
}

function addMeta(metas: Map<string, string[]>, attributes: Readonly<Record<string, string>>): void {
  const content = attributes['content']?.trim();
  if (content === undefined || content === '') return;
  for (const key of [attributes['property'], attributes['name'], attributes['itemprop'], attributes['http-equiv']]) {
    if (key === undefined) continue;
    const name = key.trim().toLowerCase();
    const list = metas.get(name);
    if (list === undefined) metas.set(name, [content]);
    else list.push(content);
  }
}

/** The first value of the first name that has one. */
export function meta(head: Head, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const [value] = head.metas.get(name) ?? [];
    if (value !== undefined) return value;
  }
  return undefined;
}
