import type { MarkupElement } from '../markup.ts';
import { element, mixed, type XmlNode } from '../xml.ts';

type Node = MarkupElement | string;

/** Inline markup of HTML that NITF has no element for: it is emphasis whose class says which. */
const EMPHASES: ReadonlySet<string> = new Set(['strong', 'b', 'i', 'u', 's', 'cite', 'code', 'sub', 'sup']);
const SAME: ReadonlySet<string> = new Set(['em', 'q']);
const SILENT: ReadonlySet<string> = new Set(['span', 'time', 'small', 'font', 'abbr']);

/** Whether a node stands inside of a line. */
export function isInline(node: Node): boolean {
  if (typeof node === 'string') return true;
  const { name } = node;
  return name === 'a' || name === 'br' || EMPHASES.has(name) || SAME.has(name) || SILENT.has(name);
}

/** Text and inline markup (NITF 3.6, `enrichedText`); blocks inside of it become lines, pictures links. */
export function inlineContent(nodes: readonly Node[]): XmlNode[] {
  return nodes.flatMap((node, index): XmlNode[] => {
    if (typeof node === 'string') return [node];
    const content = inlineContent(node.children);
    const { name, attributes } = node;
    if (name === 'a') return [mixed('a', { href: attributes['href'] }, content)];
    if (name === 'br') return [element('br', {})];
    if (name === 'img') return [mixed('a', { href: attributes['src'] }, [attributes['alt'] || attributes['src']])];
    if (SAME.has(name)) return [mixed(name, {}, content)];
    if (EMPHASES.has(name)) return [mixed('em', { class: name }, content)];
    if (SILENT.has(name)) return content;
    return index === 0 ? content : [element('br', {}), ...content];
  });
}

/** All text below, as it stands; a line break is one. */
export function textOf(nodes: readonly Node[]): string {
  return nodes
    .map((node) => (typeof node === 'string' ? node : node.name === 'br' ? '\n' : textOf(node.children)))
    .join('');
}
