import { dateTimeGroup } from '../wire-text/date-time-group.ts';
import { readDateline } from '../wire-text/dateline.ts';
import { trimmedLines } from '../wire-text/wire-lines.ts';
import { unwrapped, wrapWidth } from '../wire-text/wrapped-lines.ts';
import type { Message } from './message.ts';

/** The lines of a telegram's text, with the head and the end taken off. */
export type TelegramText = {
  readonly lines: readonly string[];
  /** The headline, and subheadlines below it; none where the fields above the text have it. */
  readonly headlines: readonly string[];
  readonly dateTime?: string;
  /** "AAP RTV": agency and service, below the text. */
  readonly signOff?: string;
  readonly source?: string;
};

/** Marks of typesetting at the end of a line: centred, and flush left. */
const CENTRED = '=!';
const QUAD = '<!';
const SIGN_OFF = /^(\p{Lu}{2,5}) \p{Lu}{2,12}$/u;
const SOURCE = /^source:\s*(\S.*)$/i;
const AT = /^(?:issued )?at\s+(?=\d)/i;
/** A headline stands in the first lines, and no paragraph is as short. */
const LONGEST_HEADLINE = 120;
const MOST_HEADLINES = 4;
/** Where a bulletin says when it was issued. */
const MOST_LINES_ABOVE_TIME = 4;

/** Takes headline, sign-off, source and date-time group off a text; typesetting marks become headings or nothing. */
export function textOf(message: Message): TelegramText {
  const lines = trimmedLines(message.text.map(withoutMarks));
  const ends: { dateTime?: string; signOff?: string; source?: string } = {};
  for (let last = lines.at(-1)?.trim(); last !== undefined; last = lines.at(-1)?.trim()) {
    if (ends.dateTime === undefined && dateTimeGroup(last) !== undefined) ends.dateTime = last;
    else if (ends.signOff === undefined && SIGN_OFF.test(last)) ends.signOff = last;
    else if (ends.source === undefined && SOURCE.test(last)) ends.source = SOURCE.exec(last)?.[1] ?? '';
    else if (last !== '') break;
    lines.pop();
  }
  const above = lines.slice(0, MOST_LINES_ABOVE_TIME).find((line) => dateTimeGroup(line.replace(AT, '')) !== undefined);
  const head = message.headline === undefined && message.slugline === undefined ? headlineLines(lines) : 0;
  return {
    lines: trimmedLines(lines.slice(head)),
    headlines: unwrapped(lines.slice(0, head), wrapWidth(lines)),
    ...ends,
    ...(ends.dateTime === undefined && above !== undefined && { dateTime: above.replace(AT, '') }),
  };
}

function withoutMarks(line: string): string {
  if (line.endsWith(QUAD)) return line.slice(0, -QUAD.length).trimEnd();
  if (!line.endsWith(CENTRED)) return line;
  const words = line.slice(line.startsWith('<') ? 1 : 0, -CENTRED.length).trimEnd();
  return `## ${words.endsWith(' .') ? words.slice(0, -2) : words}`;
}

/** How many lines above the dateline are the headline; without a dateline the first line, when it is short and no sentence. */
function headlineLines(lines: readonly string[]): number {
  const text = lines.slice(0, MOST_HEADLINES + 1).findIndex((line) => readDateline(line) !== undefined);
  if (text >= 0) return text;
  const first = lines[0] ?? '';
  return lines.length > 1 && first.length <= LONGEST_HEADLINE && !/^(?:\s|#)|[.!?]$/.test(first) ? 1 : 0;
}
