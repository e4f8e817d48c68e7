const SEPARATOR = 0;
const IN_WORD = 1;
const WORD_OF_ITS_OWN = 2;

/** The words of a text: `folded` is the text in lower case, of the same length; word `i` is `folded.slice(starts[i], ends[i])`. */
export type Words = {
  readonly text: string;
  readonly folded: string;
  readonly count: number;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** `wordHash` of each folded word. */
  readonly hashes: Int32Array;
};

/**
 * Cuts a text into words: runs of letters, digits and marks, with apostrophes inside. In scripts written without
 * spaces (Han, Kana, Thai, Lao, Khmer, Myanmar) each character counts as a word.
 */
export function wordsOf(text: string): Words {
  // The one character whose lower case is longer; every offset below holds in both texts.
  const folded = text.replaceAll('\u0130', 'I').toLowerCase();
  const starts: number[] = [];
  const ends: number[] = [];
  const classes = characterClasses();
  let at = 0;
  while (at < folded.length) {
    const found = classes[folded.charCodeAt(at)];
    if (found === SEPARATOR) {
      at += 1;
      continue;
    }
    starts.push(at);
    at = found === WORD_OF_ITS_OWN ? at + 1 : wordEnd(folded, at + 1, classes);
    ends.push(at);
  }
  return { text, folded, count: starts.length, starts, ends, hashes: wordHashes(folded, starts, ends) };
}

function wordEnd(text: string, from: number, classes: Uint8Array): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (classes[code] !== IN_WORD && !(isApostrophe(code) && classes[text.charCodeAt(at + 1)] === IN_WORD)) return at;
    at += 1;
  }
  return at;
}

function wordHashes(folded: string, starts: readonly number[], ends: readonly number[]): Int32Array {
  const hashes = new Int32Array(starts.length);
  for (let word = 0; word < hashes.length; word += 1) {
    hashes[word] = wordHash(folded, starts[word] ?? 0, ends[word] ?? 0);
  }
  return hashes;
}

/** FNV-1a over the UTF-16 code units from `start` to `end`, as signed 32 bits. */
export function wordHash(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/** A straight or a curly one. */
export function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019;
}

let classesOfCharacters: Uint8Array | undefined;

/** One class for each UTF-16 code unit; a table, because it is asked for each character of each story. */
function characterClasses(): Uint8Array {
  if (classesOfCharacters !== undefined) return classesOfCharacters;
  const classes = new Uint8Array(0x10000);
  for (let code = 0; code < 0x10000; code += 1) {
    const character = String.fromCharCode(code);
    if (!/[\p{L}\p{N}\p{M}]/u.test(character)) continue;
    const alone =
      /[\p{Script=Han}\p{Script=Hira}\p{Script=Kana}\p{Script=Thai}\p{Script=Laoo}\p{Script=Khmr}\p{Script=Mymr}]/u;
    classes[code] = alone.test(character) ? WORD_OF_ITS_OWN : IN_WORD;
  }
  classesOfCharacters = classes;
  return classes;
}
