import { changeIn, isLabel } from '../wire-text/version-words.ts';

/** The keyword line: as printed without the slash at its end and without version words, its words, and those version words. */
export type Keywords = {
  readonly slugline: string;
  readonly words: readonly string[];
  readonly labels: readonly string[];
};

/** Lines of the standard have 69 characters, and three of them are met. */
const LONGEST = 240;

/** Reads keyword lines ("Yemen/conflict/", "KILL: Yemen/conflict/"). Version words in it are in capitals. */
export function readKeywords(lines: readonly string[]): Keywords {
  const labels = lines.slice(1).filter(isLabel);
  const printed = lines.filter((line, index) => index === 0 || !isLabel(line));
  const line = printed.join(' ').trim().slice(0, LONGEST);
  const slugline = line
    .replace(/^([^/:]{2,30}): */, (found, word: string) => (isVersionWord(word) ? take(labels, word) : found))
    .split('/')
    .filter((word) => !isVersionWord(word) || take(labels, word.trim()) !== '')
    .join('/')
    .replace(/\(([^()]{2,30})\)$/, (found, word: string) => (isVersionWord(word) ? take(labels, word) : found))
    .replace(/[/\s]+$/, '');
  const words = slugline.includes('/') ? slugline.split('/').flatMap((word) => word.trim() || []) : [];
  return { slugline, words, labels };
}

function isVersionWord(word: string): boolean {
  return word === word.toUpperCase() && isLabel(word) && changeIn(word) !== undefined;
}

function take(labels: string[], word: string): '' {
  labels.push(word);
  return '';
}
