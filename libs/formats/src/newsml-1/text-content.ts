import type { Block } from '#contracts';
import { partDeskNotes } from '../desk-notes.ts';
import { DocumentError } from '../document-error.ts';
import { blocksFromHtml, textBlock } from '../html-blocks.ts';
import type { MediaAt } from '../nitf/body-reader.ts';
import { readNitf, readNitfBody } from '../nitf/nitf.ts';
import type { StoryDraft } from '../story-draft.ts';
import { parseXml } from '../xml.ts';
import { child, children, textOf, type XmlElement } from '../xml-element.ts';
import { formalName } from './formal-name.ts';
import { merge } from './merge.ts';

const BLOCK_TAG = /<\/?(?:p|div|br|h[1-6]|ul|ol|li|table|tr|blockquote|figure|html|body)\b[^<>]*>/i;
const INLINE_TAG = /<\/?(?:a|b|i|u|em|strong|span|sub|sup)\b[^<>]*>/i;
/** Lines longer than this were not broken to fit a page: each is a paragraph. */
const LONGEST_BROKEN_LINE = 100;

/**
 * Reads the text of a content item into the draft: NITF whole or in part, XHTML, HTML as character data, plain text.
 * Markup decides over what format and MIME type say.
 */
export function readText(item: XmlElement, draft: StoryDraft, mediaAt: MediaAt): void {
  const data = child(item, 'DataContent');
  if (data === undefined) return;
  if (children(data).length > 0) readMarkup(data, draft, mediaAt);
  else readCharacters(textOf(data), isPlain(item), draft, mediaAt);
}

/** How much a text's form keeps of its structure, to choose one of several that say the same. */
export function richness(item: XmlElement): number {
  const data = child(item, 'DataContent');
  if (children(data).length > 0) return 2;
  return !isPlain(item) && BLOCK_TAG.test(textOf(data)) ? 1 : 0;
}

function readMarkup(data: XmlElement, draft: StoryDraft, mediaAt: MediaAt): void {
  const nitf = child(data, 'nitf');
  const html = child(data, 'html');
  if (nitf !== undefined) merge(draft, readNitf(nitf, { mediaAt, media: draft.media }));
  else readNitfBody(html ?? data, draft, mediaAt);
}

function readCharacters(text: string, plain: boolean, draft: StoryDraft, mediaAt: MediaAt): void {
  const start = text.trimStart();
  if (/^<(?:\?xml|!DOCTYPE|nitf|html)[\s>]/i.test(start)) {
    const root = parsed(start);
    if (root !== undefined) {
      readMarkup({ ...root, name: 'DataContent', children: [root] }, draft, mediaAt);
      return;
    }
  }
  const { body, notes } = partDeskNotes(
    !plain && BLOCK_TAG.test(text) ? htmlBlocks(text, draft) : lineBlocks(text, plain),
  );
  for (const block of body) draft.body.push(block);
  draft.notes.push(...notes);
}

function parsed(text: string): XmlElement | undefined {
  try {
    return parseXml(text);
  } catch (error) {
    if (error instanceof DocumentError) return undefined;
    throw error;
  }
}

function htmlBlocks(html: string, { media }: StoryDraft): Block[] {
  return blocksFromHtml(html, (href, altText) => {
    const known = media.findIndex(({ renditions }) => renditions.some((rendition) => rendition.href === href));
    if (known >= 0) return known;
    return (
      media.push({
        type: 'picture',
        captions: [],
        ...(altText && { altText }),
        renditions: [{ name: 'original', href }],
      }) - 1
    );
  });
}

/** Text in lines: a blank line ends a paragraph; without any, a line does where lines are not broken to fit a page. */
function lineBlocks(text: string, plain: boolean): Block[] {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trim());
  const whole = lines.join('\n').trim();
  const apart = !/\n\n/.test(whole) && lines.some((line) => line.length > LONGEST_BROKEN_LINE);
  const paragraphs = whole.split(apart ? /\n/ : /\n\n+/).filter((paragraph) => paragraph !== '');
  if (plain || !INLINE_TAG.test(whole)) return paragraphs.map((paragraph) => textBlock('paragraph', paragraph));
  return blocksFromHtml(paragraphs.map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>')}</p>`).join(''));
}

const isPlain = (item: XmlElement): boolean => /^text\/plain|^plain|^ascii/i.test(typeOf(item));

const typeOf = (item: XmlElement): string =>
  formalName(child(item, 'MimeType')) ?? formalName(child(item, 'Format')) ?? '';
