/** Words that stand before a credit, in the languages of many newsrooms. */
const WORD =
  '(?:(?:photo|picture|image|video|graphic|illustration|foto|bild|imagen|immagine|symbol|archiv|titel|beitrags)[\\s-]?)?(?:photo(?:graph(?:y|er|ie)?)?s?|pictures?|images?|credits?|cr[ée]dito?s?(?: photo)?|courtesy(?: of)?|source|quelle|fotos?|bild(?:quelle|nachweis|rechte)?er?|fotograf(?:í?a|ie|en|in)?|imagen|fonte|fuente|bron|beeld|copyright|©|\\(c\\)|rechte|kuva|mynd(?:ir)?|fot\\.?|zdj\\.?|фото|фотография|אילוסטרציה|צילום|תמונה|صورة|تصوير|写真|사진|图片|illustration|grafik|graphic|video|montage|collage|screenshot|lead image)';
const LABEL = new RegExp(
  `^[\\s(\\[|•·–—-]*(?:${WORD}\\s*(?:[:：|©/]|\\bby\\b|\\bvon\\b|\\bvia\\b|\\bde\\b|-|–)+\\s*|©\\s*|\\(c\\)\\s*)+`,
  'iu',
);
const AT_END = new RegExp(
  `(?:^|(?<=[\\s.!?…"”’)»])|(?=[(\\[]))[\\s|/–—-]{0,3}[(\\[]?\\s*(?:${WORD}\\s*[:：]\\s*|${WORD}\\s+(?:by|via|von)\\s+|©\\s*|\\(c\\)\\s*)([^()\\[\\]]{2,120}?)\\s*[)\\]]?\\.?$`,
  'iu',
);
const BRACKETED =
  /\s*[([]([^()[\]]{2,90}\/[^()[\]]{2,60}|(?:AP|AFP|Reuters|dpa|Getty Images|EPA|Imago|Keystone|APA|ANSA|EFE|TASS|PAP)(?:[\s/,][^()[\]]{0,60})?)[)\]]\.?$/u;
const LONGEST = 200;

/** A line without the words and signs that only say that it is a credit. */
export function bareCredit(line: string): string {
  const bare = line
    .replace(/\s+/g, ' ')
    .trim()
    .replace(LABEL, '')
    .replace(/^[\s([|,;:–—-]+|[\s|,;:–—-]+$/g, '')
    .trim();
  return /^[^(]*\)$/.test(bare) ? bare.slice(0, -1).trim() : bare.replace(/^\((.*)\)$/, '$1');
}

/** Caption and credit of a line that ends with a credit; the caption alone where it has none. */
export function splitCaption(line: string): { caption: string; credit?: string } {
  const text = line.replace(/\s+/g, ' ').trim();
  const tail = text.slice(-LONGEST);
  const found = AT_END.exec(tail) ?? BRACKETED.exec(tail);
  const credit = found === null ? undefined : bareCredit(found[1] ?? '');
  if (found === null || credit === undefined || credit === '' || credit.split(' ').length > 14)
    return { caption: text };
  return {
    caption: text
      .slice(0, text.length - tail.length + found.index)
      .replace(/[\s|–—/-]+$/, '')
      .trim(),
    credit,
  };
}
