import { wordCount } from './white-space.ts';

const LABEL = /^\(?(?:source\(s\)|sources?)\s*[:：]\s*(.+?)\)?\.?$/i;
const INPUT = /^\(?with (?:additional )?(?:inputs?|reporting) (?:from|by)\s+(.+?)\)?\.?$/i;
const LONGEST = 300;
const LONGEST_NAME = 8;

/** The names of a "Source(s): A, B" or "(With input from A and B)" line; undefined for any other line. */
export function readSources(line: string): string[] | undefined {
  if (line.length > LONGEST) return undefined;
  const listed = (LABEL.exec(line) ?? INPUT.exec(line))?.[1];
  if (listed === undefined) return undefined;
  const names = listed
    .split(/[,;、]|\s+(?:and|&)\s+/)
    .map((name) => name.replace(/^and\s+/, '').trim())
    .filter((name) => name !== '');
  // A sentence that happens to begin with "Source:" is text.
  return names.length > 0 && names.every((name) => wordCount(name, LONGEST_NAME) <= LONGEST_NAME) ? names : undefined;
}
