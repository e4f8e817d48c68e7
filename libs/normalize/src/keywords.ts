import { stopWords } from './stop-words/index.ts';
import { tally } from './tally.ts';
import { isApostrophe, type Words, wordHash, wordsOf } from './words.ts';

/** A word that stands for what a text is about; `confidence` from 0 to 100 grows with how often it is said. */
export type Keyword = { readonly name: string; readonly confidence: number };

const MOST_KEYWORDS = 8;
const SHORTEST = 4;
const LONGEST = 40;
const FEWEST_TIMES = 2;
/** A word of the headline counts as said this many times more. */
const HEADLINE_WEIGHT = 2;
/** Said this often, a word is as likely as not what the text is about. */
const EVEN_CHANCE = 6;

type Count = { readonly name: string; readonly first: number; times: number; named: number; inside: number };

/**
 * The most frequent words of a text that are neither stop words, numbers nor names. Names (written with a capital
 * inside sentences) belong to people, organisations and places; German writes every noun so, and keeps them. None for
 * a language whose stop words aren't known.
 */
export function keywordsOf(words: Words, headline: string, language: string | undefined): Keyword[] {
  const stops = stopWords(language);
  if (stops === undefined) return [];
  return countWords(words, new Set(bareHashes(wordsOf(headline))), stops)
    .filter((count) => language === 'de' || !isName(count))
    .sort((a, b) => b.times - a.times || a.first - b.first)
    .slice(0, MOST_KEYWORDS)
    .map(({ name, times }) => ({ name, confidence: Math.round((100 * times) / (times + EVEN_CHANCE)) }));
}

/** The words said often enough, with where they stand; each spelling is looked at once, and only if it may count. */
function countWords(words: Words, inHeadline: ReadonlySet<number>, stops: ReadonlySet<string>): Count[] {
  const { text, folded, count, starts } = words;
  const hashes = bareHashes(words);
  const { slots, times, distinct } = tally(hashes);
  const judged = new Array<Count | null | undefined>(distinct);
  const counts: Count[] = [];
  for (let index = 0; index < count; index += 1) {
    const slot = slots[index] as number;
    let seen = judged[slot];
    if (seen === undefined) {
      const said = (times[slot] as number) + (inHeadline.has(hashes[index] as number) ? HEADLINE_WEIGHT : 0);
      seen = said < FEWEST_TIMES ? null : candidate(words, index, said, stops);
      judged[slot] = seen;
      if (seen !== null) counts.push(seen);
    }
    if (seen === null) continue;
    const start = starts[index] ?? 0;
    if (isSentenceStart(text, start)) continue;
    seen.inside += 1;
    if (text.charCodeAt(start) !== folded.charCodeAt(start)) seen.named += 1;
  }
  return counts;
}

function candidate({ folded, starts, ends }: Words, index: number, times: number, stops: ReadonlySet<string>) {
  const first = starts[index] ?? 0;
  const end = ends[index] ?? 0;
  if (end - first < SHORTEST || end - first > LONGEST) return null;
  const name = bareWord(folded.slice(first, end));
  if (name.length < SHORTEST || stops.has(name) || hasDigit(name)) return null;
  return { name, first, times, named: 0, inside: 0 };
}

function hasDigit(word: string): boolean {
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) return true;
  }
  return false;
}

/** The hashes of the words as `bareWord` has them. */
function bareHashes({ folded, starts, ends, hashes }: Words): Int32Array {
  let bare = hashes;
  for (let at = nextApostrophe(folded, 0), index = 0; at >= 0; at = nextApostrophe(folded, at + 1)) {
    while (index < ends.length && (ends[index] ?? 0) <= at) index += 1;
    if ((starts[index] ?? folded.length) > at) continue;
    if (bare === hashes) bare = hashes.slice();
    const word = bareWord(folded.slice(starts[index], ends[index]));
    bare[index] = wordHash(word, 0, word.length);
  }
  return bare;
}

function nextApostrophe(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) if (isApostrophe(text.charCodeAt(at))) return at;
  return -1;
}

/** Without an elided article before it (l'eau) and a genitive after it (city's). */
function bareWord(word: string): string {
  if (nextApostrophe(word, 0) < 0) return word;
  return word.replace(/^\p{L}{1,2}['\u2019]/u, '').replace(/['\u2019]s?$/, '');
}

function isName({ named, inside }: Count): boolean {
  return inside > 0 && named * 2 > inside;
}

const SENTENCE_END = 1;
const BEFORE_SENTENCE = 2;
const SIGNS = new Uint8Array(0x10000);
for (const sign of '.!?:\n') SIGNS[sign.charCodeAt(0)] = SENTENCE_END;
for (const sign of ' \t"\'\u2018\u201c\u00ab\u201e(\u00bf\u00a1-\u2013\u2014')
  SIGNS[sign.charCodeAt(0)] = BEFORE_SENTENCE;
const FARTHEST = 8;

/** Whether nothing but opening quotes and white space stands between a word and the end of a sentence or paragraph. */
function isSentenceStart(text: string, start: number): boolean {
  for (let at = start - 1; at >= 0 && start - at < FARTHEST; at -= 1) {
    const sign = SIGNS[text.charCodeAt(at)];
    if (sign === SENTENCE_END) return true;
    if (sign !== BEFORE_SENTENCE) return false;
  }
  return true;
}
