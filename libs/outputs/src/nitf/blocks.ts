import type { NinjsItem } from '#contracts';
import { bodyMarkup, type MarkupElement } from '../markup.ts';
import { element, mixed, type XmlNode } from '../xml.ts';
import { inlineContent, isInline, textOf } from './inline.ts';
import { tableElement } from './table.ts';

type Node = MarkupElement | string;

/** The body of an item as blocks of NITF, in order (NITF 3.6, `blockContent`). */
export function bodyContent(item: NinjsItem): XmlNode[] {
  return blocks(bodyMarkup(item));
}

/** Markup where NITF has blocks alone: text and inline markup between them become paragraphs. */
export function blocks(nodes: readonly Node[]): XmlNode[] {
  return runs(nodes).flatMap((run): XmlNode[] => {
    if (!Array.isArray(run)) return block(run);
    return run.every(isBlank) ? [] : [mixed('p', {}, inlineContent(run))];
  });
}

/** Markup where NITF takes text and blocks side by side: in items of lists and cells of tables. */
export function flow(nodes: readonly Node[]): XmlNode[] {
  return runs(nodes).flatMap((run): XmlNode[] => (Array.isArray(run) ? inlineContent(run) : block(run)));
}

/** The nodes with neighbours that are inline put together. */
function runs(nodes: readonly Node[]): (Node[] | MarkupElement)[] {
  const found: (Node[] | MarkupElement)[] = [];
  for (const node of nodes) {
    const last = found.at(-1);
    if (typeof node !== 'string' && !isInline(node)) found.push(node);
    else if (Array.isArray(last)) last.push(node);
    else found.push([node]);
  }
  return found;
}

function isBlank(node: Node): boolean {
  return typeof node === 'string' && node.trim() === '';
}

function block({ name, attributes, children }: MarkupElement): XmlNode[] {
  if (name === 'p') return [mixed('p', {}, inlineContent(children))];
  if (/^h[1-6]$/.test(name))
    return [mixed('hl2', { class: name === 'h2' ? undefined : name }, inlineContent(children))];
  if (name === 'hr') return [element('hr', {})];
  if (name === 'pre') return [mixed('pre', {}, [textOf(children)])];
  if (name === 'img') return picture(attributes);
  if (name === 'ul') return list('ul', {}, children);
  if (name === 'ol') return list('ol', { seqnum: token(attributes['start']) }, children);
  if (name === 'dl') return definitions(children);
  if (name === 'table') return [tableElement(children, flow)];
  if (name !== 'blockquote') return blocks(children);
  const quoted = blocks(children);
  return quoted.length === 0 ? [] : [element('bq', {}, [element('block', {}, quoted)])];
}

function picture({ src, alt }: MarkupElement['attributes']): XmlNode[] {
  if (src === undefined) return [];
  const reference = element('media-reference', { source: src, 'alternate-text': alt });
  return [element('media', { 'media-type': 'image' }, [reference])];
}

function list(
  name: 'ul' | 'ol',
  attributes: { readonly seqnum?: string | undefined },
  children: readonly Node[],
): XmlNode[] {
  const items = children
    .filter((child) => !isBlank(child))
    .map((child) => mixed('li', {}, flow(isElement(child, 'li') ? child.children : [child])));
  return items.length === 0 ? [] : [mixed(name, attributes, items)];
}

function definitions(children: readonly Node[]): XmlNode[] {
  const items = children
    .filter((child) => !isBlank(child))
    .map((child) =>
      isElement(child, 'dt')
        ? mixed('dt', {}, inlineContent(child.children))
        : mixed('dd', {}, blocks(isElement(child, 'dd') ? child.children : [child])),
    );
  return items.length === 0 ? [] : [mixed('dl', {}, items)];
}

function isElement(node: Node, name: string): node is MarkupElement {
  return typeof node !== 'string' && node.name === name;
}

function token(text: string | undefined): string | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? text : undefined;
}
