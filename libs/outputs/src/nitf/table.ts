import type { MarkupElement } from '../markup.ts';
import { mixed, type XmlElement, type XmlNode } from '../xml.ts';
import { inlineContent } from './inline.ts';

type Node = MarkupElement | string;

const GROUPS: ReadonlySet<string> = new Set(['thead', 'tbody', 'tfoot']);

/** Writes what is in a cell. */
type Flow = (nodes: readonly Node[]) => XmlNode[];

/**
 * A table: caption, head, and all other rows in order. NITF wants a foot before the body and knows one body alone, so the
 * rows of foot and bodies stand one after the other.
 */
export function tableElement(children: readonly Node[], flow: Flow): XmlElement {
  const elements = children.filter((child) => typeof child !== 'string');
  const [caption, ...furtherCaptions] = elements.filter(({ name }) => name === 'caption');
  const groups = elements.filter(({ name }) => name !== 'caption');
  const head = groups[0]?.name === 'thead' ? rowsOf(groups[0].children, flow) : [];
  const rows = (head.length > 0 ? groups.slice(1) : groups).flatMap((group) =>
    rowsOf(GROUPS.has(group.name) ? group.children : [group], flow),
  );
  return mixed('table', {}, [
    caption === undefined ? undefined : mixed('caption', {}, inlineContent([...caption.children, ...furtherCaptions])),
    head.length === 0 ? undefined : mixed('thead', {}, head),
    ...rows,
  ]);
}

/** Rows as they are; a cell or a text outside of one gets a row of its own. */
function rowsOf(nodes: readonly Node[], flow: Flow): XmlNode[] {
  return nodes
    .map((node) => (typeof node !== 'string' && node.name === 'tr' ? node.children : [node]).filter(saysSomething))
    .filter((cells) => cells.length > 0)
    .map((cells) =>
      mixed(
        'tr',
        {},
        cells.map((cell) => cellElement(cell, flow)),
      ),
    );
}

function saysSomething(node: Node): boolean {
  return typeof node !== 'string' || node.trim() !== '';
}

function cellElement(node: Node, flow: Flow): XmlElement {
  if (typeof node === 'string' || (node.name !== 'td' && node.name !== 'th')) return mixed('td', {}, flow([node]));
  const { colspan, rowspan } = node.attributes;
  return mixed(node.name, { colspan: span(colspan), rowspan: span(rowspan) }, flow(node.children));
}

function span(written: string | undefined): string | undefined {
  return written !== undefined && /^\d{1,4}$/.test(written) ? written : undefined;
}
