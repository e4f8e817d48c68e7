import type { Block, Note } from '#contracts';
import { cutAtLine } from '../cut-at-line.ts';
import type { PartedBody } from '../parted-body.ts';

/** RFC 3676, section 4.3: two dashes and a blank; mail clients lose the blank. */
const SIGNATURE = /^--\s*$/;
const DISCLAIMER =
  /\b(?:e-?mail|message|communication|nachricht|courriel|correo|mensaje|messaggio|bericht)\b[^.]{0,200}\b(?:confidential|privileged|intended (?:solely|only|recipient)|vertraulich|confidentiel|confidencial|riservat|vertrouwelijk)/i;

/**
 * The blocks of a mail above its signature and the disclaimers at its end; these become private notes. `plain` is the
 * same mail without markup: where HTML shows no dashes, its last blocks are the signature that stands below those of `plain`.
 */
export function withoutSignature(blocks: readonly Block[], plain?: string): PartedBody {
  const body = blocks.flatMap((block) => cutAtLine(block, (line) => SIGNATURE.test(line)));
  const dashes = body.findIndex(({ text }) => SIGNATURE.test(text.split('\n', 1)[0] ?? ''));
  const at = dashes < 0 ? sameSignature(body, plain) : dashes;
  const notes: Note[] = at < 0 ? [] : noteOf('signature', body.splice(at));
  while (DISCLAIMER.test(body.at(-1)?.text ?? '')) notes.unshift(...noteOf('disclaimer', body.splice(-1)));
  return { body, notes };
}

/** The index of the first block of a signature that is known from the plain text; -1 where there is none. */
function sameSignature(blocks: readonly Block[], plain = ''): number {
  const [, ...below] = plain.split(/^--[ \t]*$/m);
  const known = new Set(wordsOf(below.join(' ')));
  const last = blocks.findLastIndex(({ text }) => wordsOf(text).some((word) => !known.has(word)));
  return known.size === 0 || last === blocks.length - 1 ? -1 : last + 1;
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function noteOf(role: string, blocks: readonly Block[]): Note[] {
  const text = blocks
    .map((block) => block.text)
    .join('\n')
    .replace(/^--\s*/, '')
    .trim();
  return text === '' ? [] : [{ role, text, public: false }];
}
