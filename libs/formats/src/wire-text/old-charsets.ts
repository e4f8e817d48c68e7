import type { Text } from '../format.ts';

/** Code page 850 from 0x80 on; 437 has the same letters at the same places. */
const DOS =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';
const WINDOWS = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 128 }, (_, index) => index + 128));
const DOS_OF: ReadonlyMap<string, string> = new Map([...WINDOWS].map((char, index) => [char, [...DOS][index] ?? char]));

/**
 * What é ü ä ç ê ë è ô ö of DOS look like when read as windows-1252: signs that no word has in its middle. Dashes and
 * dots, which words are joined by, are not among them.
 */
const DOS_LETTER = /(?<=\p{L})[\u0081‚„‡ˆ‰Š“”](?=\p{Ll})/gu;
const LATIN_LETTER = /[À-ÖØ-öø-ÿ]/g;

/** Words that German text can't do without, in the German version of ISO 646, where `{|}~` are äöüß. */
const GERMAN =
  /(?<![\p{L}])(?:f\}r|\}ber|k\|nn\p{L}*|w\{hrend|m\}ss\p{L}*|w\}rd\p{L}*|gro~\p{L}*|sp\{ter|h\{tte\p{L}*|Pr\{sident\p{L}*|zur\}ck|zun\{chst)(?![\p{L}])/gu;
const ISO_646_DE: Readonly<Record<string, string>> = {
  '{': 'ä',
  '|': 'ö',
  '}': 'ü',
  '~': 'ß',
  '[': 'Ä',
  '\\': 'Ö',
  ']': 'Ü',
};
const SMALL = /(?<=\p{L}[{|}]?)[{|}~]|[{|}](?=\p{Ll})/gu;
const CAPITAL = /(?<![\p{L}\p{N}])[[\\\]](?=[\p{Ll}{|}~])/gu;
/** Fewer may be chance. */
const EVIDENT = 2;

/**
 * The text of a wire in a character set that its bytes don't show: code page 850 or 437 that was read as windows-1252,
 * or the German version of ISO 646. Only where it is evident by several letters or words; else the text as it is.
 */
export function oldCharsetText({ text, charset }: Text): string {
  if (charset === 'windows-1252') {
    const dos = text.match(DOS_LETTER)?.length ?? 0;
    const latin = text.match(LATIN_LETTER)?.length ?? 0;
    if (dos >= EVIDENT && dos > latin) return text.replace(/[\u0080-\uffff]/g, (char) => DOS_OF.get(char) ?? char);
  }
  if (/[\u0080-\uffff]/.test(text) || (text.match(GERMAN)?.length ?? 0) < EVIDENT) return text;
  return text.replace(CAPITAL, (char) => ISO_646_DE[char] ?? char).replace(SMALL, (char) => ISO_646_DE[char] ?? char);
}
