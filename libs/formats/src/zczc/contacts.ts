import type { Block } from '#contracts';
import { cutAtLine } from '../cut-at-line.ts';
import type { PartedBody } from '../parted-body.ts';

const HEADING =
  /^(?:(?:media|press|news|investor)s? )?(?:contacts?|enquiries|inquiries|relations)\b[^.!?]{0,60}:|^(?:for (?:further|more) information|further information)\b[^.!?]{0,60}:/i;
/** How many blocks contacts may have: name, telephone, mail, for a few people. */
const MOST = 12;

/** A press release without the contacts at its end: from their heading on, when nothing but a few short lines follows. */
export function withoutContacts(blocks: readonly Block[], isRelease: boolean): PartedBody {
  if (!isRelease) return { body: [...blocks], notes: [] };
  const lines = blocks.flatMap((block) => cutAtLine(block, (line) => HEADING.test(line)));
  const at = lines.findLastIndex(({ text }) => HEADING.test(text));
  if (at < 0 || lines.length - at > MOST || lines.slice(at).some(({ text }) => text.length > 400)) {
    return { body: [...blocks], notes: [] };
  }
  const text = lines
    .slice(at)
    .map((block) => block.text)
    .join('\n');
  return { body: lines.slice(0, at), notes: [{ role: 'contacts', text, public: false }] };
}
