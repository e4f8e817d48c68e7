import type { Note } from '#contracts';
import { type Byline, readByline } from '../wire-text/byline.ts';
import { readDateline } from '../wire-text/dateline.ts';
import { isLabel } from '../wire-text/version-words.ts';
import { type Keyword, readKeyword, sameKeyword } from './keyword.ts';
import type { Line } from './lines.ts';

/** A text parted: its keyword line, headline and summary, byline, notes of the desk, and the lines of the body. */
export type Parts = {
  readonly keyword?: Keyword;
  readonly headline?: string;
  readonly summary?: string;
  readonly subheadlines: readonly string[];
  /** "URGENT", "BULLETIN" above the headline. */
  readonly labels: readonly string[];
  readonly byline?: Byline | undefined;
  readonly jobTitle?: string;
  readonly notes: readonly Note[];
  readonly body: readonly Line[];
};

const EDITORS = /^\(?(?:eds|editors|editor's advisory|attention editors|advisory)\b[^:]{0,20}:/i;
const PICTURES = /^(?:\p{Lu}{2,5} )?(?:photos?|graphics?|videos?)\b[\s:]+\p{Lu}{2,6}\d{1,4}/iu;
/** "(PROFILE", "(COUNTRY:Norvik; ISOCOUNTRY3:NVK;)": codes for the machines of receivers. */
const CODES = /^\((?:PROFILE\b|[A-Z\d]{3,20}:[^)]*;)/;
const JOB = /^(?:AP|Associated Press|[\p{L} ]{2,30}) (?:Writers?|Correspondents?|Editors?)$/u;
/** The lines above a body: keyword, headline, summary, pictures, notes, byline and job. */
const LONGEST = 12;
const LONGEST_KEYWORD = 200;

type Found = { -readonly [name in keyof Parts]: Parts[name] } & {
  notes: Note[];
  subheadlines: string[];
  labels: string[];
};

/** Parts the lines of a text. `header` is the keyword of the header, by which its whole line in the text is known. */
export function partsOf(lines: readonly Line[], header: Keyword): Parts {
  const found: Found = { notes: [], subheadlines: [], labels: [], body: [] };
  const byline = lines.slice(0, LONGEST).findIndex(({ text, start }) => start === 'flush' && isByline(text));
  let at = 0;
  while (at < Math.min(lines.length, LONGEST) && takeHead(found, lines[at], header, at < byline)) at++;
  const rest = lines.slice(at);
  found.notes.push(...rest.filter(isNote).map(noteOf));
  return { ...found, body: rest.filter((line) => !isNote(line)) };
}

/** Takes a line of the head; false for the first line of the body. `above` says that the byline is still to come. */
function takeHead(found: Found, line: Line | undefined, header: Keyword, above: boolean): boolean {
  if (line === undefined) return false;
  const { text, start, end, row } = line;
  const isFirst = found.keyword === undefined && found.headline === undefined && text.length <= LONGEST_KEYWORD;
  const keyword = isFirst ? readKeyword(text) : undefined;
  if (keyword !== undefined && sameKeyword(keyword, header)) found.keyword = keyword;
  else if (isNote(line)) found.notes.push(noteOf(line));
  else if (start !== 'flush' || row) return false;
  else if (found.byline === undefined && isByline(text)) found.byline = readByline(text);
  else if (found.byline !== undefined && JOB.test(text)) found.jobTitle = text;
  else if (end === undefined || found.byline !== undefined || readDateline(text) !== undefined) return false;
  else if (found.headline === undefined && isLabel(text)) found.labels.push(text);
  else if (found.headline === undefined) found.headline = text;
  else if (found.summary === undefined && end === 'left') found.summary = text;
  else if (above) found.subheadlines.push(text);
  else return false;
  return true;
}

const isByline = (text: string): boolean => readByline(text) !== undefined;

function isNote({ text, row }: Line): boolean {
  return CODES.test(text) || (!row && (EDITORS.test(text) || PICTURES.test(text)));
}

function noteOf({ text }: Line): Note {
  const role = CODES.test(text) ? 'codes' : PICTURES.test(text) ? 'pictures' : 'editorial';
  return { role, text, public: false };
}
