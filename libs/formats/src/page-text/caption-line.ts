import { trailingCredit } from './credit.ts';

/** Longer than any caption: a line above it is text whatever it ends with. */
export const LONGEST_CAPTION = 700;
const LONGEST_WEAK_CAPTION = 320;

const LABEL =
  /^(?:file (?:photo|image|picture)|photo|picture|image|caption|image caption|media caption|screenshot|(?:top|cover|header) (?:image|photo|picture))\s*[:：]\s*\S/i;
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\\.?';
const DATE_AT_END = new RegExp(`(?:${MONTH}\\s\\d{1,2},?\\s\\d{4}|\\d{1,2}\\s${MONTH},?\\s\\d{4})\\.?$`);
const POSITION = /\((?:(?:\d(?:st|nd|rd|th)|front|back|center|centre)?\s?[LRC]|left|right|cent(?:er|re))\)/i;
const PARTICIPLE = /^(?:\S+\s){1,8}\p{Ll}{2,}ing\s/u;
const FINITE =
  /\b(?:said|says|was|were|is|are|has|have|had|will|would|could|should|can|may|might|must|told|added|did|does|do|according)\b/i;

/** How sure a line is a caption: `strong` by its credit or label, `weak` by its build alone; undefined when it is none. */
export type CaptionEvidence = 'strong' | 'weak';

/**
 * Reads a single line. A credit at its end or a caption label says it outright. Without them two of these must agree:
 * a date at the end, positions of people ("(L)", "(2nd R)"), a clause that has a participle and no finite verb.
 */
export function captionEvidence(line: string): CaptionEvidence | undefined {
  if (line.length > LONGEST_CAPTION) return undefined;
  if (LABEL.test(line) || trailingCredit(line) !== undefined) return 'strong';
  if (line.length > LONGEST_WEAK_CAPTION || /["“”]/.test(line)) return undefined;
  const verbless = PARTICIPLE.test(line) && !FINITE.test(line);
  const signs = [DATE_AT_END.test(line), POSITION.test(line), verbless].filter(Boolean).length;
  return signs >= 2 ? 'weak' : undefined;
}
