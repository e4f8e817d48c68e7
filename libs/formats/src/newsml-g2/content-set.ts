import type { Block, Media } from '#contracts';
import type { PictureIndex } from '../block-cutter.ts';
import { partDeskNotes } from '../desk-notes.ts';
import { DocumentError } from '../document-error.ts';
import { cutHtml, cutTree, textBlock } from '../html-blocks.ts';
import type { PartedBody } from '../parted-body.ts';
import { type Publicity, publicityOf } from '../publicity.ts';
import { parseXml } from '../xml.ts';
import { attr, child, children, lineOf, textOf, type XmlElement } from '../xml-element.ts';
import { addMedia, type InlineContent, noContent } from './inline-content.ts';
import { inlineTree } from './inline-markup.ts';
import type { ItemContext } from './item-context.ts';
import { readNitfHead } from './nitf-head.ts';

/**
 * The text of an item: all its `inlineXML`, else its `inlineData`. The members of a content set are renditions of one
 * content (NewsML-G2, contentSet), so plain text beside marked-up text is the same again.
 */
export function readContentSet(item: XmlElement, context: ItemContext, media: readonly Media[]): InlineContent {
  const contentSet = child(item, 'contentSet');
  const content = noContent(media);
  const said = new Set<string>();
  for (const inline of children(contentSet, 'inlineXML')) addBlocks(content, inlineXml(inline, content), said);
  if (content.body.length > 0) return content;
  let whole = false;
  for (const inline of children(contentSet, 'inlineData')) {
    const publicity = publicityOf(undefined, attr(inline, 'rendition'));
    if (attr(inline, 'encoding') !== undefined)
      context.issues.push({ code: 'binary-content', path: 'contentSet/inlineData' });
    else if (publicity !== undefined) addNote(content, inline, publicity);
    else if (!whole) addBlocks(content, inlineData(inline, content), said);
    whole ||= content.body.length > 0 && !isPart(inline);
  }
  return content;
}

/** Adds the blocks of one part of the content; one that only says again what is there already is another rendition of it. */
function addBlocks({ body }: InlineContent, blocks: readonly Block[], said: Set<string>): void {
  const isNew = said.size === 0 || blocks.some(({ text }) => text !== '' && !said.has(text));
  for (const block of isNew ? blocks : []) {
    body.push(block);
    said.add(block.text);
  }
}

/** A rendition that is for the desk, or is its notes to readers, as dpa sends the parts of its notepad. */
function addNote(content: InlineContent, inline: XmlElement, publicity: Publicity): void {
  const text = textOf(inline).trim();
  if (text !== '') content.notes.push({ text, public: publicity === 'public' });
}

/** Whether a rendition is one part of several and the next one goes on where it ends. */
const isPart = (inline: XmlElement): boolean =>
  attr(inline, 'rendition') === undefined || /headline$/i.test(attr(inline, 'rendition') ?? '');

function inlineXml(inline: XmlElement, content: InlineContent): Block[] {
  const [root] = children(inline);
  if (root === undefined) return escapedMarkup(textOf(inline), content);
  content.title ??= lineOf(child(child(root, 'head'), 'title'));
  if (root.name === 'html') return treeBlocks(child(root, 'body') ?? root, content);
  if (root.name !== 'nitf') return treeBlocks(inline, content);
  const body = child(root, 'body') ?? root;
  readNitfHead(child(body, 'body.head'), content);
  const parts = children(body).filter(({ name }) => name !== 'body.head');
  return parts.flatMap((part) => treeBlocks(part, content));
}

/** Markup that came as character data: XML where it is well-formed, else HTML. */
function escapedMarkup(text: string, content: InlineContent): Block[] {
  if (!text.includes('<')) return plainBlocks(text);
  try {
    const root = parseXml(text.trim());
    return inlineXml({ name: 'inlineXML', namespace: '', attributes: new Map(), children: [root] }, content);
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    return htmlBlocks(text, content);
  }
}

function inlineData(inline: XmlElement, content: InlineContent): Block[] {
  const text = textOf(inline);
  const type = attr(inline, 'contenttype')?.toLowerCase() ?? '';
  if (/xml/.test(type) && !/html/.test(type)) return escapedMarkup(text, content);
  if (/html/.test(type) || (type === '' && /<\/?(?:p|div|br|h[1-6])\b/i.test(text))) return htmlBlocks(text, content);
  return plainBlocks(text);
}

/** Plain text: a blank line ends a paragraph. */
function plainBlocks(text: string): Block[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => textBlock('paragraph', paragraph));
}

function treeBlocks(element: XmlElement, content: InlineContent): Block[] {
  const tree = inlineTree(element, content);
  return bodyOf(content, (pictures) => cutTree(tree, pictures));
}

const htmlBlocks = (html: string, content: InlineContent): Block[] =>
  bodyOf(content, (pictures) => cutHtml(html, pictures));

/**
 * The blocks of a text that are for readers; the rest of it goes to the notes. A picture in it that is none of the media
 * yet becomes one, with its figure's caption.
 */
function bodyOf(content: InlineContent, cut: (pictures: PictureIndex) => PartedBody): Block[] {
  const { media, notes } = content;
  const known = media.length;
  const whole = cut((src, alt) => {
    const index = content.byAddress.get(src);
    if (index !== undefined) return index;
    const renditions = [{ name: 'original', href: src }];
    return addMedia(content, { type: 'picture', captions: [], ...(alt && { altText: alt }), renditions });
  });
  const parted = partDeskNotes(whole.body);
  notes.push(...whole.notes, ...parted.notes);
  for (const { media: index = -1, html: figure, text } of parted.body) {
    if (index >= known && text !== '' && figure?.startsWith('<figure')) media[index]?.captions.push(text);
  }
  return parted.body;
}
