import type { Block, Note } from '#contracts';
import { cutAtLine } from './cut-at-line.ts';
import { type DeskMark, markOf, markOfText, saysNotForReaders, startsWithRule } from './desk-marks.ts';
import type { PartedBody } from './parted-body.ts';

type MarkedBlock = { readonly block: Block; readonly mark: DeskMark | undefined };

/** What makes a notepad believed that only its heading tells. */
const PROOF: ReadonlySet<DeskMark> = new Set<DeskMark>(['notepad-part', 'editorial', 'contacts', 'restriction']);
const BEHIND_RULE: ReadonlySet<DeskMark> = new Set<DeskMark>(['notepad', 'editorial', 'contacts', 'restriction']);

/**
 * Takes out of a body what its words mark as not for readers (`desk-note-words.ts`): a notepad or a "not for
 * publication" with all that follows, a part headed as one for editors up to the next heading, contacts behind a rule,
 * and single labelled paragraphs. Every such part becomes a note that is not public; nothing is lost.
 */
export function partDeskNotes(written: readonly Block[]): PartedBody {
  const blocks = written.flatMap((block) => (block.text.includes('\n') ? cutAtLine(block, opensPart) : [block]));
  const marked = blocks.map((block): MarkedBlock => ({ block, mark: markOf(block) }));
  if (marked.every(({ mark }) => mark === undefined)) return { body: blocks, notes: [] };
  const body: Block[] = [];
  const notes: Note[] = [];
  const proof = marked.findLastIndex(({ mark }) => mark !== undefined && PROOF.has(mark));
  for (let at = 0; at < marked.length; ) {
    const end = endOfNotes(marked, at, proof > at);
    if (end > at) notes.push(...notesOf(marked.slice(at, end)));
    else body.push(...blocks.slice(at, at + 1));
    at = Math.max(end, at + 1);
  }
  return { body, notes };
}

/** Whether a text has nothing for readers and says so of itself: then the item is an advisory that must not go out. */
export function isAdvisory({ body, notes }: PartedBody): boolean {
  return body.length === 0 && notes.some(({ text }) => saysNotForReaders(text));
}

/** Where the part for editors that starts at a block ends; `at` itself where none starts. */
function endOfNotes(blocks: readonly MarkedBlock[], at: number, proven: boolean): number {
  const { mark, block } = blocks[at] ?? {};
  const text = block?.text ?? '';
  if (mark === 'note') return at + 1;
  if (mark === 'restriction') return blocks.length;
  if (mark === 'rule') return isBehindRule(blocks[at + 1]?.mark) ? blocks.length : at;
  if (mark === 'contacts') return startsWithRule(text) ? blocks.length : at;
  if (mark === 'notepad') return proven || blocks.length - at <= 2 || /^\s*#/.test(text) ? blocks.length : at;
  return mark === 'editorial' ? nextHeading(blocks, at) : at;
}

/** Where the part that a heading opens ends: at the next heading of another kind, else with the text. */
function nextHeading(blocks: readonly MarkedBlock[], at: number): number {
  for (let next = at + 1; next < blocks.length; next++) {
    const found = blocks[next];
    if (found?.mark === undefined && found?.block.kind === 'heading') return next;
  }
  // At the top nothing says where such a part ends but its first paragraph: the story itself must not go with it.
  return at === 0 ? 2 : blocks.length;
}

const isBehindRule = (mark: DeskMark | undefined): boolean => mark !== undefined && BEHIND_RULE.has(mark);

function opensPart(line: string, next: string | undefined): boolean {
  const mark = markOfText(line);
  if (mark === 'rule') return next !== undefined && isBehindRule(markOfText(next));
  return mark === 'restriction' || mark === 'editorial' || mark === 'notepad';
}

/** One note for each headed part. */
function notesOf(blocks: readonly MarkedBlock[]): Note[] {
  const parts: { readonly role?: string; readonly lines: string[] }[] = [];
  for (const { mark, block } of blocks) {
    if (mark === 'rule') continue;
    if (mark !== undefined || parts.length === 0) parts.push({ ...roleOf(mark), lines: [] });
    if (block.text !== '') parts.at(-1)?.lines.push(block.text);
  }
  return parts.flatMap(({ lines, ...role }) =>
    lines.length === 0 ? [] : [{ ...role, text: lines.join('\n'), public: false }],
  );
}

function roleOf(mark: DeskMark | undefined): { role?: string } {
  if (mark === undefined || mark === 'note') return {};
  return { role: mark === 'notepad-part' ? 'notepad' : mark };
}
