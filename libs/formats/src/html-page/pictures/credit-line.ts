/** Words that stand before a credit, in the languages of many newsrooms. */
const WORD =
  '(?:(?:photo|picture|image|video|graphic|illustration|foto|bild|imagen|immagine|symbol|archiv|titel|beitrags|사진|이미지)[\\s-]?)?(?:photo(?:graph(?:y|er|ie)?)?s?|pictures?|images?|credits?|cr[ée]dito?s?(?: photo)?|courtesy(?: of)?|source|quelle|fotos?|bild(?:quelle|nachweis|rechte)?er?|fotograf(?:í?a|ie|en|in)?|imagen|fonte|fuente|bron|beeld|copyright|©|\\(c\\)|rechte|kuva|mynd(?:ir)?|fot\\.?|zdj\\.?|фото|фотография|צילום|תמונה|صورة|تصوير|写真|사진|출처|제공|图片|illustration|grafik|graphic|video|montage|collage|screenshot)';
const LABEL = new RegExp(
  `^[\\s(\\[|•·–—-]*(?:${WORD}\\s*(?:[:：|©/=]|\\bby\\b|\\bvon\\b|\\bvia\\b|\\bde\\b|-|–)+\\s*|©\\s*|\\(c\\)\\s*)+`,
  'iu',
);
const AT_END = new RegExp(
  `(?:^|(?<=[\\s.!?…"”’)»])|(?=[(\\[]))[\\s|/–—-]{0,3}[(\\[]?\\s*(?:${WORD}\\s*[:：=]\\s*|${WORD}\\s+(?:by|via|von)\\s+|©\\s*|\\(c\\)\\s*)([^\\[\\]]{2,120}?)\\s*\\]?\\.?$`,
  'iu',
);
/** "(Jane Roe/AFP)", "(AP)", "[Reuters]": brackets at the end with names or an agency in them. */
const BRACKETED = /[.!?…"”’»\p{L}]\s*[([]((?=\p{Lu}|\p{Lo})[^()[\]]{2,90})[)\]]\.?$/u;
/** "… in Palma / Lorenzo Marina", "… quay. | AP" */
const SLASHED = /\s[/|]\s((?:\p{Lu}|\p{Lo})[^/|.!?]{1,60}(?:\/[^/|.!?]{1,40})?)$/u;
/** "… meeting her.AAP", "… 2024. Alketa Misja": capitalised words behind the last sentence. */
const BEHIND =
  /[.!?»"”]\s*((?:[\p{Lu}\p{Lo}][\p{L}\p{N}.'’&-]*)(?:[\s/,]+(?:[\p{Lu}\p{Lo}][\p{L}\p{N}.'’&-]*|via|von|of|de|for)){0,6})$/u;
const NAMES = /^(?:[\p{Lu}\p{Lo}][\p{L}\p{N}.'’&-]*|\/|via|of|de|for|the|von|-|–|photo|[\s,/|])+$/u;
const LONGEST = 200;

/** A line without the words and signs that only say that it is a credit. */
export function bareCredit(line: string): string {
  const bare = line
    .replace(/\s+/g, ' ')
    .trim()
    .replace(LABEL, '')
    .replace(/^[\s([|,;:–—-]+|[\s|,;:–—\]-]+$/g, '')
    .trim();
  return /^[^(]*\)$/.test(bare) ? bare.slice(0, -1).trim() : bare.replace(/^\(([^()]*)\)$/, '$1');
}

/** Caption and credit of a line that ends with a credit; the caption alone where it has none. */
export function splitCaption(line: string): { caption: string; credit?: string } {
  const text = line.replace(/\s+/g, ' ').trim();
  const tail = text.slice(-LONGEST);
  const found = SLASHED.exec(tail) ?? AT_END.exec(tail) ?? bracketed(tail) ?? behind(tail, text.length);
  const said = found?.[1];
  const credit = said === undefined ? '' : bareCredit(said);
  if (found === null || said === undefined || credit === '' || credit.split(' ').length > 14) return { caption: text };
  const place = text.length - tail.length + found.index + Math.max(0, found[0].search(/[\s([|/©]|\p{Lu}[^.]*$/u));
  const start = AT_END.test(tail)
    ? text.length - tail.length + found.index
    : Math.min(place, text.length - said.length);
  return {
    caption: text
      .slice(0, Math.max(start, 0))
      .replace(/[\s|–—/([-]+$/, '')
      .trim(),
    credit,
  };
}

function bracketed(tail: string): RegExpExecArray | null {
  const found = BRACKETED.exec(tail);
  return found !== null &&
    NAMES.test(found[1] ?? '') &&
    !/^\s*(?:l|r|c|left|right|links|rechts|CDU|SPD|FDP|AfD|SVP|M|L|R|D|R)\b/.test(found[1] ?? '') &&
    /[.!?…"”’»]\s*[([]|\//.test(found[0])
    ? found
    : null;
}

/** Only behind a sentence: a line of a few words is a caption of its own. */
function behind(tail: string, length: number): RegExpExecArray | null {
  const found = BEHIND.exec(tail);
  return found !== null && length - (found[1]?.length ?? 0) >= 30 ? found : null;
}
