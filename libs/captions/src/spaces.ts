const UNEVEN = /[^\S ]|\0| {2}/;

/** Folds every run of white space (NUL included) into one blank and trims; linear in the length of the text. */
export function foldSpaces(text: string): string {
  if (!UNEVEN.test(text)) return text.trim();
  return text.replace(/[\s\0]+/g, ' ').trim();
}
