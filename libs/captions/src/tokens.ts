import { isMonth } from './date.ts';

/** A word, number or mark of a caption, with its offsets in the text it was cut from. */
export interface Token {
  text: string;
  /** The text in lower case, without the full stop of an abbreviation. */
  key: string;
  start: number;
  end: number;
  kind: 'word' | 'number' | 'mark';
  /** True for a word that begins with a capital letter. */
  capital: boolean;
  /** True for a word that ends a possessive: "Spain's", "Lakers'". */
  possessive: boolean;
  /** True for the mark that ends a sentence. */
  stop: boolean;
}

const TOKEN = /(?:\p{L}\.){2,}|\p{L}[\p{L}\p{M}'’-]*|\p{N}[\p{N}\p{L}]*(?:[.,-][\p{N}]+)*|[^\s\0]/gu;
const ABBREVIATIONS = new Set(
  (
    'gov sen rep mr mrs ms dr prof st gen col lt sgt maj capt cmdr adm cpl pfc spc pvt brig rev hon jr sr co corp inc ltd no vs u.s ala ariz ark calif colo conn del ' +
    'fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo ont que alta dept ave'
  ).split(' '),
);

/** Cuts a text into words, numbers and marks, from left to right; a full stop belongs to an abbreviation before it. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const last = tokens.at(-1);
    if (match[0] === '.' && last?.end === match.index && isAbbreviation(last)) {
      last.text += '.';
      last.end += 1;
    } else tokens.push(tokenAt(match[0], match.index));
  }
  markStops(tokens);
  return tokens;
}

function isAbbreviation(token: Token): boolean {
  if (token.kind !== 'word' || !token.capital) return false;
  const key = token.key.includes('-') ? token.key.slice(token.key.lastIndexOf('-') + 1) : token.key;
  return (
    key.length === 1 ||
    ABBREVIATIONS.has(key) ||
    (isMonth(key) && key.length <= 4 && key !== 'june' && key !== 'july' && key !== 'may')
  );
}

function tokenAt(text: string, start: number): Token {
  const kind = kindOf(text);
  const lower = kind === 'word' ? text.toLowerCase() : text;
  return {
    text,
    key: kind === 'word' && lower.endsWith('.') ? lower.slice(0, -1) : lower,
    start,
    end: start + text.length,
    kind,
    capital: kind === 'word' && lower.charCodeAt(0) !== text.charCodeAt(0),
    possessive: kind === 'word' && isPossessive(lower),
    stop: false,
  };
}

function kindOf(text: string): Token['kind'] {
  const code = text.charCodeAt(0);
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return 'word';
  if (code >= 48 && code <= 57) return 'number';
  if (code < 128) return 'mark';
  return LETTER.test(text) ? 'word' : NUMBER.test(text) ? 'number' : 'mark';
}

const LETTER = /^\p{L}/u;
const NUMBER = /^\p{N}/u;

function isPossessive(lower: string): boolean {
  return lower.endsWith("'s") || lower.endsWith('’s') || lower.endsWith("s'") || lower.endsWith('s’');
}

/** A full stop, question or exclamation mark ends a sentence where a capital, a quote or nothing follows. */
function markStops(tokens: Token[]): void {
  for (const [i, token] of tokens.entries()) {
    const next = tokens[i + 1];
    if (token.text === '!' || token.text === '?' || token.text === '.' || token.text === '…') {
      token.stop = next === undefined || next.kind !== 'word' || next.capital;
    } else if (token.text.endsWith('.') && next?.capital) {
      token.stop = SENTENCE_OPENERS.has(next.key) && !PARTY_AND_STATE.test(token.text);
    }
  }
}

/** A politician's party and state, `R-Ky.`: its full stop is the abbreviation's. */
const PARTY_AND_STATE = /^[A-Z]-[A-Z][a-z]+\.$/;

const SENTENCE_OPENERS = new Set(
  'the a an this that these those he she they it his her their in on at after before while when picture'.split(' '),
);
