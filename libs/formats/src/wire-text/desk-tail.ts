import type { Block, Note } from '#contracts';
import { type PartedBody, partDeskNotes } from '../desk-notes.ts';
import { textBlock } from '../html-blocks.ts';

/** "dpa wsz jln npr", "afp/mb", "(SDA/sj)", "AAP RTV abc": who wrote and edited it, by initials, below the last paragraph. */
const SIGN_OFF = /^\(?(?<agency>[\p{L}-]{2,12})(?:[\s/\\]+(?:\p{Ll}{1,4}|\p{Lu}{2,4})){1,8}\)?$/u;
/** "FLK" */
const INITIALS = /^\(?\p{Lu}{2,4}\)?$/u;
const PHONE = /(?:\+|\b00)\d[\d\s()./-]{6,20}\d|\b(?:tel|phone|mobile|mobil|fax)\b\.?\s*:?\s*\(?\+?\d/i;
const MAIL = /[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,}/;
const LABELLED =
  /^[-*•\s]*(?:autor(?:in|en)?|author|redaktion|editing by|reporting by|edited by|writing by|red|auteur|rédaction|redactie|contacts?|kontakt|(?:media|press) (?:contact|enquiries|inquiries))\b[^:]{0,40}:/i;
const HEADING = /^\s*(#{1,4})\s+(?=\S)/;
/** Longer paragraphs are text, whatever number or address is in them. */
const LONGEST = 400;

/**
 * A body of a text wire without what its desk keeps for itself: the parts that `partDeskNotes` finds, then, from the
 * end, sign-offs by initials and lines that only say who can be reached how. `agencies` are the names the wire
 * gives its sender: a sign-off opens with one of them.
 */
export function withoutDeskTail(blocks: readonly Block[], agencies: readonly string[]): PartedBody {
  const { body, notes } = partDeskNotes(blocks);
  const tail: Note[] = [];
  for (let last = body.at(-1); last !== undefined && body.length > 1; last = body.at(-1)) {
    const role = tailRole(last, agencies);
    if (role === undefined) break;
    tail.unshift({ role, text: last.text, public: false });
    body.pop();
  }
  return { body: body.map(headingOf), notes: [...tail, ...notes] };
}

function tailRole({ kind, text }: Block, agencies: readonly string[]): string | undefined {
  if (kind !== 'paragraph' && kind !== 'list') return undefined;
  if (isSignOff(text, agencies)) return 'sign-off';
  if (text.length > LONGEST) return undefined;
  if (LABELLED.test(text)) return 'contacts';
  return PHONE.test(text) && (MAIL.test(text) || text.length < LONGEST / 4) ? 'contacts' : undefined;
}

function isSignOff(text: string, agencies: readonly string[]): boolean {
  if (INITIALS.test(text)) return true;
  const agency = text.length > 60 ? undefined : SIGN_OFF.exec(text)?.groups?.['agency']?.toLowerCase();
  if (agency === undefined) return false;
  return agencies.some((name) => name.toLowerCase() === agency) || /^\(.*[/\\].*\)$/.test(text);
}

function headingOf(block: Block): Block {
  const [sign = '', level = '#'] = HEADING.exec(block.text) ?? [];
  return sign === '' ? block : textBlock('heading', block.text.slice(sign.length), level.length + 1);
}
