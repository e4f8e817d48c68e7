import { GIVEN_NAMES, NOT_NAMES, PARTICLES } from './name-words.ts';
import { COUNTRIES, STATES } from './places-known.ts';
import { NAME_TITLES, REGAL, TITLE_ENDING, TITLE_WORDS } from './titles.ts';
import type { Token } from './tokens.ts';

/** A run of capitalised words, as token indexes, `end` exclusive. */
export interface Run {
  start: number;
  end: number;
}

/** The name inside a run, and what speaks for its being a person. */
export interface NameInRun extends Run {
  /** A title stands right before the name. */
  titled: boolean;
  /** The name begins with a common given name. */
  given: boolean;
}

const MAX_NAME_WORDS = 6;

/** The run that begins at `at`: capitalised words, lower-case particles between them; a possessive ends it. */
export function runAt(tokens: readonly Token[], at: number): Run | undefined {
  let end = at;
  for (; end < tokens.length; end += 1) {
    const token = tokens[end];
    if (token === undefined || !(token.capital || isParticle(tokens, at, end) || (end > at && JOINED.test(token.text))))
      break;
    if (token.possessive || token.stop) {
      end += 1;
      break;
    }
  }
  return end > at ? { start: at, end } : undefined;
}

/** A particle written onto the name: "al-Musawi", "d'Arcy". */
const JOINED = /^(?:al|el|ad|ar|as|ash|an|at|ul|bin|ibn|abu|de|di|d|l|of)[-'’]\p{Lu}/u;

function isParticle(tokens: readonly Token[], start: number, at: number): boolean {
  return at > start && PARTICLES.has(tokens[at]?.text ?? '') && (tokens[at + 1]?.capital ?? false);
}

/** Finds the name at the end of a run: after its last title, else from its first given name on, else the whole run. */
export function nameInRun(tokens: readonly Token[], run: Run): NameInRun | undefined {
  let start = run.start;
  let titled = isTitle(beforeNumber(tokens, run.start));
  for (let i = run.start; i < run.end - 1; i += 1) {
    if (!isTitle(tokens[i]) || NAME_TITLES.has(tokens[i]?.key ?? '') || isRegal(tokens, i, run)) continue;
    start = i + 1;
    titled = true;
  }
  const first = tokens
    .slice(start, run.end)
    .findIndex((token) => GIVEN_NAMES.has(token.key) || NAME_TITLES.has(token.key) || REGAL.has(token.key));
  const wordy = (i: number) => (tokens[i]?.text.length ?? 0) > 2;
  // "Gerd Harry Berg" is a name of three words; "Karma Automotive Harry Berg" and "Spaniard Harry Berg" are not.
  const triple = first === 1 && run.end - start === 3 && isNameWord(tokens[start]);
  if (first > 0 && !triple && start + first < run.end - 1 && wordy(start)) start += first;
  if (!tokens[start]?.capital) return undefined;
  const head = tokens[start]?.key ?? '';
  const given = GIVEN_NAMES.has(head) || NAME_TITLES.has(head) || REGAL.has(head);
  return isPersonLike(tokens, start, run.end) ? { start, end: run.end, titled, given } : undefined;
}

function isNameWord(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    !NOT_NAMES.has(token.key) &&
    !COUNTRIES.has(token.key) &&
    !STATES.has(token.key) &&
    !/(?:ian|ish|ese|ard|ean|can|ine|i)$/.test(token.key)
  );
}

/** The token before a name, over a shirt number: "defender #4 Jane Roe". */
export function beforeNumber(tokens: readonly Token[], at: number): Token | undefined {
  return tokens[overNumber(tokens, at) - 1];
}

/** Where a name begins with the shirt number before it, if there is one after a title. */
export function overNumber(tokens: readonly Token[], at: number): number {
  if (tokens[at - 1]?.kind !== 'number') return at;
  return tokens[at - 2]?.text === '#' ? at - 2 : at - 1;
}

/** "Queen Astrid", "King Felipe VI", "Lady Starmer": the title is what the person is called by; "Crown Prince" isn't. */
function isRegal(tokens: readonly Token[], at: number, run: Run): boolean {
  const left = run.end - at - 1;
  const numeral = /^[IVX]+$/.test(tokens[run.end - 1]?.text ?? '');
  return REGAL.has(tokens[at]?.key ?? '') && tokens[at - 1]?.key !== 'crown' && (left === 1 || (left === 2 && numeral));
}

/** True for a token that ends a title; never for a possessive such as "President's". */
export function isTitle(token: Token | undefined): boolean {
  if (token?.kind !== 'word') return false;
  const { key } = token;
  return (
    TITLE_WORDS.has(key) ||
    (key.endsWith('s') && TITLE_WORDS.has(key.slice(0, -1))) ||
    (key.length > 4 && TITLE_ENDING.test(key))
  );
}

function isPersonLike(tokens: readonly Token[], start: number, end: number): boolean {
  const words = tokens.slice(start, end);
  if (words.length === 0 || words.length > MAX_NAME_WORDS || words.at(-1)?.possessive) return false;
  if (words.some((word) => NOT_NAMES.has(word.key) || /^\p{Lu}{1,2}\.\p{Lu}\./u.test(word.text))) return false;
  const name = words.map((word) => word.key).join(' ');
  if (COUNTRIES.has(name) || STATES.has(name)) return false;
  return words.some((word) => word.text.length > 1 && /\p{Ll}/u.test(word.text));
}
