import type { Block } from '#contracts';
import {
  CONTACTS,
  EDITORIAL,
  LABELS,
  NOTEPAD_PARTS,
  NOTEPADS,
  RESTRICTIONS,
  type Restriction,
  WHOLE_RESTRICTIONS,
} from './desk-note-words.ts';

/** What a block is by its words: the head of a notepad, of a part for editors, of contacts …, or a note by itself. */
export type DeskMark = 'notepad' | 'notepad-part' | 'editorial' | 'contacts' | 'restriction' | 'note' | 'rule';

/** Characters looked at to say what a block is: the longest convention has some 90. */
const HEAD = 160;
/** Characters of a heading, marks included: the longest word of the table has 40. */
const LONGEST_HEADING = 80;
/** Rules and the marks of lists and headings as text wires write them, and opening brackets. */
const MARKS = /^[\s*#_=~•·+>|([«–—-]+/u;
const ENDS = /[\s*#_=~:.)\]»–—-]+$/u;
const RULE = /^[\s*_=~•·+#–—-]{3,}$/u;
const LABEL = /^([^:–—]{3,60}?)\s*(?::|[–—]|\s-\s)\s*\S/u;
/** `dpa NOTEBOOK`, `APA-Kontakte`: an agency's name stands before the word. */
const AGENCY = /^\p{L}{2,8}[\s-]/u;

const list = (words: readonly string[], mark: DeskMark): [string, DeskMark][] => words.map((word) => [word, mark]);
const HEADINGS: ReadonlyMap<string, DeskMark> = new Map([
  ...list(NOTEPAD_PARTS, 'notepad-part'),
  ...list(CONTACTS, 'contacts'),
  ...list(EDITORIAL, 'editorial'),
  ...list(NOTEPADS, 'notepad'),
]);
const LABELLED: ReadonlySet<string> = new Set([...EDITORIAL, ...LABELS]);
/** By their first words: most paragraphs start with none of them and need no other look. */
const byStart = (restrictions: readonly Restriction[]): ReadonlyMap<string, RegExp> => {
  const starts = new Set(restrictions.flatMap(([words]) => words));
  return new Map(
    [...starts].map((start) => {
      const sentences = restrictions.filter(([words]) => words.includes(start)).map(([, { source }]) => source);
      return [start, new RegExp(`^(?:${sentences.join('|')})`, 'u')];
    }),
  );
};
const WHOLE_RESTRICTION = byStart(WHOLE_RESTRICTIONS);
const RESTRICTION = byStart([...RESTRICTIONS, ...WHOLE_RESTRICTIONS]);
const HEADING_STARTS: ReadonlySet<string> = new Set([...HEADINGS.keys()].map(firstWord));
const LABEL_STARTS: ReadonlySet<string> = new Set([...LABELLED].map(firstWord));

/** What a block is by its words; undefined for one that is for readers. */
export function markOf({ kind, text }: Block): DeskMark | undefined {
  if (kind === 'rule') return 'rule';
  return kind === 'media' || kind === 'embed' || kind === 'table' ? undefined : markOfText(text);
}

/** Whether the first line of a text is a rule. */
export const startsWithRule = (text: string): boolean => RULE.test(text.split('\n', 1)[0] ?? '');

/** Whether a text says of the whole item that it is not for readers. */
export function saysNotForReaders(text: string): boolean {
  const head = plainHead(text);
  return WHOLE_RESTRICTION.get(firstWord(head))?.test(head) === true;
}

/** The start of a text without what marks it as a heading or item, in lower case, with straight apostrophes. */
function plainHead(text: string): string {
  const head = text.slice(0, HEAD);
  const bare = isLetter(head.charCodeAt(0)) ? head : head.replace(MARKS, '');
  return bare.replace(/[’‘`´]/g, "'").toLowerCase();
}

/** The letters a text starts with. */
function firstWord(text: string): string {
  let end = 0;
  while (end < text.length && isLetter(text.charCodeAt(end))) end++;
  return text.slice(0, end).toLowerCase();
}

function isLetter(char: number): boolean {
  return (char >= 0x41 && char <= 0x5a) || (char >= 0x61 && char <= 0x7a) || char >= 0xc0;
}

/** What a text is by its words; undefined for one that is for readers. */
export function markOfText(text: string): DeskMark | undefined {
  const marked = !isLetter(text.charCodeAt(0));
  if (marked && RULE.test(text.slice(0, HEAD))) return 'rule';
  const start = marked ? firstWord(text.slice(0, HEAD).replace(MARKS, '')) : firstWord(text);
  const lineEnd = text.indexOf('\n');
  const short = (lineEnd < 0 ? text.length : lineEnd) <= LONGEST_HEADING;
  return (
    (short ? headingMark(text, start) : undefined) ??
    (RESTRICTION.get(start)?.test(plainHead(text)) ? 'restriction' : undefined) ??
    (LABEL_STARTS.has(start) && isLabelled(text) ? 'note' : undefined)
  );
}

function headingMark(text: string, start: string): DeskMark | undefined {
  const mayBeAgency = start.length <= 8;
  if (!mayBeAgency && !HEADING_STARTS.has(start)) return undefined;
  const heading = firstLine(text).replace(ENDS, '');
  return HEADINGS.get(heading) ?? HEADINGS.get(heading.replace(AGENCY, ''));
}

function isLabelled(text: string): boolean {
  const label = LABEL.exec(firstLine(text))?.[1];
  return label !== undefined && LABELLED.has(label);
}

const firstLine = (text: string): string => plainHead(text).split('\n', 1)[0] ?? '';
