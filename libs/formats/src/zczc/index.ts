import { DocumentError } from '../document-error.ts';
import type { Declared, Text, WireFormat } from '../format.ts';
import { messageStories } from '../wire-text/message-stories.ts';
import { oldCharsetText } from '../wire-text/old-charsets.ts';
import { framedMessages, isFramed } from './framed.ts';
import type { Message } from './message.ts';
import { readStory } from './story.ts';
import { unframedReader } from './unframed.ts';

const HEAD = 1024;

/** 0.95 for ZCZC at the start, 0.85 for the head of a press release, bulletin or result as telegrams without ZCZC have it. */
function detect({ text }: Text, _declared: Declared): number {
  if (isFramed(text.slice(0, HEAD))) return 0.95;
  return unframedReader(openedText(text.slice(0, HEAD))) === undefined ? 0 : 0.85;
}

/** The telegrams of a text. Throws `no-story` where there is none. */
function messagesOf(text: string): Message[] {
  if (isFramed(text.slice(0, HEAD))) return framedMessages(text);
  const opened = openedText(text);
  const read = unframedReader(opened.slice(0, HEAD));
  if (read === undefined) throw new DocumentError('no-story', 'the text has no telegram in it');
  return [read(opened)];
}

/** The text with LF as line end, without what stands before its first word. */
function openedText(text: string): string {
  return text.replace(/\r{0,2}\n|\r/g, '\n').replace(/^[\s\x00-\x1f\ufeff]+/, '');
}

/** Telegrams from ZCZC to NNNN, and the press releases, bulletins and results that come on the same wires without them. */
export const zczc: WireFormat = {
  name: 'zczc',
  mediaTypes: ['text/plain'],
  detect,
  parse: (document, declared) => messageStories(messagesOf(oldCharsetText(document)), readStory, declared),
};
