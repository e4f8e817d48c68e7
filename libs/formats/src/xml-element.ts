import { escapeHtml } from './escape-html.ts';

/** An element of an XML document: local name, namespace, attributes by the name as written (`xml:lang`, `qcode`), children in order. */
export type XmlElement = {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
};

const VOID: ReadonlySet<string> = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
]);

/** The child elements, all or those with a local name. */
export function children(element: XmlElement | undefined, name?: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of element?.children ?? []) {
    if (typeof child !== 'string' && (name === undefined || child.name === name)) found.push(child);
  }
  return found;
}

/** The first child element with a local name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  for (const each of element?.children ?? []) {
    if (typeof each !== 'string' && each.name === name) return each;
  }
  return undefined;
}

/** All elements below with a local name, in document order; not those inside one found. */
export function descendants(element: XmlElement | undefined, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  const visit = (each: XmlElement): void => {
    if (each.name === name) found.push(each);
    else for (const inner of children(each)) visit(inner);
  };
  for (const each of children(element)) visit(each);
  return found;
}

/** An attribute without surrounding space; undefined when absent or blank. */
export function attr(element: XmlElement | undefined, name: string): string | undefined {
  const value = element?.attributes.get(name)?.trim();
  return value === '' ? undefined : value;
}

/** All text below, as it stands. */
export function textOf(element: XmlElement | undefined): string {
  let text = '';
  for (const each of element?.children ?? []) text += typeof each === 'string' ? each : textOf(each);
  return text;
}

/** All text below on one line, without surrounding space; undefined when there is none. */
export function lineOf(element: XmlElement | undefined): string | undefined {
  const line = textOf(element).replace(/\s+/g, ' ').trim();
  return line === '' ? undefined : line;
}

/** The content as HTML text, for `blocksFromHtml`: local names, escaped text, void elements without an end. */
export function innerHtml(element: XmlElement): string {
  let html = '';
  for (const each of element.children) {
    html += typeof each === 'string' ? escapeHtml(each) : tagged(each.name, each.attributes, innerHtml(each));
  }
  return html;
}

/** HTML of an element with a name, attributes and content that is HTML already. */
export function tagged(name: string, attributes: ReadonlyMap<string, string>, content: string): string {
  let tag = `<${name}`;
  for (const [key, value] of attributes) tag += ` ${key}="${escapeHtml(value)}"`;
  return VOID.has(name) ? `${tag}>${content}` : `${tag}>${content}</${name}>`;
}
