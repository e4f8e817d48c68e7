import { isUtf8 } from 'node:buffer';

const WINDOWS = new TextDecoder('windows-1252');
const MACINTOSH = new TextDecoder('macintosh');
const UTF8 = new TextDecoder('utf-8');

/**
 * Text of an undeclared character set: UTF-8 where the bytes are valid UTF-8, else windows-1252 (of which Latin-1 is a
 * part) or Mac Roman, whichever makes words of them.
 */
export function decodeByEvidence(bytes: Uint8Array): string {
  return decoderByEvidence(bytes).decode(bytes);
}

/** Turns bytes into text; bytes that are none become U+FFFD. */
export type Decoder = InstanceType<typeof TextDecoder>;

/** The decoder that {@link decodeByEvidence} takes, for texts that were written together. */
export function decoderByEvidence(bytes: Uint8Array): Decoder {
  if (isUtf8(bytes)) return UTF8;
  const sample = bytes.subarray(0, 20_000);
  return likelihood(MACINTOSH.decode(sample)) > likelihood(WINDOWS.decode(sample)) ? MACINTOSH : WINDOWS;
}

const FOREIGN = /[^\0-\x7f]/g;
const LOWER = /\p{Ll}/u;
const LETTER = /\p{L}/u;

/** Counts what stands as it would in a text: small letters in words, quotes at their ends; and against it what doesn't. */
function likelihood(text: string): number {
  let score = 0;
  for (const { 0: char, index } of text.matchAll(FOREIGN)) {
    const before = LETTER.test(text[index - 1] ?? ' ');
    const after = LETTER.test(text[index + 1] ?? ' ');
    if (LOWER.test(char)) score += before || after ? 2 : 0;
    else if (LETTER.test(char)) score += before && LOWER.test(text[index - 1] ?? '') ? -2 : 1;
    else if (char === '’' || char === '”') score += before && (after === (char === '’') || !after) ? 3 : -1;
    else if (char === '‘' || char === '“') score += after && !before ? 3 : -1;
    else if (/[–—…«»©®\u00a0]/.test(char)) score += before && after ? -1 : 1;
    else score -= before || after ? 2 : 1;
  }
  return score;
}
