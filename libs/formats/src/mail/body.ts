import type { Block, Note } from '#contracts';
import { blocksFromHtml } from '../html-blocks.ts';
import { withoutDeskTail } from '../wire-text/desk-tail.ts';
import { textBlocks } from '../wire-text/text-blocks.ts';
import { wireLines } from '../wire-text/wire-lines.ts';
import { wrapWidth } from '../wire-text/wrapped-lines.ts';
import type { MailText } from './contents.ts';
import { withoutSignature } from './signature.ts';

/** The texts of a mail as a body, and what in them is not for readers. */
export function bodyOf(texts: readonly MailText[]): { readonly body: Block[]; readonly notes: Note[] } {
  const body: Block[] = [];
  const notes: Note[] = [];
  for (const text of texts) {
    const signed = withoutSignature(blocksOf(text));
    const parted = withoutDeskTail(signed.body, []);
    body.push(...parted.body);
    notes.push(...parted.notes, ...signed.notes, ...otherWording(text));
  }
  return { body, notes };
}

function blocksOf({ html, text }: MailText): Block[] {
  if (html) return blocksFromHtml(text);
  const lines = wireLines(text);
  return textBlocks(lines, wrapWidth(lines));
}

/** A plain text that has words which the HTML beside it hasn't: kept, but not shown a second time. */
function otherWording({ html, text, plain }: MailText): Note[] {
  if (!html || plain === undefined) return [];
  const shown = new Set(
    wordsOf(
      blocksFromHtml(text)
        .map((block) => `${block.text} ${block.html}`)
        .join(' '),
    ),
  );
  if (wordsOf(plain).every((word) => shown.has(word))) return [];
  return [{ role: 'plain-text', text: plain.trim(), public: false }];
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
