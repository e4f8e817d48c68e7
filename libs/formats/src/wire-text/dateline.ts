import type { Dateline } from '#contracts';

/** An article opens a sentence, and no name of a place but French, Dutch and Spanish ones. */
const PLACE =
  "(?!(?:The|An?|Der|Die|Das|Eine?) )(?<place>\\p{Lu}[\\p{L}\\p{M}.'’/ -]{1,40}(?:, ?\\p{Lu}[\\p{L}.'’ -]{1,30}){0,2}?)";
const MONTH = '(?:\\d{1,2}\\.? \\p{L}{3,9}\\.?|\\p{L}{3,9}\\.? \\d{1,2})(?:,? \\d{4})?';
const DATE = `(?<date>${MONTH})`;
const AGENCY = '(?<agency>[\\p{L}\\p{N}./+&-]{2,20}(?: [\\p{L}\\p{N}./+&-]{2,20}){0,2})';
/** Agencies of which some set no dash behind their name; those in small letters need no list. */
const DASHLESS =
  '(?<agency>\\p{Ll}[\\p{L} ./+-]{1,40}|(?:AFP|ANP|APA|ATS|Belga|BELGA|EFE|SDA|Reuters)[\\p{L} ./+-]{0,30})';
const DASH = '(?:[-–—_]{1,2}|:)';

/** Ways in which wires open a story. All end before the first word of it. */
const DATELINES: readonly RegExp[] = [
  // Berlin (dpa) - · NEW YORK (AP) _ · Geneva, Nov 21 (Reuters) -
  `${PLACE}(?:, ?${DATE})? ?\\(${AGENCY}\\) ?${DASH}(?= |$)`,
  // Paris (ats afp)
  `${PLACE}(?:, ?${DATE})? ?\\(${DASHLESS}\\)(?= |$)`,
  // (ANSA) - ROMA, 12 NOV -
  `\\(${AGENCY}\\) ?${DASH} ?${PLACE}(?:, ?${DATE})? ?${DASH}(?= |$)`,
  // MOSCOW, January 21. /TASS/. · LONDON, Feb. 1, 2017 /PRNewswire/ --
  `${PLACE}, ?${DATE}\\.? /${AGENCY}/\\.?(?: ?--)?(?= |$)`,
  // SYDNEY, Jul 16 AAP -
  `${PLACE}, ?(?<date>\\p{L}{3,9}\\.? \\d{1,2}|\\d{1,2} \\p{L}{3,9}\\.?) (?<agency>\\p{Lu}[\\p{Lu}/]{1,10}) ${DASH}(?= |$)`,
].map((pattern) => new RegExp(`^${pattern}`, 'u'));

/** How far a dateline may reach. */
const LONGEST = 160;

/** The dateline a paragraph opens with, with its place, date and agency as printed; undefined where there is none. */
export function readDateline(paragraph: string): Dateline | undefined {
  const head = paragraph.trimStart().slice(0, LONGEST).replace(/\s/g, ' ');
  for (const pattern of DATELINES) {
    const found = pattern.exec(head);
    if (found === null) continue;
    const { place, date, agency } = found.groups ?? {};
    return {
      text: found[0].trim(),
      ...(place !== undefined && { place: place.trim() }),
      ...(date !== undefined && { date }),
      ...(agency !== undefined && { agency }),
    };
  }
  return undefined;
}
