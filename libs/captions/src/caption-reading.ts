import type { CaptionPerson, Issue } from '#contracts';

/** Where a part stands in the raw line: UTF-16 offsets, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** Where the parts of a reading stand in the raw line; `people` runs parallel to the reading's people. */
export interface CaptionSpans {
  caption?: Span;
  credit?: Span;
  place?: Span;
  date?: Span;
  people: Span[];
}

/** What one caption line says. Absent members were not in the line. */
export interface CaptionReading {
  /** The line without page debris, usage notes and credit, white space folded. */
  caption: string;
  credit?: string;
  photographer?: string;
  agency?: string;
  people: CaptionPerson[];
  place?: string;
  /** `2018-03-22`, or `2018-03` where the day isn't given. */
  date?: string;
  /** True for a file picture. */
  archive?: boolean;
  /** True for a picture that was given out: a handout, or provided, supplied or released by somebody. */
  handout?: boolean;
  spans: CaptionSpans;
  issues: Issue[];
}
