import type { Block } from '#contracts';

/** Words that open a byline, in the languages of the wires. */
const OPENING = /^(?:by|von|par|por|di|da|door|av|af)\s/iu;
/** Names, initials and what stands between them: nothing in lower case but particles, no end of a sentence. */
const NAMES =
  /^(?:(?:\p{Lu}[\p{L}\p{M}'’.-]*|de|del|della|di|da|dos|du|la|le|van|von|der|den|ter|el|al|bin|and|und|et|y|e|en|och|og|i|in|&),?\s?){2,12}$/u;
const LONGEST = 100;
/** A byline stands at the top; an advisory or a headline may come before it. */
const FIRST = 3;

/** The byline that only the text carries: a short paragraph of names at its top, and where it stands. */
export function bylineIn(body: readonly Block[]): { readonly at: number; readonly by: string } | undefined {
  if (body.length < 2) return undefined;
  for (const [at, { kind, text }] of body.slice(0, FIRST).entries()) {
    if (kind !== 'paragraph' || text.length > LONGEST) continue;
    const line = text.replace(/\s+/g, ' ').trim();
    const opening = OPENING.exec(line);
    if (
      opening !== null &&
      /^\p{Lu}/u.test(line) &&
      NAMES.test(line.slice(opening[0].length)) &&
      !/[^A-Z]\.$/.test(line)
    ) {
      return { at, by: line };
    }
  }
  return undefined;
}
