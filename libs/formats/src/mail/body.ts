import { type Block, blockHtml, type Note } from '#contracts';
import { blocksFromHtml, cutHtml } from '../html-blocks.ts';
import type { PartedBody } from '../parted-body.ts';
import { withoutDeskTail } from '../wire-text/desk-tail.ts';
import { textBlocks } from '../wire-text/text-blocks.ts';
import { wireLines } from '../wire-text/wire-lines.ts';
import { wrapWidth } from '../wire-text/wrapped-lines.ts';
import type { MailText } from './contents.ts';
import { withoutSignature } from './signature.ts';

/** A text without markup: as it came, else that of the HTML, one line a block. */
export function plainText({ html, text, plain }: MailText): string {
  if (plain !== undefined || !html) return plain ?? text;
  return blocksFromHtml(contentOf(text))
    .map((block) => block.text)
    .join('\n');
}

/** How mail programs mark a signature in HTML. */
const SIGNATURE_MARK =
  /<(?:div|span|table|p)\b[^<>]{0,300}\b(?:class|id)=["']?[^"'<>]{0,100}\b(?:gmail_signature|moz-signature|signature)\b/i;

/** The texts of a mail as a body, and what in them is not for readers. */
export function bodyOf(texts: readonly MailText[]): { readonly body: Block[]; readonly notes: Note[] } {
  const body: Block[] = [];
  const notes: Note[] = [];
  for (const text of texts) {
    const cut = cutText(text);
    const signed = withoutSignature(cut.body, text.plain);
    const parted = withoutDeskTail(signed.body, []);
    body.push(...parted.body);
    notes.push(...cut.notes, ...parted.notes, ...signed.notes, ...otherWording(text));
  }
  return { body, notes };
}

function cutText({ html, text }: MailText): PartedBody {
  if (html) return cutHtml(contentOf(text));
  const lines = wireLines(text);
  return { body: textBlocks(lines, wrapWidth(lines)), notes: [] };
}

/** HTML without its head, whose title is no text of the mail, and with a line of dashes above what is marked as a signature. */
function contentOf(html: string): string {
  const body = html.search(/<body[\s>]/i);
  const content = body < 0 ? html : html.slice(body);
  const signature = content.search(SIGNATURE_MARK);
  return signature < 0 ? content : `${content.slice(0, signature)}<p>--</p>${content.slice(signature)}`;
}

/** A plain text that has words which the HTML beside it hasn't: kept, but not shown a second time. */
function otherWording({ html, text, plain }: MailText): Note[] {
  if (!html || plain === undefined) return [];
  const shown = new Set(
    wordsOf(
      blocksFromHtml(text)
        .map((block) => `${block.text} ${blockHtml(block)}`)
        .join(' '),
    ),
  );
  if (wordsOf(plain).every((word) => shown.has(word))) return [];
  return [{ role: 'plain-text', text: plain.trim(), public: false }];
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
