import type { Block, Note } from '#contracts';
import { cutAtLine } from '../cut-at-line.ts';
import { partDeskNotes } from '../desk-notes.ts';
import { textBlock } from '../html-blocks.ts';
import type { PartedBody } from '../parted-body.ts';
import { isSignOff } from './sign-off.ts';

const PHONE = /(?:\+|\b00)\d[\d\s()./-]{6,20}\d|\b(?:tel|phone|mobile|mobil|fax)\b\.?\s*:?\s*\(?\+?\d/i;
const MAIL = /[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,}/;
const LABELLED =
  /^[-*•(\s]*(?:rückfragehinweis|rückfragen|autor(?:in|en)?|author|redaktion|editing by|reporting by|edited by|writing by|red|auteur|rédaction|redactie|contacts?|kontakt|(?:media|press) (?:contact|enquiries|inquiries))\b[^:]{0,40}:/i;
const HEADING = /^\s*(#{1,4})\s+(?=\S)/;
/** Longer paragraphs are text, whatever number or address is in them. */
const LONGEST = 400;
const LONGEST_ADDRESS = 160;
/** A sentence goes on in another one: what says who can be reached has none. */
const SENTENCES = /\p{Ll}[.!?]["”»']?\s+\p{Lu}/u;
/** The last blocks, in which such lines may stand below a paragraph without a blank line between. */
const TAIL = 3;

/**
 * A body of a text wire without what its desk keeps for itself: the parts that `partDeskNotes` finds, then, from the
 * end, sign-offs by initials and lines that only say who can be reached how. `agencies` are the names the wire
 * gives its sender: a sign-off opens with one of them.
 */
export function withoutDeskTail(blocks: readonly Block[], agencies: readonly string[]): PartedBody {
  const parted = partDeskNotes(blocks);
  const body = [
    ...parted.body.slice(0, -TAIL),
    ...parted.body.slice(-TAIL).flatMap((block) => cutAtLine(block, (line) => isTail(line, agencies))),
  ];
  const tail: Note[] = [];
  for (let last = body.at(-1); last !== undefined && body.length > 1; last = body.at(-1)) {
    const role = tailRole(last, agencies);
    if (role === undefined) break;
    tail.unshift({ role, text: last.text, public: false });
    body.pop();
  }
  return { body: body.map(headingOf), notes: [...tail, ...parted.notes] };
}

function isTail(line: string, agencies: readonly string[]): boolean {
  return isSignOff(line, agencies) || LABELLED.test(line) || (PHONE.test(line) && line.length < LONGEST_ADDRESS / 2);
}

function tailRole({ kind, text }: Block, agencies: readonly string[]): string | undefined {
  if (kind !== 'paragraph' && kind !== 'list') return undefined;
  if (isSignOff(text, agencies)) return 'sign-off';
  if (text.length > LONGEST) return undefined;
  if (LABELLED.test(text)) return 'contacts';
  if (text.length > LONGEST_ADDRESS || SENTENCES.test(text) || !PHONE.test(text)) return undefined;
  return MAIL.test(text) || text.length < LONGEST_ADDRESS / 2 ? 'contacts' : undefined;
}

function headingOf(block: Block): Block {
  const [sign = '', level = '#'] = HEADING.exec(block.text) ?? [];
  return sign === '' ? block : textBlock('heading', block.text.slice(sign.length), level.length + 1);
}
