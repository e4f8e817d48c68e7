import { stopWords } from './stop-words/index.ts';
import { type Words, wordsOf } from './words.ts';

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

type Count = { times: number; named: number; inside: number; readonly first: number };

/**
 * The most frequent words of a text that are neither stop words, numbers nor names. Names (written with a capital
 * inside sentences) belong to people, organisations and places; German writes every noun so, and keeps them. None for
 * a language whose stop words aren't known.
 */
export function keywordsOf(words: Words, headline: string, language: string | undefined): Keyword[] {
  const stops = stopWords(language);
  if (stops === undefined) return [];
  const counts = countWords(words, stops);
  for (const word of new Set(listWords(wordsOf(headline)))) {
    const count = counts.get(word);
    if (count !== undefined) count.times += HEADLINE_WEIGHT;
  }
  const said: [string, Count][] = [];
  for (const entry of counts) {
    if (entry[1].times >= FEWEST_TIMES && (language === 'de' || !isName(entry[1]))) said.push(entry);
  }
  return said
    .sort(([, a], [, b]) => b.times - a.times || a.first - b.first)
    .slice(0, MOST_KEYWORDS)
    .map(([name, { times }]) => ({ name, confidence: Math.round((100 * times) / (times + EVEN_CHANCE)) }));
}

function countWords(words: Words, stops: ReadonlySet<string>): Map<string, Count> {
  const { text, folded, count, starts, ends, hashes } = words;
  const counts = new Map<string, Count>();
  // Each spelling is judged once, under its hash: undefined is said of those that are never keywords.
  const judged = new Map<number, Count | undefined>();
  for (let index = 0; index < count; index += 1) {
    const start = starts[index] ?? 0;
    const end = ends[index] ?? 0;
    if (end - start < SHORTEST || end - start > LONGEST) continue;
    const hash = hashes[index] ?? 0;
    let seen = judged.get(hash);
    if (seen === undefined) {
      if (judged.has(hash)) continue;
      seen = candidate(folded.slice(start, end), start, stops, counts);
      judged.set(hash, seen);
    }
    if (seen !== undefined) see(seen, text.charCodeAt(start) !== folded.charCodeAt(start), text, start);
  }
  return counts;
}

function candidate(
  spelling: string,
  first: number,
  stops: ReadonlySet<string>,
  counts: Map<string, Count>,
): Count | undefined {
  const word = bareWord(spelling);
  if (word.length < SHORTEST || stops.has(word) || hasDigit(word)) return undefined;
  const count = counts.get(word) ?? { times: 0, named: 0, inside: 0, first };
  counts.set(word, count);
  return count;
}

function hasDigit(word: string): boolean {
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) return true;
  }
  return false;
}

function see(count: Count, capital: boolean, text: string, start: number): void {
  count.times += 1;
  if (isSentenceStart(text, start)) return;
  count.inside += 1;
  if (capital) count.named += 1;
}

function listWords({ folded, count, starts, ends }: Words): string[] {
  return Array.from({ length: count }, (_, index) => bareWord(folded.slice(starts[index], ends[index])));
}

/** Without an elided article before it (l'eau) and a genitive after it (city's). */
function bareWord(word: string): string {
  if (!word.includes("'") && !word.includes('\u2019')) return word;
  return word.replace(/^\p{L}{1,2}['\u2019]/u, '').replace(/['\u2019]s?$/, '');
}

function isName({ named, inside }: Count): boolean {
  return inside > 0 && named * 2 > inside;
}

const SENTENCE_ENDS = codes('.!?:\n');
const BEFORE_SENTENCES = codes(' \t"\'\u2018\u201c\u00ab\u201e(\u00bf\u00a1-\u2013\u2014');
const FARTHEST = 8;

/** Whether nothing but opening quotes and white space stands between a word and the end of a sentence or paragraph. */
function isSentenceStart(text: string, start: number): boolean {
  for (let at = start - 1; at >= 0 && start - at < FARTHEST; at -= 1) {
    const code = text.charCodeAt(at);
    if (SENTENCE_ENDS.has(code)) return true;
    if (!BEFORE_SENTENCES.has(code)) return false;
  }
  return true;
}

function codes(characters: string): ReadonlySet<number> {
  return new Set(Array.from(characters, (character) => character.charCodeAt(0)));
}
