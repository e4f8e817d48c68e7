const AGENCY =
  '(?:AFP|AP|ANSA|Anadolu(?: Agency)?|Associated Press|Bloomberg|CGTN|China Daily|DPA|dpa|EFE|EPA|Kyodo|NASA|PA|Reuters|REUTERS|TASS|UN|Xinhua|Yonhap)';
const PICTURE_AGENCY = '(?:CFP|CNSphoto|Getty(?: Images)?|IC|Imago|Shutterstock|VCG)';
const WORD = "(?:[\\p{Lu}\\p{N}@][\\p{L}\\p{N}.'’&@-]*|via|for|of|the|and|de|von|van)";
const NAME = `${WORD}(?:[ ,/]{1,3}${WORD}){0,8}`;
const PICTURE = '(?:[Pp]hoto|[Pp]icture|[Ii]mage|[Pp]hotograph|[Ss]creenshot|[Gg]raphic|[Ii]llustration|PHOTO)s?';

/** How far back from the end of a line a credit is looked for. */
const TAIL = 160;

/** Ways in which agencies print a picture credit in brackets at the end of a caption. */
const BRACKETED: readonly RegExp[] = [
  // "(Photo: X)", "(Photo by X)", "(AP Photo/X)", "[Photo/Xinhua]", "(Image credit: X)"
  new RegExp(
    `[(\\[](?:\\p{L}+ )?${PICTURE}(?:\\s[Cc]redits?)?(?:\\s?[:/]|\\s(?:by|from|via|courtesy)\\s|(?=[)\\]]))[^()\\[\\]]{0,120}[)\\]]\\.?$`,
    'u',
  ),
  // "(Credit: X)", "(Courtesy of X)", "[File: Reuters]", "(file photo)", "(Handout)"
  /[([](?:credits?\s?[:/]|courtesy\b|handout\b|file(?:\s?[:/]|\s(?:photo|image|picture)))[^()[\]]{0,120}[)\]]\.?$/iu,
  // "(Jane Doe/AFP)", "(Jane Doe/AFP via Getty Images)"
  new RegExp(`[(\\[][^()\\[\\]]{1,80}(?:/| via )\\s?(?:${AGENCY}|${PICTURE_AGENCY})[^()\\[\\]]{0,40}[)\\]]\\.?$`, 'u'),
];

/** Ways without brackets. All are anchored at the end, over a tail of fixed length. */
const OPEN: readonly RegExp[] = [
  // "… 2018. /VCG Photo", "… / Reuters"
  new RegExp(`(?<=[.!?"”’)\\]])\\s*/\\s?${NAME}$`, 'u'),
  new RegExp(`\\s/\\s?(?:${AGENCY}|${PICTURE_AGENCY}|${NAME} [Pp]hoto)(?:\\s[Pp]hoto)?$`, 'u'),
  // "Photo by X", "Photo: X", "Credit: X", "Courtesy of X" after the end of the caption's sentence
  new RegExp(
    `(?:^|(?<=[.!?"”’)\\]])\\s*|\\s[|–—-]\\s)(?:${PICTURE}\\s?(?:[Cc]redits?\\s?)?(?:by|via|courtesy of|[:：])|[Cc]redits?\\s?(?:[:：]|\\.{3})|[Cc]ourtesy(?: of|[:：]))\\s?${NAME}\\.?$`,
    'u',
  ),
  // "REUTERS/Jane Doe", "Jane Doe / AFP" after the end of the caption's sentence
  new RegExp(
    `(?<=[.!?"”’)\\]])\\s*(?:${NAME}\\s?/\\s?|${NAME} via )(?:${AGENCY}|${PICTURE_AGENCY})(?:\\s?/\\s?${NAME})?\\.?$`,
    'u',
  ),
  new RegExp(`(?<=[.!?"”’)\\]])\\s*${AGENCY}\\s?/\\s?${NAME}\\.?$`, 'u'),
  // "AFP Photo", "Getty Images"
  new RegExp(`(?<=[.!?"”’)\\]]|\\s)\\s*(?:${AGENCY}|${PICTURE_AGENCY})\\s[Pp]hoto\\.?$`, 'u'),
  new RegExp(`(?<=[.!?"”’)\\]])\\s*${PICTURE_AGENCY}\\.?$|\\sGetty Images$`, 'u'),
];

/** What every open credit has in it: looked for first, since most lines are text and the patterns are slow. */
const OPEN_CUE =
  /\/|photo|pictur|image|graphic|illustrat|screenshot|credit|courtesy|getty|imago|shutterstock|\b(?:via|CFP|IC|VCG)\b/i;

/** The credit at the end of a line, as printed; undefined where there is none. A bare "(Reuters)" is none: stories end so, too. */
export function trailingCredit(line: string): string | undefined {
  const tail = line.slice(-TAIL);
  const ways = /[)\]]\.?$/.test(tail) ? BRACKETED : OPEN_CUE.test(tail) ? OPEN : [];
  for (const pattern of ways) {
    const at = pattern.exec(tail);
    if (at !== null) return at[0];
  }
  return undefined;
}

/** The line without its credit and with white space evened out: equal for all printings of one caption. */
export function captionKey(line: string): string {
  const credit = trailingCredit(line);
  const words = credit === undefined ? line : line.slice(0, line.length - credit.length);
  return words
    .replace(/\s+/g, ' ')
    .replace(/[\s.]+$/, '')
    .trim();
}
