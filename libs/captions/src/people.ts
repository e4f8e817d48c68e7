import type { CaptionPerson } from '#contracts';
import { readAfterName } from './after-name.ts';
import type { Span } from './caption-reading.ts';
import { isTitle, type NameInRun, nameInRun, type Run, runAt } from './name-runs.ts';
import { CLAUSE_ENDERS, JOINERS, NOT_NAMES, NOT_SEEN_AFTER, PARTICLES, PERSON_VERBS } from './name-words.ts';
import { listPosition } from './positions.ts';
import { foldSpaces } from './spaces.ts';
import { officeStart, titleStart } from './title-before.ts';
import { TITLE_FILL } from './titles.ts';
import type { Token } from './tokens.ts';

/** A person in the picture and where the name stands. */
export interface FoundPerson extends Span {
  person: CaptionPerson;
}

const MAX_PEOPLE = 60;

/** Where in the caption the reader is: what decides whether a name is somebody seen. */
interface Walk {
  text: string;
  tokens: readonly Token[];
  /** First token not yet taken by a person. */
  floor: number;
  mainClause: boolean;
  /** Nothing but a determiner or a date has come before in this sentence. */
  subject: boolean;
  list?: string;
  found: FoundPerson[];
}

/** The people a caption shows: names in the main clause of its first sentence, and every name with a position mark. */
export function findPeople(text: string, tokens: readonly Token[]): FoundPerson[] {
  const walk: Walk = { text, tokens, floor: 0, mainClause: true, subject: true, found: [] };
  let at = 0;
  while (at < tokens.length && walk.found.length < MAX_PEOPLE) at = step(walk, at);
  return walk.found;
}

function step(walk: Walk, at: number): number {
  const token = walk.tokens[at];
  if (token === undefined) return at + 1;
  const list = listPosition(walk.tokens, at);
  if (list !== undefined) {
    walk.list = list.value;
    return list.next;
  }
  const run = token.capital && !isOpener(walk, at) ? runAt(walk.tokens, at) : undefined;
  if (run !== undefined) return readRun(walk, run);
  if (token.stop) {
    walk.mainClause = false;
    delete walk.list;
  }
  if (CLAUSE_ENDERS.has(token.key) && !walk.subject) walk.mainClause = false;
  if (token.kind === 'word' && !token.capital && at > 2) walk.subject = false;
  if (token.kind === 'word' && !token.capital && !isInList(token)) delete walk.list;
  return at + 1;
}

function isInList(token: Token): boolean {
  return JOINERS.has(token.key) || PARTICLES.has(token.key) || isTitle(token) || TITLE_FILL.has(token.key);
}

/** "In", "The", "Tuesday" … begin no run. */
function isOpener(walk: Walk, at: number): boolean {
  const token = walk.tokens[at];
  return (
    token !== undefined &&
    NOT_NAMES.has(token.key) &&
    /^(?:the|an?|this|that|these|in|on|at|from|with|and|as|when|while|after|before|during|people|\w+day)$/.test(
      token.key,
    )
  );
}

function readRun(walk: Walk, run: Run): number {
  const { tokens, text } = walk;
  const inRun = nameInRun(tokens, run);
  const name = inRun && { ...inRun, titled: inRun.titled || officeStart(tokens, inRun.start) !== undefined };
  const [first, last] = [tokens[name?.start ?? -1], tokens[(name?.end ?? 0) - 1]];
  if (name === undefined || first === undefined || last === undefined) return run.end;
  const titleFrom = name.titled ? titleStart(tokens, name.start, walk.floor) : name.start;
  const after = readAfterName(tokens, name.end);
  if (after.position !== undefined && isMarkedPlace(walk, name)) return run.end;
  const position = after.position ?? walk.list;
  if (position === undefined && !isSeen(walk, name, Math.min(titleFrom, run.start), after.title !== undefined))
    return run.end;
  const title = after.title ?? (titleFrom < name.start ? { start: titleFrom, end: name.start } : undefined);
  const printed = title && text.slice(tokens[title.start]?.start, tokens[title.end - 1]?.end);
  walk.found.push({
    start: first.start,
    end: last.end,
    person: {
      name: foldSpaces(text.slice(first.start, last.end)),
      ...(position !== undefined && { position }),
      ...(printed !== undefined && { title: foldSpaces(printed) }),
    },
  });
  walk.floor = after.next;
  walk.subject = false;
  if (last.stop) walk.mainClause = false;
  return after.next;
}

/** "the village of Exampleton (background)": one word after a preposition, with nothing of a person. */
function isMarkedPlace(walk: Walk, name: NameInRun): boolean {
  const before = walk.tokens[name.start - 1]?.key ?? '';
  return name.end - name.start === 1 && !name.titled && !name.given && NOT_SEEN_AFTER.has(before);
}

/** Decides for a name without a position mark: its place in the clause first, then what makes it a person's. */
function isSeen(walk: Walk, name: NameInRun, from: number, described: boolean): boolean {
  if (!walk.mainClause) return false;
  const before = previousWord(walk.tokens, from);
  if (before !== undefined && NOT_SEEN_AFTER.has(before.key) && !(before.key === 'of' && walk.subject)) return false;
  const words = name.end - name.start;
  if (name.titled) return true;
  if (words === 1) return walk.subject && PERSON_VERBS.has(walk.tokens[name.end]?.text ?? '');
  const listed = before !== undefined && before.end <= (walk.tokens[walk.floor - 1]?.end ?? 0);
  const joined = before !== undefined && (JOINERS.has(before.key) || listed) && walk.found.length > 0;
  if (name.given) return joined || walk.found.length === 0;
  const led = before === undefined || before.possessive || walk.subject;
  return joined || (led && (described || hasVerb(walk.tokens, name.end)));
}

function previousWord(tokens: readonly Token[], at: number): Token | undefined {
  let i = at - 1;
  while (i >= 0 && (DETERMINERS.has(tokens[i]?.key ?? '') || tokens[i]?.kind === 'mark') && !tokens[i]?.stop) i -= 1;
  return tokens[i];
}

const DETERMINERS = new Set('the a an his her their'.split(' '));
const VERBS = new Set(
  'has have had is are was were speak hold shake pose stand sit walk wave attend arrive meet take look makes being seen'.split(
    ' ',
  ),
);

/** True where a verb or a comma follows a name: "… speaks", "… held", "…, who". */
function hasVerb(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  if (next?.kind !== 'word') return false;
  if (next.key === 'and') return tokens[at + 1]?.capital ?? false;
  return !next.capital && (VERBS.has(next.key) || /[^s]s$|ed$|ing$|sses$/.test(next.key)) && next.key !== 'as';
}
