/** A caption that ends with "/VCG Photo" or the like and has a paragraph behind it on the same line. */
const GLUED = /^(.{20,500}?[.!?)"”]\s*\/\s?(?:\p{Lu}[\p{L}\p{N}-]{1,20}\s){1,3}Photo)\s+(?=["“]?\p{Lu})(.{60,})$/u;

/** Caption and paragraph of a line in which the dump lost the line end between them; undefined for any other line. */
export function splitGlued(line: string): readonly [caption: string, paragraph: string] | undefined {
  const match = line.includes('Photo ') ? GLUED.exec(line) : null;
  if (match === null) return undefined;
  return match[1] !== undefined && match[2] !== undefined ? [match[1], match[2]] : undefined;
}
