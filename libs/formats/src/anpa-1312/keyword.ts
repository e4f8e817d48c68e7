import type { Change } from '#contracts';
import { changeIn } from '../wire-text/version-words.ts';
import { keyOf } from '../wire-text/wire-guid.ts';

/** The keyword line, parted: the slug without its cycle, the version as printed, and what kind of part the message is. */
export type Keyword = {
  /** "US--Giant Lobster Death" */
  readonly slug: string;
  /** "BC", "AM", "PM" */
  readonly cycle?: string;
  /** "1st Ld-Writethru", "ADD", "KILL" … */
  readonly version?: string;
  /** Only some paragraphs of the story: an add, an insert, a substitute, a take after the first. */
  readonly part: boolean;
  /** Number of the transmission that this one replaces ("a0543"). */
  readonly replaces?: string;
};

const CYCLE = /^(BC|AM|PM)s?-+(?=\S)/i;
const ORDINAL = '(?:\\d{1,2}(?:st|nd|rd|th))';
const WORDS = `(?:${ORDINAL}[ -]?)*(?:ld|lead|writethru|add|sub|subs|insert|inserts|correct|corrects|correction|correctives?|kill|elimination|withhold|hold|advisory|clarification|take|urgent|bulletin|flash|newsalert|optional|box)`;
const VERSION = new RegExp(`^(?:${WORDS})(?:[ -]+(?:${WORDS}|${ORDINAL}|\\d{1,2}))*$`, 'i');
const COUNT = /^\d{1,5}$/;
const REPLACED = /^[a-z]\d{3,4}$/i;
const PART = /\b(?:add|subs?|inserts?)\b|\btake (?:[2-9]|\d\d)\b|\b(?:[2-9]|\d\d)(?:nd|rd|th) take\b/i;
/** The header's field of 24 characters has no blanks inside: "1stLd-Writethru". */
const SET_SOLID = /(\d(?:st|nd|rd|th))(?=\p{L})/giu;

/** Reads "BC-US--Giant Lobster Death, 1st Ld-Writethru,127" or, from a header, "BC-US--GiantLobsterDeath 1stLd-Writethru". */
export function readKeyword(line: string): Keyword {
  const cycle = CYCLE.exec(line)?.[1]?.toUpperCase();
  const [head = '', ...behind] = line
    .replace(CYCLE, '')
    .split(',')
    .map((part) => part.trim());
  const gap = head.lastIndexOf(' ');
  const [slug, solid] = gap < 0 ? [head] : [head.slice(0, gap).trimEnd(), head.slice(gap + 1)];
  const versions = behind.filter((part) => isVersion(part));
  const inHead = solid !== undefined && isVersion(solid) ? solid : undefined;
  const replaced = behind.find((part) => REPLACED.test(part));
  const words = behind.filter((part) => !isVersion(part) && !COUNT.test(part) && !REPLACED.test(part) && part !== '');
  const version = [...(inHead === undefined ? [] : [inHead]), ...versions].join(', ');
  return {
    slug: [inHead === undefined ? head : slug, ...words].join(', '),
    ...(cycle !== undefined && { cycle }),
    ...(version !== '' && { version }),
    ...(replaced !== undefined && { replaces: replaced }),
    part: PART.test(version.replace(SET_SOLID, '$1 ')),
  };
}

function isVersion(words: string): boolean {
  return VERSION.test(words.replace(SET_SOLID, '$1 ').trim());
}

/** What the version does to its story: as its words and the labels above the headline say. */
export function changeOf({ version = '' }: Keyword, labels: readonly string[]): Change | undefined {
  return changeIn([version.replace(SET_SOLID, '$1 '), ...labels].join(' ').replaceAll('-', ' '));
}

/** What names the story in all its versions and services: letters and digits of the slug. */
export function storyKey({ slug }: Keyword): string {
  return keyOf(slug);
}

/** Two printings of one keyword: the shorter may be cut off. */
export function sameKeyword(one: Keyword, other: Keyword): boolean {
  const [a, b] = [storyKey(one), storyKey(other)];
  return a !== '' && b !== '' && (a.startsWith(b) || b.startsWith(a));
}
