/**
 * What an element says of the part of a text it holds: `nonpublic` is not for readers; a `notepad` isn't either, but may
 * hold `public` parts; these are notes to readers, and may hold non-public ones.
 */
export type Publicity = 'notepad' | 'public' | 'nonpublic';

/** Marks agencies set: dpa's classes, `pubconstraint` of NewsML-G2 in any scheme, and plain words for the same. */
const MARKS: readonly (readonly [RegExp, Publicity])[] = [
  [
    /(?:^|[\s:-])no[nt]-?public(?=$|\s)|(?:^|\s)(?:np-constraint|not-?for-?publication|ed-?notes?)(?=$|\s)/i,
    'nonpublic',
  ],
  [/(?:^|\s)notepad(?=$|\s)/i, 'notepad'],
  [/(?:^|\s)(?:np-|\S*:)public(?=$|\s)/i, 'public'],
];

/** What an element is marked as by its `class` and `pubconstraint`; undefined for one that says nothing of it. */
export function publicityOf(classes: string | undefined, constraint: string | undefined): Publicity | undefined {
  if (classes === undefined && constraint === undefined) return undefined;
  const marks = `${classes ?? ''} ${constraint ?? ''}`;
  return MARKS.find(([pattern]) => pattern.test(marks))?.[1];
}
