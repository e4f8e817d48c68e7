import { attr, children, type XmlElement } from '../xml-element.ts';
import { schemesOf, standardScheme } from './schemes.ts';

/** A code as written, and the whole identifier when its scheme is known. */
export type Code = { readonly scheme?: string; readonly code: string; readonly uri?: string };

/**
 * Resolves QCodes (NewsML-G2, section "QCodes") of one item: by its own catalog, by the catalogs it refers to, then by the
 * IPTC's. A message's header has them for all of its items.
 */
export class Catalog {
  readonly #own = new Map<string, string>();
  readonly #referred: ReadonlyMap<string, string>[] = [];

  constructor(item: XmlElement, header?: XmlElement) {
    for (const owner of [item, header]) {
      for (const catalog of children(owner, 'catalog')) {
        for (const scheme of children(catalog, 'scheme')) {
          const alias = attr(scheme, 'alias');
          const uri = attr(scheme, 'uri');
          if (alias !== undefined && uri !== undefined && !this.#own.has(alias)) this.#own.set(alias, uri);
        }
      }
      for (const reference of children(owner, 'catalogRef')) {
        const schemes = schemesOf(attr(reference, 'href') ?? '');
        if (schemes !== undefined) this.#referred.push(schemes);
      }
    }
  }

  /** A QCode `alias:code`; text without a colon is a code without scheme. */
  resolve(qcode: string): Code {
    const colon = qcode.indexOf(':');
    if (colon < 1) return { code: qcode };
    const scheme = qcode.slice(0, colon);
    const code = qcode.slice(colon + 1);
    const base = this.#uriOf(scheme);
    return { scheme, code, ...(base !== undefined && { uri: base + code }) };
  }

  #uriOf(alias: string): string | undefined {
    const own = this.#own.get(alias);
    if (own !== undefined) return own;
    for (const schemes of this.#referred) {
      const found = schemes.get(alias);
      if (found !== undefined) return found;
    }
    return standardScheme(alias);
  }

  /** The code an element carries as `@qcode`, `@uri` or `@literal`, in this order. */
  codeOf(element: XmlElement | undefined): Partial<Code> {
    const qcode = attr(element, 'qcode');
    const uri = attr(element, 'uri');
    if (qcode !== undefined) return { ...this.resolve(qcode), ...(uri !== undefined && { uri }) };
    if (uri !== undefined) return { uri };
    const literal = attr(element, 'literal');
    return literal === undefined ? {} : { code: literal };
  }
}

/** The last part of a code, whether it came as a QCode or as a URI: `ninat:text` and `…/ninature/text` are both `text`. */
export function shortCode(code: Partial<Code>): string | undefined {
  return code.code ?? code.uri?.slice(code.uri.search(/[^/#]*$/));
}
