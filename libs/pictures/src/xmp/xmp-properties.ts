import { MAX_LIST_LENGTH, MAX_TEXT_LENGTH } from '../limits.ts';
import { readXmpElements, type XmpElement } from './xmp-elements.ts';
import { NO_FIELDS, type XmpFields, type XmpValue } from './xmp-value.ts';

const LISTS: ReadonlySet<string> = new Set(['rdf:Bag', 'rdf:Seq', 'rdf:Alt']);
/** Elements and attributes that belong to RDF and are no properties. */
const SYNTAX: ReadonlySet<string> = new Set([
  'rdf:about',
  'rdf:parseType',
  'rdf:resource',
  'rdf:nodeID',
  'rdf:ID',
  'rdf:datatype',
  'xml:lang',
]);

/** The properties of an XMP packet by their name (`dc:title`), as XMP's part of RDF/XML says them (part 1, 7). */
export type XmpProperties = { readonly properties: XmpFields; readonly damaged: boolean };

/** Reads the text of a packet; of a property that stands twice the first one counts. */
export function readXmpProperties(text: string): XmpProperties {
  const { root, damaged } = readXmpElements(text);
  const properties = new Map<string, XmpValue>();
  for (const description of descriptionsIn(root)) {
    for (const [name, value] of fieldsOf(description)) if (!properties.has(name)) properties.set(name, value);
  }
  return { properties, damaged };
}

/** The node elements below `rdf:RDF`, wherever that stands; they are `rdf:Description` or of any type. */
function descriptionsIn(element: XmpElement): XmpElement[] {
  if (element.name === 'rdf:RDF') return element.children;
  return element.children.flatMap(descriptionsIn);
}

function fieldsOf(element: XmpElement): XmpFields {
  const fields = new Map<string, XmpValue>();
  for (const [name, text] of element.attributes) {
    if (!SYNTAX.has(name) && !name.startsWith('?')) fields.set(name, { text: bounded(text) });
  }
  for (const child of element.children) {
    if (!child.name.startsWith('?') && !fields.has(child.name)) fields.set(child.name, propertyValue(child));
  }
  return fields;
}

/** The value of a property element, or of an item of a list. */
function propertyValue(element: XmpElement): XmpValue {
  const language = element.attributes.get('xml:lang');
  return { ...contentOf(element), ...(language !== undefined && { language: language.slice(0, 40) }) };
}

function contentOf(element: XmpElement): XmpValue {
  const [only] = element.children;
  const resource = element.attributes.get('rdf:resource');
  if (only !== undefined && LISTS.has(only.name)) {
    return { items: only.children.slice(0, MAX_LIST_LENGTH).map(propertyValue) };
  }
  if (only !== undefined) return structureOf(only.name === 'rdf:Description' ? fieldsOf(only) : fieldsOf(element));
  if (resource !== undefined) return { text: bounded(resource) };
  const fields = element.text.trim() === '' ? fieldsOf(element) : NO_FIELDS;
  return fields.size > 0 ? structureOf(fields) : { text: bounded(element.text) };
}

/** A value with qualifiers is written as a structure with `rdf:value`; the value is what counts. */
function structureOf(fields: XmpFields): XmpValue {
  return fields.get('rdf:value') ?? { fields };
}

function bounded(text: string): string {
  return text.length > MAX_TEXT_LENGTH ? text.slice(0, MAX_TEXT_LENGTH) : text;
}
