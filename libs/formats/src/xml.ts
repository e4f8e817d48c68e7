import { type SaxesAttributeNS, SaxesParser } from 'saxes';
import { DocumentError, type DocumentErrorCode } from './document-error.ts';
import { htmlEntities } from './html-entities.ts';
import { MAX_DOCTYPE_LENGTH, MAX_TEXT_LENGTH, MAX_XML_ATTRIBUTES, MAX_XML_DEPTH, MAX_XML_NODES } from './limits.ts';
import type { XmlElement } from './xml-element.ts';

/**
 * A document type, its literals emptied, without a subset or with one that only names further DTDs (`%nitf;`), as
 * NewsML 1 with NITF inside has it. Like any external DTD they are never fetched.
 */
const HARMLESS_DOCTYPE =
  /^[^[]*(?:\[(?:\s|%[\w.-]+;|<!ENTITY\s+%\s+[\w.-]+\s+(?:SYSTEM|PUBLIC\s+"")\s+""\s*>)*\]\s*)?$/;

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

/**
 * Reads an XML 1.0 document with namespaces from a stranger into a tree, strictly. An external DOCTYPE is allowed and
 * never fetched. Throws `malformed-xml` with line and column, `unsafe-xml` for an internal DTD subset or an entity
 * that HTML does not know, `too-deep` or `too-large` beyond the limits of `limits.ts`.
 */
export function parseXml(text: string): XmlElement {
  try {
    return new TreeBuilder(false).build(text);
  } catch (error) {
    // Counting lines costs a third of the time, so it is done for a faulty document only.
    if (error instanceof DocumentError) return new TreeBuilder(true).build(text);
    throw error;
  }
}

type OpenElement = XmlElement & { readonly children: (XmlElement | string)[] };

class TreeBuilder {
  readonly #parser;
  readonly #open: OpenElement[] = [];
  #root: XmlElement | undefined;
  #nodes = 0;

  constructor(position: boolean) {
    const parser = new SaxesParser({ xmlns: true, position });
    this.#parser = parser;
    parser.ENTITIES = htmlEntities;
    parser.on('error', (error) => this.#refuse(...verdict(error.message)));
    parser.on('doctype', (doctype) => {
      const bare = doctype.replace(/"[^"]*"|'[^']*'/g, '""');
      if (bare.length > MAX_DOCTYPE_LENGTH || !HARMLESS_DOCTYPE.test(bare))
        this.#refuse('unsafe-xml', 'an internal DTD subset');
    });
    parser.on('opentag', ({ local, uri, attributes }) => {
      this.#push({ name: local, namespace: uri, attributes: this.#attributesOf(attributes), children: [] });
    });
    parser.on('closetag', () => this.#open.pop());
    parser.on('text', (data) => this.#addText(data));
    parser.on('cdata', (data) => this.#addText(data));
  }

  build(text: string): XmlElement {
    this.#parser.write(text).close();
    if (this.#root === undefined) throw new DocumentError('malformed-xml', 'no root element');
    return this.#root;
  }

  #push(element: OpenElement): void {
    this.#count();
    const parent = this.#open.at(-1);
    if (parent === undefined) this.#root = element;
    else parent.children.push(element);
    if (this.#open.push(element) > MAX_XML_DEPTH) this.#refuse('too-deep', `more than ${MAX_XML_DEPTH} levels of XML`);
  }

  #attributesOf(attributes: Readonly<Record<string, SaxesAttributeNS>>): ReadonlyMap<string, string> {
    let map: Map<string, string> | undefined;
    for (const name in attributes) {
      map ??= new Map();
      map.set(name, attributes[name]?.value ?? '');
    }
    if (map === undefined) return NO_ATTRIBUTES;
    if (map.size > MAX_XML_ATTRIBUTES) this.#refuse('too-large', 'too many attributes on one element');
    return map;
  }

  #addText(data: string): void {
    this.#count();
    if (data.length > MAX_TEXT_LENGTH) this.#refuse('too-large', `a text of more than ${MAX_TEXT_LENGTH} characters`);
    this.#open.at(-1)?.children.push(data);
  }

  #count(): void {
    if (++this.#nodes > MAX_XML_NODES) this.#refuse('too-large', `more than ${MAX_XML_NODES} elements and texts`);
  }

  #refuse(code: DocumentErrorCode, detail: string): never {
    const { line, column } = this.#parser;
    throw new DocumentError(code, detail, { line, column: column + 1 });
  }
}

/** Messages of saxes name an entity, tag or prefix, and stand after the position where it counts positions. */
function verdict(message: string): [DocumentErrorCode, string] {
  const fault = message.replace(/^(?:\S*:)?\d+:\d+: /, '');
  return fault === 'undefined entity.' ? ['unsafe-xml', 'an entity that is not allowed'] : ['malformed-xml', fault];
}
