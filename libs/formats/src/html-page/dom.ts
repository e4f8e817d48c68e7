import { Parser } from 'htmlparser2';
import { DocumentError } from '../document-error.ts';
import { MAX_OPEN_ELEMENTS, MAX_PAGE_DEPTH, MAX_PAGE_LENGTH, MAX_PAGE_NODES } from './limits.ts';

/** An element of a page, names in lower case. Texts are children, too; scripts and styles have none but JSON-LD. */
export type PageElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (PageElement | string)[];
  readonly parent: PageElement | undefined;
};

const SILENT: ReadonlySet<string> = new Set(['script', 'style', 'template', 'textarea', 'select', 'xmp']);

/**
 * Reads HTML of any quality into a tree of bounded size and depth; what goes beyond is left out or laid flat. Throws
 * `too-deep` where far more elements are open than any page has.
 */
export function parsePage(html: string): PageElement {
  const builder = new TreeBuilder();
  const parser = new Parser(builder, { decodeEntities: true });
  parser.end(html.slice(0, MAX_PAGE_LENGTH));
  return builder.root;
}

class TreeBuilder {
  readonly root: PageElement = { name: '#root', attributes: {}, children: [], parent: undefined };
  readonly #open: PageElement[] = [this.root];
  #beyond = 0;
  #nodes = 0;

  onopentag(name: string, attributes: Readonly<Record<string, string>>): void {
    const parent = this.#open.at(-1) ?? this.root;
    const element: PageElement = { name, attributes, children: [], parent };
    if (++this.#nodes <= MAX_PAGE_NODES) parent.children.push(element);
    if (this.#open.length <= MAX_PAGE_DEPTH) this.#open.push(element);
    else if (++this.#beyond > MAX_OPEN_ELEMENTS)
      throw new DocumentError('too-deep', `more than ${MAX_OPEN_ELEMENTS} open elements`);
  }

  onclosetag(): void {
    if (this.#beyond > 0) this.#beyond -= 1;
    else if (this.#open.length > 1) this.#open.pop();
  }

  ontext(text: string): void {
    const parent = this.#open.at(-1);
    if (parent === undefined || ++this.#nodes > MAX_PAGE_NODES) return;
    if (SILENT.has(parent.name) && !/json/.test(parent.attributes['type'] ?? '')) return;
    const last = parent.children.length - 1;
    const before = parent.children[last];
    if (typeof before === 'string') parent.children[last] = before + text;
    else parent.children.push(text);
  }
}

/** All elements below, in the order of the page. */
export function* elementsOf(root: PageElement): Generator<PageElement> {
  const waiting: PageElement[] = [root];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    yield element;
    for (let at = element.children.length - 1; at >= 0; at -= 1) {
      const child = element.children[at];
      if (child !== undefined && typeof child !== 'string') waiting.push(child);
    }
  }
}

/** All text below on one line, up to some `most` characters; not that of scripts, styles and `noscript`. */
export function textOf(element: PageElement, most = Number.POSITIVE_INFINITY): string {
  return rawText(element, most).replace(/\s+/g, ' ').trim();
}

/** All text below, as it stands; elements of which nothing is wanted any more are not looked at. */
export function rawText(element: PageElement, most = Number.POSITIVE_INFINITY): string {
  let text = '';
  for (const child of element.children) {
    if (text.length > most) break;
    if (typeof child === 'string') text += child;
    else if (child.name === 'br') text += ' ';
    else if (!UNSEEN.has(child.name)) {
      const inner = rawText(child, most - text.length);
      text += BREAKS.has(child.name) ? ` ${inner} ` : inner;
    }
  }
  return text;
}

const UNSEEN: ReadonlySet<string> = new Set([...SILENT, 'noscript', 'svg', 'button']);
const BREAKS: ReadonlySet<string> = new Set(['p', 'div', 'li', 'td', 'figcaption', 'h1', 'h2', 'h3', 'h4', 'dd', 'dt']);

/** The element and those around it, from the inside out, the document itself left out. */
export function pathOf(element: PageElement, most = Number.POSITIVE_INFINITY): PageElement[] {
  const path: PageElement[] = [];
  for (let at: PageElement | undefined = element; at?.parent !== undefined && path.length < most; at = at.parent)
    path.push(at);
  return path;
}

/** The elements right inside of one. */
export function childElements(element: PageElement): PageElement[] {
  return element.children.filter((child) => typeof child !== 'string');
}
