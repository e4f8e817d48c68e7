import { archiveMarkLength } from './archive.ts';
import type { CaptionReading } from './caption-reading.ts';
import { firstSentence } from './sentences.ts';
import { foldSpaces } from './spaces.ts';

/** No alternative text by rules is longer, in UTF-16 units. */
export const MAX_ALTERNATIVE_TEXT = 250;

const POSITION =
  /\s?\((?:(?:\d(?:st|nd|rd|th)|second|third|fourth) )?(?:from )?(?:the )?(?:L|R|C|F|L-R|R-L|left|right|cent(?:er|re)|back|front|rear|background|foreground)(?: (?:front|back))?\)/gi;
const FILE_MARK = /\s?[([]?\b(?:file|archive) (?:photo|picture|pic|image)\b[)\]]?/gi;
const OPENING = /^(?:an? |the )?(?:image|photo|photograph|picture)(?: \w+)? (?:of|shows|showing) /i;
const DATE_TAIL = /(?:,| on| in)*\s*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s*)?$/;

/**
 * A short, plain sentence for those who don't see the picture, made of the caption: its first sentence without credit,
 * position marks, file-picture marks and the date at its end. Undefined where the caption says nothing.
 */
export function alternativeText(reading: CaptionReading): string | undefined {
  const caption = reading.caption.slice(archiveMarkLength(reading.caption)).slice(0, 2_000);
  const sentence = firstSentence(caption);
  const plain = foldSpaces(
    withoutDate(sentence, reading).replace(POSITION, '').replace(FILE_MARK, '').replace(OPENING, ''),
  )
    .replace(/ ([,.;:!?])/g, '$1')
    .replace(/[,;:\s–—-]+([.!?]?)$/, '$1');
  if (!/[\p{L}\p{N}]/u.test(plain)) return undefined;
  const short = cutAtWord(plain);
  return short.charAt(0).toUpperCase() + short.slice(1);
}

/** Drops the date where it ends the sentence, with its weekday and comma. */
function withoutDate(sentence: string, reading: CaptionReading): string {
  const span = reading.spans.date;
  const caption = reading.spans.caption;
  if (span === undefined || caption === undefined) return sentence;
  const length = span.end - span.start;
  const bare = sentence.replace(/[.\s]+$/, '');
  const tail = bare.slice(-length);
  if (!/\d{4}$/.test(tail) || bare.length <= length) return sentence;
  const head = bare.slice(0, bare.length - length).replace(DATE_TAIL, '');
  return `${head}.`;
}

/** At most {@link MAX_ALTERNATIVE_TEXT} units, cut before a word and closed with an ellipsis. */
function cutAtWord(text: string): string {
  if (text.length <= MAX_ALTERNATIVE_TEXT) return text;
  const head = text.slice(0, MAX_ALTERNATIVE_TEXT - 1);
  const blank = head.lastIndexOf(' ');
  const cut = blank > 0 ? head.slice(0, blank) : head.replace(/[\uD800-\uDBFF]$/, '');
  return `${cut.replace(/[,;:\s–—-]+$/, '')}…`;
}
