/** The text with each run of white space as one space and none at its ends. */
export function foldSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** What two spellings of one name have in common: white space folded, lower case. */
export function foldName(name: string): string {
  return foldSpace(name).toLowerCase();
}
