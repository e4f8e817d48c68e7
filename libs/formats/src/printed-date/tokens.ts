import { MAX_DATE_LINE } from './limits.ts';

/** A number, a word or a single sign of a line, with its place in it. `word` is folded: lower case, no accents. */
export type Token = {
  readonly kind: 'number' | 'word' | 'sign';
  readonly text: string;
  readonly word: string;
  readonly start: number;
  readonly end: number;
};

const TOKEN = /[0-9]+|\p{Script=Han}|[\p{L}\p{M}]+|[^\s]/gu;
/** Zeros of the scripts that news prints numbers in: Arabic, Persian, Devanagari, Bengali, Thai, full width. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10];

/** The tokens of a line, up to `MAX_DATE_LINE` characters; digits of all scripts are read as 0 to 9. */
export function tokensOf(line: string): Token[] {
  const text = latinDigits(line.slice(0, MAX_DATE_LINE));
  return [...text.matchAll(TOKEN)].map(({ 0: found, index }) => ({
    kind: /^[0-9]/.test(found) ? 'number' : /^\p{L}/u.test(found) ? 'word' : 'sign',
    text: found,
    word: folded(found),
    start: index,
    end: index + found.length,
  }));
}

/** Lower case without accents, as words of a date are compared. */
export function folded(word: string): string {
  return word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC').replaceAll('ı', 'i');
}

function latinDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = ZEROS.find((start) => code >= start && code < start + 10);
    return zero === undefined ? digit : String(code - zero);
  });
}
