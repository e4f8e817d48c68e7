import { captionEvidence, LONGEST_CAPTION } from './caption-line.ts';
import { captionKey } from './credit.ts';
import { readEditorsNote } from './editors-note.ts';
import { furniture } from './furniture.ts';
import { splitGlued } from './glued-caption.ts';
import type { Line } from './lines.ts';
import { readMore } from './read-more.ts';
import type { Segment } from './segment.ts';
import { oneSpaced } from './white-space.ts';

/** Types the lines below the head. Subheads and teasers are still paragraphs here: telling them needs the lines around them. */
export function readBody(lines: readonly Line[]): Segment[] {
  const segments: Segment[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined) continue;
    const note = readEditorsNote(line.text);
    const next = lines[index + 1];
    if (note === '' && next !== undefined) index += 1;
    if (note !== undefined) {
      segments.push({ kind: 'note', line: line.number, text: note === '' ? (next?.text ?? '') : note });
    } else {
      segments.push(...bodyLine(line, lines[index - 1], next));
    }
  }
  return segments;
}

function bodyLine(line: Line, before: Line | undefined, after: Line | undefined): Segment[] {
  const { text, number } = line;
  const told = furniture(text, number, false);
  if (told !== undefined) return [told];
  const teaser = readMore(text);
  if (teaser !== undefined) return [{ kind: 'read-more', line: number, text: teaser }];
  const glued = splitGlued(text);
  if (glued !== undefined) {
    return [
      { kind: 'caption', line: number, text: glued[0], weak: true },
      { kind: 'paragraph', line: number, text: glued[1] },
    ];
  }
  const evidence = isPrintedTwice(text, before, after) ? 'strong' : captionEvidence(text);
  if (evidence === undefined) return [{ kind: 'paragraph', line: number, text }];
  return [{ kind: 'caption', line: number, text, ...(evidence === 'weak' && { weak: true }) }];
}

/** A page prints no paragraph twice in a row; a caption it does, as alternative text and below the picture. */
function isPrintedTwice(text: string, before: Line | undefined, after: Line | undefined): boolean {
  if (text.length > LONGEST_CAPTION) return false;
  const start = startOf(text);
  const alike = [before, after].filter((line) => line !== undefined && startOf(line.text) === start);
  if (alike.length === 0) return false;
  const key = captionKey(text);
  return key.length >= 12 && alike.some((line) => line !== undefined && sameCaption(line.text, text, key));
}

/** The first characters without white space: most neighbours differ in them already. */
function startOf(text: string): string {
  return text.slice(0, 32).replace(/\s+/g, '').slice(0, 10);
}

function sameCaption(other: string, text: string, key: string): boolean {
  if (other.length > LONGEST_CAPTION) return false;
  return oneSpaced(other) === oneSpaced(text) || captionKey(other) === key;
}
