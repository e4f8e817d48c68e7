/**
 * A header line: source of three letters (two to four are met), message number, priority, category of one to three
 * letters, number of words, and what the sender adds. As a source, since it is looked for in several ways.
 */
export const HEADER =
  '^[^\\S\\n]*(?<source>[A-Za-z]{2,4})(?<number>\\d{2,5})[^\\S\\n]+(?<priority>\\d)[^\\S\\n]+(?<category>[A-Za-z]{1,3})(?:[^\\S\\n]+(?<words>\\d{1,5}))?(?<optional>[^\\S\\n]+\\S[^\\n]{0,120})?[^\\S\\n]*$';

export type Header = {
  readonly source: string;
  readonly number: string;
  readonly priority: number;
  readonly category: string;
  /** What follows the number of words, blanks evened out: routes, and the agency's own number ("dpa 061"). */
  readonly optional?: string;
};

const LINE = new RegExp(HEADER, 'u');

/** Reads a header line (IPTC 7901); undefined for any other line. */
export function readHeader(line: string): Header | undefined {
  const { source, number, priority, category, optional = '' } = LINE.exec(line)?.groups ?? {};
  if (source === undefined || number === undefined || category === undefined) return undefined;
  const added = optional.trim().replace(/\s+/g, ' ');
  return { source, number, priority: Number(priority), category, ...(added !== '' && { optional: added }) };
}

/** The agency's name among what the sender adds: the word before its own number. */
export function agencyOf({ optional = '' }: Header): string | undefined {
  return /(?:^| )(\p{L}{2,8}) \d{1,6}$/u.exec(optional)?.[1];
}
