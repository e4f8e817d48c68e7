/** An element to be written: attributes that are undefined are left out, and so are children. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: XmlAttributes;
  readonly children: readonly XmlNode[];
  /** Space between its children says something: nothing may be added. */
  readonly mixed: boolean;
};
export type XmlNode = XmlElement | string | undefined;
export type XmlAttributes = Readonly<Record<string, string | number | undefined>>;

const NOT_IN_XML = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const IN_TEXT = /[&<>\r]/g;
const IN_ATTRIBUTE = /[&<>"\t\n\r]/g;
const REFERENCES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** An element of structure, whose children are written on lines of their own, or with one text. */
export function element(name: string, attributes: XmlAttributes, children: readonly XmlNode[] = []): XmlElement {
  return { name, attributes, children, mixed: false };
}

/** An element with text and markup mixed: written as it is, without a space more. */
export function mixed(name: string, attributes: XmlAttributes, children: readonly XmlNode[]): XmlElement {
  return { name, attributes, children, mixed: true };
}

/** An element with a text, where there is one. */
export function textElement(name: string, text: string | undefined, attributes: XmlAttributes = {}): XmlNode {
  return text === undefined || text.trim() === '' ? undefined : element(name, attributes, [text]);
}

/** A text with its lines parted by `br`. */
export function lines(text: string): XmlNode[] {
  return text.split(/\r\n?|\n/).flatMap((line, index) => (index === 0 ? [line] : [element('br', {}), line]));
}

/**
 * An XML 1.0 document in UTF-8. Characters that XML has no way to say (NUL and other controls, lone surrogates, U+FFFE,
 * U+FFFF) are left out.
 */
export function xmlDocument(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root)}\n`;
}

// The markup of a body is cut to a hundred levels (`markup.ts`), and all else is as deep as its format.
function written({ name, attributes, children, mixed: isMixed }: XmlElement): string {
  const nodes = children.filter((child) => child !== undefined);
  const start = `<${name}${attributesText(attributes)}`;
  if (nodes.length === 0) return `${start}/>`;
  const isStructure = !isMixed && nodes.every((node) => typeof node !== 'string');
  const parts = nodes.map((node) => (typeof node === 'string' ? escaped(node, IN_TEXT) : written(node)));
  const content = isStructure ? `\n${parts.join('\n')}\n` : parts.join('');
  return `${start}>${content}</${name}>`;
}

function attributesText(attributes: XmlAttributes): string {
  let text = '';
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) text += ` ${name}="${escaped(String(value), IN_ATTRIBUTE)}"`;
  }
  return text;
}

function escaped(text: string, special: RegExp): string {
  return text
    .replace(NOT_IN_XML, '')
    .replace(special, (character) => REFERENCES[character] ?? `&#${character.charCodeAt(0)};`);
}
