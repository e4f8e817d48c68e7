/** One house style of credits at the end of a line; `credit` is the group with the credit's text. */
export interface CreditStyle {
  name: string;
  /** Matched against the last {@link CREDIT_WINDOW} characters of the line, anchored at their end. */
  pattern: RegExp;
  /** A text without which the pattern can't match: spares most captions the search. */
  hint?: string;
  /** Styles whose mark is weak count only where the credit names a known agency, or a name and a sender. */
  needs: 'nothing' | 'parties' | 'agency';
}

/** How many characters from the end a credit can begin, so that no pattern ever sees more. */
export const CREDIT_WINDOW = 260;

const LABEL =
  '(?:screenshot|screengrab|composite|montage|artwork|render(?:ing)?|(?:image|photo|picture|photograph|video|foto|media)[ -]?(?:credits?|source|courtesy)|credits?|photos?|photograph|images?|pictures?|pic|source|file(?: photo| image| picture)?|foto|fotos|bild|crédit(?: photo)?|fuente|illustration|graphic)';
const WORD =
  "(?:(?:\\p{Lu}\\.)+|(?:Jr|Sr|St|Dr)\\.|[\\p{L}\\p{N}@][\\p{L}\\p{M}\\p{N}'’&@_-]*(?:\\.\\p{L}[\\p{L}\\p{N}]*)*)";
const WORDS = `${WORD}(?:\\s${WORD}){0,5}`;
const CHAIN = `${WORDS}(?:\\s?[/|]\\s?${WORDS}){1,4}(?:,\\s(?:File|Pool|Handout))?`;
const AGENCY_FIRST =
  '(?:Action Images via (?:REUTERS|Reuters)|Action Images|USA TODAY Sports|REUTERS|Reuters|EPA-EFE|EPA|AFP PHOTO|AFP|AP PHOTO|AP Photo|UPI Photo|UPI|ANSA|XINHUA|KCNA|VCG|CFP)';
const STOP = '(?<=^|[.!?…"”):;\\]]|[’\'](?=\\s)|\\s[-–—|])';

/** Styles in the order they are tried; the first that fits wins. */
export const CREDIT_STYLES: readonly CreditStyle[] = [
  {
    name: 'bracketed label',
    needs: 'nothing',
    pattern: rx(
      `[([]\\s*${LABEL}\\s*(?::|by\\b|should read|courtesy of|courtesy)\\s*(?<credit>[^()[\\]]{1,180}?)\\s*[)\\]]$`,
      'iu',
    ),
  },
  {
    name: 'bracketed photo/agency',
    needs: 'nothing',
    pattern: rx('[([]\\s*(?:Photo|PHOTO)\\s?/\\s?(?<credit>[^()[\\]]{1,120}?)\\s*[)\\]]$'),
  },
  {
    name: 'bracketed courtesy',
    needs: 'nothing',
    pattern: rx(
      '[([]\\s*(?<credit>(?:courtesy|handout|screenshot|screengrab|provided|supplied)\\b[^()[\\]]{0,140}?)\\s*[)\\]]$',
      'iu',
    ),
  },
  {
    name: 'bracketed organisation photo by',
    needs: 'nothing',
    hint: 'hoto',
    pattern: rx(
      '[([]\\s*(?<credit>\\p{Lu}[^()[\\]]{1,60}\\s(?:photo|photograph|image)\\sby\\s[^()[\\]]{2,80}?)\\s*[)\\]]$',
    ),
  },
  { name: 'bracketed credit', needs: 'parties', pattern: rx('[([]\\s*(?<credit>[^()[\\]]{1,180}?)\\s*[)\\]]$') },
  {
    name: 'label',
    needs: 'nothing',
    pattern: rx(
      '(?<!(?<!\\p{L})\\p{Lu}\\p{L}{0,20} )(?:(?:Image|Photo|Picture|Photograph)\\s)?(?:Credits?|CREDIT|Crédit)\\s?(?::|\\.{3}|…)\\s*(?<credit>[^:]{1,120})$',
    ),
  },
  {
    name: 'label after a sentence',
    needs: 'nothing',
    pattern: rx(`${STOP}\\s*${LABEL}\\s?(?::|\\.{3}|…)\\s*(?<credit>[^:]{1,120})$`, 'iu'),
  },
  {
    name: 'organisation photo by',
    needs: 'nothing',
    hint: 'hoto',
    pattern: rx(
      `${STOP}\\s*(?<credit>\\p{Lu}[\\p{L}.]*(?:\\s\\p{Lu}[\\p{L}.]*){0,4}\\s(?:file\\s)?photos?\\sby\\s[^:/]{2,80})$`,
    ),
  },
  {
    name: 'label without a stop',
    needs: 'nothing',
    pattern: rx(
      '(?<=[\\p{L}\\p{N}”"’)]\\s)(?:Photograph|Photo|Image|Picture|Illustration|Composite|Foto):\\s(?<credit>[^:.]{2,80})$',
    ),
  },
  {
    name: 'source with a comma',
    needs: 'nothing',
    hint: 'source, ',
    pattern: rx('(?:Image|Video|Media) source, (?<credit>[^:]{1,120})$'),
  },
  {
    name: 'credit should read',
    needs: 'nothing',
    hint: 'should read',
    pattern: rx('(?:Photo|Picture|PHOTO) credit should read:?\\s*(?<credit>[^:]{1,120})$'),
  },
  {
    name: 'photo by',
    needs: 'nothing',
    pattern: rx(
      `${STOP}\\s*(?:Photo illustration|Photos?|Photograph|Photographed|Image|Picture|Foto|PHOTO)s?\\s(?:by|BY|von|courtesy of|courtesy)\\s(?:[-–]\\s*/\\s*)?(?<credit>[\\p{L}\\p{N}@][^:]{1,120})$`,
    ),
  },
  {
    name: 'name/agency via agency',
    hint: ' via ',
    needs: 'parties',
    pattern: rx(`${STOP}\\s*(?<credit>${WORDS}(?:\\s?/\\s?${WORDS}){0,3}\\svia\\s${WORDS}(?:\\s?/\\s?${WORDS}){0,3})$`),
  },
  {
    name: 'agency/name',
    hint: '/',
    needs: 'nothing',
    pattern: rx(`(?<![\\p{L}/])(?<credit>${AGENCY_FIRST}\\s?/\\s?[^()[\\]:]{1,120})$`),
  },
  {
    name: 'name for house',
    hint: ' for ',
    needs: 'nothing',
    pattern: rx(
      `(?<=[.!?…"”)]\\s?)(?<credit>\\p{Lu}[\\p{L}.'’-]+(?:\\s\\p{Lu}[\\p{L}.'’-]*){1,3}\\sfor\\s(?:the\\s)?${WORDS})$`,
    ),
  },
  {
    name: 'agency - name',
    hint: ' - ',
    needs: 'parties',
    pattern: rx(`${STOP}\\s*(?<credit>${AGENCY_FIRST}\\s[-–—]\\s${WORDS})$`),
  },
  {
    name: 'name/agency',
    hint: '/',
    needs: 'parties',
    pattern: rx(`${STOP}\\s*(?<credit>${CHAIN}(?:\\svia\\s${WORDS})?)$`),
  },
  {
    name: 'name | agency',
    hint: '|',
    needs: 'parties',
    pattern: rx(`${STOP}\\s*(?<credit>${CHAIN}(?:\\svia\\s${WORDS})?)$`),
  },
  {
    name: 'slash after a sentence',
    hint: '/',
    needs: 'nothing',
    pattern: rx(`(?<=[.!?…"”’')]\\s)/\\s?(?<credit>(?=\\p{Lu})${WORDS})$`),
  },
  {
    name: 'slash agency photo',
    hint: '/',
    needs: 'agency',
    pattern: rx(`(?<=^|[\\s.,!?"”’)])/\\s?(?<credit>${WORDS})$`),
  },
  { name: 'agency', needs: 'agency', pattern: rx(`${STOP}\\s*(?:©\\s?)?(?<credit>${WORDS})$`) },
  { name: 'copyright', needs: 'nothing', pattern: rx('(?:©|\\(c\\))\\s?(?<credit>[\\p{L}\\p{N}][^©]{1,100})$') },
  {
    name: 'courtesy',
    needs: 'nothing',
    pattern: rx(
      `${STOP}\\s*(?<credit>(?:Courtesy(?: of)?|COURTESY(?: OF)?|Screenshot(?: via| from| of)?|Screengrab(?: via| from)?|Provided by|Supplied by|Obtained by|Released by|Handout(?: from| via)?)[\\s:]\\s?[^:]{1,120})$`,
    ),
  },
  {
    name: 'role',
    needs: 'nothing',
    pattern: rx(`${STOP}\\s*(?<credit>Handout|HANDOUT|Stringer|Supplied|Screenshot|Screengrab)$`),
  },
  {
    name: 'name name/agency without a stop',
    hint: '/',
    needs: 'agency',
    pattern: rx(
      `(?<=\\s)(?<credit>\\p{Lu}[\\p{L}\\p{M}'’.-]+(?:\\s\\p{Lu}\\.)?\\s\\p{Lu}[\\p{L}\\p{M}'’.-]+(?:\\s?/\\s?${WORDS}){1,3})$`,
    ),
  },
  {
    name: 'agency without a stop',
    needs: 'agency',
    pattern: rx(
      '(?<=\\p{Lu}[\\p{L}]{1,20}\\s|\\d\\s)(?<credit>Getty Images|Shutterstock|Alamy|iStock|AFP|REUTERS|EPA|EPA-EFE|VCG|CFP|Xinhua|dpa)$',
    ),
  },
];

function rx(source: string, flags = 'u'): RegExp {
  return new RegExp(source, flags);
}
