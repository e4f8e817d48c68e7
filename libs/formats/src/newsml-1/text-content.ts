import type { Media } from '#contracts';
import { append } from '../append.ts';
import { partDeskNotes } from '../desk-notes.ts';
import { DocumentError } from '../document-error.ts';
import { cutHtml, textBlock } from '../html-blocks.ts';
import { readNitf, readNitfBody } from '../nitf/nitf.ts';
import type { PartedBody } from '../parted-body.ts';
import type { StoryDraft } from '../story-draft.ts';
import type { StoryMedia } from '../story-media.ts';
import { parseXml } from '../xml.ts';
import { child, children, textOf, type XmlElement } from '../xml-element.ts';
import { hasBlocks, isPlain } from './equals.ts';
import { merge } from './merge.ts';

const INLINE_TAG = /<\/?(?:a|b|i|u|em|strong|span|sub|sup)\b[^<>]*>/i;
/** Lines longer than this were not broken to fit a page: each is a paragraph. */
const LONGEST_BROKEN_LINE = 100;
const SENTENCE_END = /[.!?…:]["'”’»)]*$|^$/;

/**
 * Reads the text of a content item into the draft: NITF whole or in part, XHTML, HTML as character data, plain text.
 * Markup decides over what format and MIME type say.
 */
export function readText(item: XmlElement, draft: StoryDraft, media: StoryMedia): void {
  const data = child(item, 'DataContent');
  if (data === undefined) return;
  if (children(data).length > 0) readMarkup(data, draft, media);
  else readCharacters(textOf(data), isPlain(item), draft, media);
}

function readMarkup(data: XmlElement, draft: StoryDraft, media: StoryMedia): void {
  const nitf = child(data, 'nitf');
  const html = child(data, 'html');
  if (nitf !== undefined) merge(draft, readNitf(nitf, media));
  else readNitfBody(html ?? data, draft, media);
}

function readCharacters(text: string, plain: boolean, draft: StoryDraft, media: StoryMedia): void {
  const start = text.trimStart();
  if (/^<(?:\?xml|!DOCTYPE|nitf|html)[\s>]/i.test(start)) {
    const root = parsed(start);
    if (root !== undefined) {
      readMarkup({ ...root, name: 'DataContent', children: [root] }, draft, media);
      return;
    }
  }
  const cut = !plain && hasBlocks(text) ? cutMarkup(text, media) : cutLines(text, plain);
  const { body, notes } = partDeskNotes(cut.body);
  append(draft.body, body);
  append(draft.notes, [...cut.notes, ...notes]);
}

function parsed(text: string): XmlElement | undefined {
  try {
    return parseXml(text);
  } catch (error) {
    if (error instanceof DocumentError) return undefined;
    throw error;
  }
}

function cutMarkup(html: string, media: StoryMedia): PartedBody {
  return cutHtml(html, (href, altText) => {
    const picture: Media = { type: 'picture', captions: [], renditions: [{ name: 'original', href }] };
    return media.indexOf(href) ?? media.add(altText ? { ...picture, altText } : picture);
  });
}

/** Text in lines: a blank line ends a paragraph; without any, a line does where it is not broken to fit a page. */
function cutLines(text: string, plain: boolean): PartedBody {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trim());
  const whole = lines.join('\n').trim();
  const single = !/\n\n/.test(whole);
  const apart =
    single &&
    (lines.some((line) => line.length > LONGEST_BROKEN_LINE) || lines.every((line) => SENTENCE_END.test(line)));
  const paragraphs = whole.split(apart ? /\n/ : /\n\n+/).filter((paragraph) => paragraph !== '');
  if (plain || !INLINE_TAG.test(whole))
    return { body: paragraphs.map((paragraph) => textBlock('paragraph', paragraph)), notes: [] };
  return cutHtml(paragraphs.map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>')}</p>`).join(''));
}
