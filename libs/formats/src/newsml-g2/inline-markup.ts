import { BLOCKS, INLINE, LEAVES, SILENT, VOIDS } from '../news-markup.ts';
import { publicityOf } from '../publicity.ts';
import { attr, type XmlElement } from '../xml-element.ts';
import { type InlineContent, noContent } from './inline-content.ts';
import { pictureElement } from './inline-picture.ts';

/** Elements of NITF (https://iptc.org/std/NITF/) and TT's markup as the HTML that says the same. */
const AS_HTML: Readonly<Record<string, string>> = {
  hl1: 'h1',
  hl2: 'h2',
  block: 'div',
  bq: 'blockquote',
  note: 'p',
  tagline: 'p',
  'nitf-table': 'div',
  rubrik: 'h2',
  mellis: 'h3',
  citat: 'p',
  dat: 'p',
};

const HTML: ReadonlySet<string> = new Set([
  ...[...BLOCKS, ...INLINE, ...SILENT, ...VOIDS],
  ...['script', 'style', 'iframe', 'video', 'audio', 'source', 'object', 'noscript', 'col', 'colgroup', 'wbr'],
]);

/** Elements of NITF that name something inside of a line, or change how it looks. */
const IN_LINE: ReadonlySet<string> = new Set([
  ...['person', 'org', 'location', 'money', 'num', 'chron', 'event', 'function', 'object.title', 'virtloc', 'lang'],
  ...['copyrite', 'frac', 'pronounce', 'alt-code', 'city', 'state', 'region', 'country', 'sublocation', 'name.given'],
  ...['name.family', 'copyrite.year', 'copyrite.holder', 'frac-num', 'frac-sep', 'frac-den'],
]);

/** Hold one line each, or one cell, where an element that is not known can't be a paragraph. */
const LINES: ReadonlySet<string> = new Set([...LEAVES, ...INLINE, ...SILENT, 'li', 'td', 'th', 'dt', 'dd', 'caption']);

/** Parts of a page's header that repeat metadata. */
const IN_HEADER = /^(?:slugline|genre|embargoed|publicationdate)\b/i;
/** Names and classes of what agencies set over a story as its summary; it stays in the body. */
const LEADS = /(?:^|\s)(?:ingress|preamble|standfirst|vorspann|chapo|abstract)(?:$|\s)/i;
/** How `publicity.ts` reads what NITF marks with `type="npa"`: not for publication. */
const NON_PUBLIC: ReadonlyMap<string, string> = new Map([['class', 'np-nonpublic']]);
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

/**
 * The content of an element as a tree of HTML, for `cutTree`. What a page's header repeats of the metadata goes to the
 * notes, pictures go to the media and leave a figure; markup of no known meaning leaves its text.
 */
export function inlineTree(element: XmlElement, content: InlineContent): XmlElement {
  return { name: 'div', namespace: '', attributes: NO_ATTRIBUTES, children: contentOf(element, false, content) };
}

function addLead(element: XmlElement, { descriptions }: InlineContent): void {
  const value = lineWithSpaces(element);
  if (value !== '') descriptions.push({ role: 'lead', value });
}

/** All text below on one line, a space between the texts of elements. */
function lineWithSpaces(element: XmlElement): string {
  return element.children
    .map((each) => (typeof each === 'string' ? each : lineWithSpaces(each)))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function contentOf(element: XmlElement, inLine: boolean, content: InlineContent): (XmlElement | string)[] {
  const { children } = element;
  const [only] = children;
  if (children.length === 1 && typeof only === 'string') return [only];
  const mixed = inLine || children.some((each) => typeof each === 'string' && each.trim() !== '');
  return children.flatMap((each) => (typeof each === 'string' ? each : asHtml(each, element, mixed, content)));
}

function asHtml(element: XmlElement, parent: XmlElement, inLine: boolean, content: InlineContent): XmlElement | string {
  const written = element.name.toLowerCase();
  if (parent.name === 'header' && (written === 'time' || IN_HEADER.test(attr(element, 'class') ?? ''))) {
    const text = lineWithSpaces(element);
    if (text !== '') content.notes.push({ role: 'header', text, public: false });
    return '';
  }
  const attributes = written === 'note' && attr(element, 'type') === 'npa' ? NON_PUBLIC : element.attributes;
  const publicity = publicityOf(attributes.get('class'), attributes.get('pubconstraint'));
  if (publicity === undefined) {
    if (written === 'media' || written === 'bild') return pictureElement(element, content);
    if (LEADS.test(written) || LEADS.test(attributes.get('class') ?? '')) addLead(element, content);
  }
  const known = AS_HTML[written] ?? (HTML.has(written) ? written : undefined);
  // HTML ends a paragraph where another block starts: what is marked must hold all that it held.
  const isLeaf = known !== undefined && LEAVES.has(known);
  // A picture or a summary in a note belongs to the note.
  const inside = publicity === undefined ? content : noContent();
  const name = publicity !== undefined && isLeaf ? 'div' : (known ?? (inLine || IN_LINE.has(written) ? 'span' : 'div'));
  return { name, namespace: '', attributes, children: contentOf(element, inLine || LINES.has(name), inside) };
}
