import type { Block, Note } from '#contracts';
import { cutAtLine } from './cut-at-line.ts';
import {
  CONTACTS,
  EDITORIAL,
  LABELS,
  NOTEPAD_PARTS,
  NOTEPADS,
  RESTRICTIONS,
  WHOLE_RESTRICTIONS,
} from './desk-note-words.ts';

/** A body parted into what is for readers and the notes of the desk. */
export type PartedBody = { readonly body: Block[]; readonly notes: Note[] };

/** What a block is by its words: the head of a notepad, of a part for editors, of contacts …, or a note by itself. */
type Mark = 'notepad' | 'notepad-part' | 'editorial' | 'contacts' | 'restriction' | 'note' | 'rule';

type MarkedBlock = { readonly block: Block; readonly mark: Mark | undefined };

/** Characters looked at to say what a block is: the longest convention has some 90. */
const HEAD = 160;
/** Rules and the marks of lists and headings as text wires write them, and opening brackets. */
const MARKS = /^[\s*#_=~•·+>|([«–—-]+/u;
const ENDS = /[\s*#_=~:.)\]»–—-]+$/u;
const RULE = /^[\s*_=~•·+#–—-]{3,}$/u;
const LABEL = /^([^:–—]{3,60}?)\s*(?::|[–—]|\s-\s)\s*\S/u;
/** `dpa NOTEBOOK`, `APA-Kontakte`: an agency's name stands before the word. */
const AGENCY = /^\p{L}{2,8}[\s-]/u;

const list = (words: readonly string[], mark: Mark): [string, Mark][] => words.map((word) => [word, mark]);
const HEADINGS: ReadonlyMap<string, Mark> = new Map([
  ...list(NOTEPAD_PARTS, 'notepad-part'),
  ...list(CONTACTS, 'contacts'),
  ...list(EDITORIAL, 'editorial'),
  ...list(NOTEPADS, 'notepad'),
]);
const LABELLED: ReadonlySet<string> = new Set([...EDITORIAL, ...LABELS]);
const oneOf = (patterns: readonly RegExp[]) =>
  new RegExp(`^(?:${patterns.map(({ source }) => source).join('|')})`, 'u');
const WHOLE_RESTRICTION = oneOf(WHOLE_RESTRICTIONS);
const RESTRICTION = oneOf([...RESTRICTIONS, ...WHOLE_RESTRICTIONS]);
/** What makes a notepad believed that only its heading tells. */
const PROOF: ReadonlySet<Mark | undefined> = new Set<Mark>(['notepad-part', 'editorial', 'contacts', 'restriction']);
const BEHIND_RULE: ReadonlySet<Mark | undefined> = new Set<Mark>(['notepad', 'editorial', 'contacts', 'restriction']);

/**
 * Takes out of a body what its words mark as not for readers (`desk-note-words.ts`): a notepad or a "not for
 * publication" with all that follows, a part headed as one for editors up to the next heading, contacts behind a rule,
 * and single labelled paragraphs. Every such part becomes a note that is not public; nothing is lost.
 */
export function partDeskNotes(written: readonly Block[]): PartedBody {
  const blocks = written.flatMap((block) => (block.text.includes('\n') ? cutAtLine(block, opensPart) : [block]));
  const marked = blocks.map((block): MarkedBlock => ({ block, mark: markOf(block) }));
  const body: Block[] = [];
  const notes: Note[] = [];
  const proof = marked.findLastIndex(({ mark }) => PROOF.has(mark));
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
  return body.length === 0 && notes.some(({ text }) => WHOLE_RESTRICTION.test(plainHead(text)));
}

/** Where the part for editors that starts at a block ends; `at` itself where none starts. */
function endOfNotes(blocks: readonly MarkedBlock[], at: number, proven: boolean): number {
  const mark = blocks[at]?.mark;
  if (mark === 'note') return at + 1;
  if (mark === 'restriction') return blocks.length;
  if (mark === 'rule') return BEHIND_RULE.has(blocks[at + 1]?.mark) ? blocks.length : at;
  if (mark === 'notepad') {
    return proven || blocks.length - at <= 2 || isWireHeading(blocks[at]) ? blocks.length : at;
  }
  if (mark === 'contacts') return startsWithRule(blocks[at]) ? blocks.length : at;
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

const isWireHeading = (marked: MarkedBlock | undefined): boolean => /^\s*#/.test(marked?.block.text ?? '');

const startsWithRule = (marked: MarkedBlock | undefined): boolean =>
  RULE.test(marked?.block.text.split('\n', 1)[0] ?? '');

function opensPart(line: string, next: string | undefined): boolean {
  const mark = markOfText(line);
  if (mark === 'rule') return next !== undefined && BEHIND_RULE.has(markOfText(next));
  return mark === 'restriction' || mark === 'editorial' || mark === 'notepad';
}

function markOf({ kind, text }: Block): Mark | undefined {
  if (kind === 'rule') return 'rule';
  return kind === 'media' || kind === 'embed' || kind === 'table' ? undefined : markOfText(text);
}

const plainHead = (text: string): string =>
  text
    .slice(0, HEAD)
    .replace(MARKS, '')
    .replace(/[’‘`´]/g, "'")
    .toLowerCase();

function markOfText(text: string): Mark | undefined {
  const head = text.slice(0, HEAD);
  if (RULE.test(head)) return 'rule';
  const plain = plainHead(head);
  const [line = ''] = plain.split('\n', 1);
  const heading = line.replace(ENDS, '');
  const mark = HEADINGS.get(heading) ?? HEADINGS.get(heading.replace(AGENCY, ''));
  if (mark !== undefined) return mark;
  if (RESTRICTION.test(plain)) return 'restriction';
  const label = LABEL.exec(line)?.[1];
  return label !== undefined && LABELLED.has(label) ? 'note' : undefined;
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

function roleOf(mark: Mark | undefined): { role?: string } {
  if (mark === undefined || mark === 'note') return {};
  return { role: mark === 'notepad-part' ? 'notepad' : mark };
}
