/** The text with every run of white space as one space: what is compared when lines may differ in white space only. */
export function oneSpaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** How many words a text has, up to `limit + 1`. */
export function wordCount(text: string, limit: number): number {
  return text.trim().split(/\s+/, limit + 1).length;
}
