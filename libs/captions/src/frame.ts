import type { Span } from './caption-reading.ts';

/** Page furniture at the beginning of a line: "Image caption", "3of12", "Caption:". */
const LEAD =
  /^[\s\0]*(?:(?:Image|Media|Photo|Video) ?caption[:\s]*|\d{1,3} ?of ?\d{1,3}(?=[\p{Lu}\s])\s*|\d{1,3} ?\/ ?\d{1,3}\s+(?=\p{Lu})|Caption:\s*|Legende:\s*|Camera Icon\s+|Hide caption\s*|i\s+(?=FILE PHOTO))/u;
/** Page furniture and usage notes at the end of a line; tried again until none is left. */
const TAILS: readonly RegExp[] = [
  /(?<=[\s.)\]])(?:less|more|more\s?>|show more|read more|hide caption|toggle caption|enlarge(?: this image)?|click to enlarge)$/i,
  /(?:\*{1,3}|\+{2,3})[^*+]{3,200}(?:\*{1,3}|\+{2,3})$/,
  /\([\p{Lu}\s]{3,60}\s-\sTags?:[^()]{1,200}\)$/u,
  /\s?TPX IMAGES OF THE DAY\.?$/,
  /(?<=[\s.)])(?:NO RESALES?\.? NO ARCHIVES?|NO RESALES?|NO ARCHIVES?|FOR EDITORIAL USE ONLY|EDITORIAL USE ONLY|MANDATORY CREDIT|NO THIRD PARTY SALES|MUST NOT OBSCURE LOGO|MUST CREDIT|NO COMMERCIAL|NO SALES|NO USE)\b[\p{Lu}\s.,;:/-]{0,200}$/u,
  /(?<=\))\s*\/\s*\p{Lu}[\p{L} ]{1,30}\sOUT\.?$/u,
  /[\s,](?:CZECH REPUBLIC|(?:(?:NEW|SOUTH|NORTH|UNITED|SAUDI)\s)?\p{Lu}{3,20})\sOUT[.,]?$/u,
  /\s(?:PA Photo\. )?See PA story [^.]{2,60}\.$/,
  /\s\((?:Pool|POOL) [Pp]hoto\)$/,
  /(?:\s?==\s?Kyodo|\s?\(Released\))$/,
  /(?<=[\s.)])[-–—|/]+$/,
];
const NOTES = [
  'ATTENTION EDITORS',
  'THIS IMAGE HAS BEEN',
  'THIS IMAGE WAS',
  'THIS PICTURE WAS',
  'RESTRICTED TO EDITORIAL',
  '== RESTRICTED',
  'IMAGE RESTRICTED',
  'CONDITIONS - ATTENTION',
  'WICHTIGER HINWEIS',
  '+++ dpa',
  'MUST NOT OBSCURE',
  '*** Local Caption',
];
const TAIL_WINDOW = 400;

/** Where a line's caption and credit stand, page furniture and usage notes left out. */
export function frameOf(line: string): Span {
  const lead = LEAD.exec(line.slice(0, 80));
  const start = lead === null ? line.length - line.trimStart().length : lead[0].length;
  return { start: Math.min(start, line.length), end: trimTail(line, start, noteStart(line, start)) };
}

/** The end of `line` before `end` without trailing furniture and white space. */
export function trimTail(line: string, start: number, end: number): number {
  let at = end;
  for (let round = 0; round < 6; round += 1) {
    const from = Math.max(start, at - TAIL_WINDOW);
    const window = line.slice(from, at).trimEnd();
    const tail = TAILS.map((pattern) => pattern.exec(window)).find((match) => match !== null);
    at = from + (tail?.index ?? window.length);
    if (!tail) break;
  }
  return Math.max(start, at);
}

function noteStart(line: string, start: number): number {
  let end = line.length;
  for (const note of NOTES) {
    const at = line.indexOf(note, start + 1);
    if (at > 0 && at < end) end = at;
  }
  return end;
}
