import type { Block, Note } from '#contracts';
import { cutAtLine } from '../cut-at-line.ts';
import type { PartedBody } from '../desk-notes.ts';

/** RFC 3676, section 4.3: two dashes and a blank; mail clients lose the blank. */
const SIGNATURE = /^--\s*$/;
const DISCLAIMER =
  /\b(?:e-?mail|message|communication|nachricht|courriel|correo|mensaje|messaggio|bericht)\b[^.]{0,200}\b(?:confidential|privileged|intended (?:solely|only|recipient)|vertraulich|confidentiel|confidencial|riservat|vertrouwelijk)/i;

/** The blocks of a mail above its signature and the disclaimers at its end; these become private notes. */
export function withoutSignature(blocks: readonly Block[]): PartedBody {
  const body = blocks.flatMap((block) => cutAtLine(block, (line) => SIGNATURE.test(line)));
  const at = body.findIndex(({ text }) => SIGNATURE.test(text.split('\n', 1)[0] ?? ''));
  const notes: Note[] = at < 0 ? [] : noteOf('signature', body.splice(at));
  while (DISCLAIMER.test(body.at(-1)?.text ?? '')) notes.unshift(...noteOf('disclaimer', body.splice(-1)));
  return { body, notes };
}

function noteOf(role: string, blocks: readonly Block[]): Note[] {
  const text = blocks
    .map((block) => block.text)
    .join('\n')
    .replace(/^--\s*/, '')
    .trim();
  return text === '' ? [] : [{ role, text, public: false }];
}
