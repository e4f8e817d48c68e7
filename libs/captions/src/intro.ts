import type { Span } from './caption-reading.ts';
import { isMonth } from './date.ts';

/** What stands in front of the sentence of a caption in some houses' styles: where it ends, and the place it names. */
export interface Intro {
  end: number;
  place?: Span;
}

/** How far a caption is looked at for an intro. */
const WINDOW = 160;
const NAME =
  "\\p{Lu}[\\p{L}\\p{M}\\p{N}.'’/-]*(?:\\s(?:[Aa]m|[Aa]n der|de|del|do|du|la|le|of|v|vs\\.?|\\p{Lu}[\\p{L}\\p{M}\\p{N}.'’/-]*))*";
const DAY = '\\d{1,2}\\.\\s?\\d{1,2}\\.\\s?\\d{4}|\\d{1,2}\\s\\p{L}{3,9}\\.?\\s\\d{4}';
const MONTH =
  '(?:J[Aa][Nn]|F[Ee][Bb]|M[Aa][Rr]|A[Pp][Rr]|M[Aa][Yy]|J[Uu][NnLl]|A[Uu][Gg]|S[Ee][Pp]|O[Cc][Tt]|N[Oo][Vv]|D[Ee][Cc])\\p{L}{0,6}';
const MONTH_DAY = `(?<month>${MONTH})\\.?\\s\\d{1,2}(?:,\\s\\d{4})?`;

/** The styles, each with the group `place`; the intro ends with the match. */
const STYLES: readonly RegExp[] = [
  // dpa: "14.02.2022, Hessen, Frankfurt/Main: …", "22 March 2021, Berlin: …"
  rx(`^(?:${DAY}),\\s(?<place>${NAME}(?:,\\s${NAME}){0,2}):\\s`),
  // Getty Images, TASS: "LONDON, ENGLAND - OCTOBER 12: …", "MOSCOW, RUSSIA – APRIL 11, 2022: …"
  rx(`^(?<place>[\\p{Lu}][\\p{Lu}.'’ -]*(?:,\\s[\\p{Lu}.'’ -]+?){0,2})\\s?[-–—]\\s?${MONTH_DAY}:\\s`),
  // NTB: "Oslo 20221107. …"
  rx(`^(?<place>${NAME})\\s(?:19|20)\\d{6}\\s?[.:]\\s`),
  // Reuters, Action Images: "Tennis - Wimbledon - All England Club, London, Britain - July 2, 2022 …"
  rx(
    `^${NAME}(?:\\s\\p{L}+)*\\s[-–—]\\s(?:[^-–—]{2,60}\\s[-–—]\\s){0,5}?(?<place>[^-–—]{2,80}?)\\s[-–—]\\s${MONTH_DAY}\\s`,
  ),
];
const HINT = /^(?:\d|\p{Lu}{3}|[^:]{2,60}\s(?:19|20)\d{6}|[^.]{2,60}\s[-–—]\s)/u;
const FILED =
  /^\(?(?:FILES?|File|ARCHIV|ARCHIVE)(?:\)|\s*[-–—:])\s*(?=\p{Lu}|\d)|^epa\d{6,9}\s+|^(?:FILE PHOTO|FILE PICTURE):\s*|^[\p{Lu}][\p{Lu} !,'’-]{2,40}(?:…|\.\.\.|:)\s+(?=\p{Lu})/u;

/** "(EDITORS NOTE: Image has been shot in black and white.) " */
const NOTE = /^\([Ee][^()]{5,140}\)\s*/;

/** Finds the intro of a caption; none has the end 0. */
export function introOf(text: string): Intro {
  const head = text.slice(0, WINDOW);
  const skip = FILED.exec(head)?.[0].length ?? 0;
  const rest = head.slice(skip);
  if (!HINT.test(rest)) return { end: skip };
  for (const style of STYLES) {
    const match = style.exec(rest);
    const place = match?.groups?.['place'];
    const month = match?.groups?.['month'];
    if (match === null || place === undefined || (month !== undefined && !isMonth(month))) continue;
    const start = skip + match[0].lastIndexOf(place);
    const note = NOTE.exec(text.slice(skip + match[0].length, skip + match[0].length + WINDOW))?.[0].length ?? 0;
    return { end: skip + match[0].length + note, place: { start, end: start + place.length } };
  }
  return { end: skip };
}

function rx(source: string): RegExp {
  return new RegExp(source, 'u');
}
