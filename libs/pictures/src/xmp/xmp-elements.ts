import { type SaxesAttributeNS, SaxesParser } from 'saxes';
import { MAX_AMPERSANDS, MAX_XMP_DEPTH, MAX_XMP_FAULTS, MAX_XMP_NODES } from '../limits.ts';
import { PREFIXES } from './namespaces.ts';

/** An element of a packet, its name and attributes under the prefixes of `namespaces.ts` (`dc:title`), text apart. */
export type XmpElement = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmpElement[];
  text: string;
};

/** A packet as a tree, as far as it can be read. */
export type XmpTree = { readonly root: XmpElement; readonly damaged: boolean };

/** An ampersand that begins no entity of XML's own: editors forget to escape it. */
const BARE_AMPERSAND = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});)/gi;

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

class TooMuch extends Error {}

/** Reads an XMP packet strictly as XML, but goes on after a fault. No DTD is read, no entity but XML's own resolved. */
export function readXmpElements(text: string): XmpTree {
  const root: XmpElement = { name: '', attributes: new Map(), children: [], text: '' };
  const open: XmpElement[] = [root];
  let nodes = 0;
  let damaged = false;
  let faults = 0;
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on('error', () => {
    damaged = true;
    if (++faults > MAX_XMP_FAULTS) throw new TooMuch();
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    if (++nodes > MAX_XMP_NODES || open.length > MAX_XMP_DEPTH) throw new TooMuch();
    const element = { name: nameOf(uri, local), attributes: namedAttributes(attributes), children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    if (open.length > 1) open.pop();
  });
  const add = (data: string): void => {
    const element = open.at(-1);
    if (element !== undefined) element.text += data;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  try {
    let mended = 0;
    const escaped = text.replace(BARE_AMPERSAND, () => (++mended > MAX_AMPERSANDS ? ' ' : '&amp;'));
    damaged = mended > 0;
    parser.write(escaped).close();
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    damaged = true;
  }
  return { root, damaged };
}

function nameOf(uri: string, local: string): string {
  return `${PREFIXES.get(uri) ?? '?'}:${local}`;
}

function namedAttributes(attributes: Readonly<Record<string, SaxesAttributeNS>>): ReadonlyMap<string, string> {
  let named: Map<string, string> | undefined;
  for (const key in attributes) {
    const attribute = attributes[key];
    if (attribute === undefined || attribute.prefix === 'xmlns' || attribute.name === 'xmlns') continue;
    named ??= new Map();
    named.set(nameOf(attribute.uri, attribute.local), attribute.value);
  }
  return named ?? NO_ATTRIBUTES;
}
