import { tokensOf } from './tokens.ts';

/** The first sentence of a text, its end mark included; abbreviations such as "Nov." don't end it. */
export function firstSentence(text: string): string {
  const end = tokensOf(text).find((token) => token.stop);
  if (end === undefined) return text;
  const closing = /^["”’')\]]/.test(text.slice(end.end)) ? 1 : 0;
  return text.slice(0, end.end + closing);
}
