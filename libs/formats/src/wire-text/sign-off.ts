import type { Note } from '#contracts';
import { trimmedLines } from './wire-lines.ts';

/** "dpa wsz jln npr", "afp/mb", "(SDA/sj)", "AAP RTV abc": who wrote and edited a text, by initials. */
const WITH_AGENCY = /^\(?(?<agency>[\p{L}-]{2,12})(?:[\s/\\]+(?:\p{Ll}{1,4}\d?|\p{Lu}{2,4})){1,8}\)?$/u;
/** "FLK", "ab/cd/ef", "(Schluss) ab/cd" */
const HANDS = /^(?:\(\p{L}{3,10}\) ?)?(?:\(?\p{Lu}{2,4}\)?|\(?\p{Ll}{2,4}(?:[/-]\p{Ll}{2,4}){1,6}\)?)$/u;
const IN_BRACKETS = /^\(.*[/\\].*\)$/;
/** Longer lines are text. */
const LONGEST = 60;

/** Whether a line is nothing but a sign-off by initials; `agencies` are the names that may open it. */
export function isSignOff(line: string, agencies: readonly string[]): boolean {
  const text = line.trim();
  if (text.length > LONGEST) return false;
  if (HANDS.test(text)) return true;
  const agency = WITH_AGENCY.exec(text)?.groups?.['agency']?.toLowerCase();
  if (agency === undefined) return false;
  return IN_BRACKETS.test(text) || agencies.some((name) => name.toLowerCase() === agency);
}

/** The lines of a text without the sign-offs below it, which are private notes. */
export function withoutSignOff(
  lines: readonly string[],
  agencies: readonly string[],
): { readonly lines: string[]; readonly notes: Note[] } {
  const text = trimmedLines(lines);
  const notes: Note[] = [];
  for (let last = text.at(-1); last !== undefined && text.length > 1; last = text.at(-1)) {
    if (last !== '' && !isSignOff(last, agencies)) break;
    if (last !== '') notes.unshift({ role: 'sign-off', text: last.trim(), public: false });
    text.pop();
  }
  return { lines: text, notes };
}
