/**
 * The two header lines: service letter and number with the selector code, then priority, category, format, keyword
 * with version, date (MM-DD) and number of words. Control characters may be lost. As sources, since they are looked
 * for in several ways.
 */
export const FIRST_LINE = '[A-Za-z]\\d{4}[\\x1f ]?[\\w-]{0,8}';
export const SECOND_LINE =
  '[a-z] ?[a-z]{1,2} ?[\\x11-\\x14]{0,3} {0,3}[^\\s\\x00-\\x1f][^\\r\\n\\x00-\\x1f]{0,80}? +\\d\\d-\\d\\d +\\d{3,5}';

export type Header = {
  /** Service letter and number of the transmission ("W2595"); absent where the first line is lost. */
  readonly transmission?: string;
  readonly selector?: string;
  readonly priority: string;
  readonly category: string;
  /** Set in columns by the sender (DC4, DC2). */
  readonly tabular: boolean;
  /** Keyword and version, as abbreviated as the header has them. */
  readonly keyword: string;
  /** Month and day as printed. */
  readonly date: string;
};

const FIRST = /^\s*([A-Za-z]\d{4})[\x1f ]?([\w-]{0,8})\s*$/;
const SECOND = /^\s*([a-z]) ?([a-z]{1,2}) ?([\x11-\x14]{0,3}) {0,3}(\S.*?) +(\d\d-\d\d) +\d{3,5}\s*$/;

/** Reads the lines of a header (ANPA 1312): the second one says all but the number of the transmission. */
export function readHeader(lines: readonly string[]): Header | undefined {
  const [, transmission, selector = ''] = FIRST.exec(lines[0] ?? '') ?? [];
  const at = lines.findIndex((line) => SECOND.test(line));
  const [, priority, category, format = '', keyword, date] = SECOND.exec(lines[at] ?? '') ?? [];
  if (priority === undefined || category === undefined || keyword === undefined || date === undefined) return undefined;
  return {
    ...(transmission !== undefined && { transmission }),
    ...(/\w/.test(selector) && { selector }),
    priority,
    category,
    tabular: format.startsWith('\x14'),
    keyword,
    date,
  };
}
