import type { Block, Issue, Media, Note } from '#contracts';
import type { PictureIndex } from '../block-cutter.ts';
import { partDeskNotes } from '../desk-notes.ts';
import { cutHtml, textBlock } from '../html-blocks.ts';
import { bareWords, type LabelledText } from './labelled-text.ts';

/** Roles under which feeds send the story itself; another role is a text of its own, such as a fact box. */
const STORY_ROLE = /^(?:main|text|html|xhtml|richtext|plain|body|full|complete)$/i;

/**
 * The blocks of an item's body. Of the same story as HTML and as plain text the HTML is taken, once; texts with roles of
 * their own, or that say something else, follow it. Another wording of the same story is left out and noted. What of
 * the texts is for the desk alone goes to the notes.
 */
export function readBody(
  texts: readonly LabelledText[],
  { media, issues, notes }: { readonly media: readonly Media[]; readonly issues: Issue[]; readonly notes: Note[] },
): Block[] {
  const main = texts.find((text) => text.html && isStory(text)) ?? texts.find(isStory) ?? texts[0];
  if (main === undefined) return [];
  const blocks = blocksOf(main, media, notes);
  const others = texts.filter((text) => text !== main);
  if (others.length === 0) return blocks;
  const seen = [wordsOf(blocks)];
  for (const text of others) {
    const found: Note[] = [];
    const more = blocksOf(text, media, found);
    const words = wordsOf(more);
    if (seen.some((earlier) => bare(earlier).includes(bare(words)))) continue;
    if (isStory(text) && seen.some((earlier) => isWordingOf(words, earlier))) {
      issues.push({ code: 'alternative-body-not-kept', path: text.path() });
      continue;
    }
    seen.push(words);
    blocks.push(...more);
    notes.push(...found);
  }
  return blocks;
}

function isStory({ role }: LabelledText): boolean {
  return role === undefined || STORY_ROLE.test(role);
}

function wordsOf(blocks: readonly Block[]): string[] {
  return bareWords(blocks.map((block) => block.text).join(' '));
}

function bare(words: readonly string[]): string {
  return words.join('');
}

/** Whether nearly all words of a text are in another: then it is another wording of it, else a text of its own. */
function isWordingOf(words: readonly string[], other: readonly string[]): boolean {
  const there = new Set(other);
  return words.filter((word) => there.has(word)).length >= 0.8 * words.length;
}

function blocksOf({ html, value }: LabelledText, media: readonly Media[], notes: Note[]): Block[] {
  const whole = html
    ? cutHtml(value, pictureIndex(media))
    : { body: paragraphs(value).map((text) => textBlock('paragraph', text)), notes: [] };
  const parted = partDeskNotes(whole.body);
  notes.push(...whole.notes, ...parted.notes);
  return parted.body;
}

/** Blank lines part paragraphs where there are any, else line ends do. */
function paragraphs(text: string): string[] {
  const lines = text.replace(/\r\n?/g, '\n').trim();
  const parts = /\n[ \t]*\n/.test(lines) ? lines.split(/\n[ \t]*\n/) : lines.split('\n');
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function pictureIndex(media: readonly Media[]): PictureIndex | undefined {
  if (media.length === 0) return undefined;
  const byAddress = new Map<string, number>();
  for (const [index, { renditions }] of media.entries()) {
    for (const { href } of renditions) if (href !== undefined) byAddress.set(href, index);
  }
  return (src) => byAddress.get(src);
}
