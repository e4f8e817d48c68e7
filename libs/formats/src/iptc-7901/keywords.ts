import { changeIn, isLabel } from '../wire-text/version-words.ts';

/** The keyword line: as printed without the slash at its end and without version words, its words, and those version words. */
export type Keywords = {
  readonly slugline: string;
  readonly words: readonly string[];
  readonly labels: readonly string[];
};

/** Lines of the standard have 69 characters, and three of them are met. */
const LONGEST = 240;
/** "KILL: Yemen/conflict", "MAREN-LAMPS (UPDATE 2)" */
const BEFORE = /^([^/:]{2,30}): */;
const BEHIND = / *\(([^()]{2,30})\)$/;

/** Reads keyword lines ("Yemen/conflict/"). Version words in them are in capitals; a line of labels below them is none. */
export function readKeywords(lines: readonly string[]): Keywords {
  const [first = '', ...below] = lines;
  let line = [first, ...below.filter((each) => !isLabel(each))].join(' ').trim().slice(0, LONGEST);
  const labels: string[] = [];
  for (const pattern of [BEFORE, BEHIND]) {
    const word = pattern.exec(line)?.[1];
    if (word === undefined || !isVersionWord(word)) continue;
    labels.push(word);
    line = line.replace(pattern, '');
  }
  const parts = line.split('/').map((part) => part.trim());
  const words = parts.filter((part) => part !== '' && !isVersionWord(part));
  labels.push(...parts.filter(isVersionWord), ...below.filter(isLabel));
  return { slugline: words.join('/'), words: words.length > 1 ? words : [], labels };
}

function isVersionWord(word: string): boolean {
  return word === word.toUpperCase() && isLabel(word) && changeIn(word) !== undefined;
}
