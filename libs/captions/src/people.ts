import { readAfterName } from './after-name.ts';
import { isSeen } from './is-seen.ts';
import { isTitle, type NameInRun, type Run, runAt } from './name-runs.ts';
import { CLAUSE_ENDERS, JOINERS, NOT_NAMES, NOT_SEEN_AFTER, PARTICLES, PICTURES } from './name-words.ts';
import { listPositionName } from './position-name.ts';
import { listPosition } from './positions.ts';
import { foldSpaces } from './spaces.ts';
import { titledName } from './titled-name.ts';
import { TITLE_FILL } from './titles.ts';
import type { Token } from './tokens.ts';
import { type FoundPerson, type Walk, walkOver } from './walk.ts';

const MAX_PEOPLE = 60;

/** The people a caption shows: names in the main clause of its first sentence, and every name with a position mark. */
export function findPeople(text: string, tokens: readonly Token[]): FoundPerson[] {
  const walk = walkOver(text, tokens);
  let at = 0;
  while (at < tokens.length && walk.found.length < MAX_PEOPLE) at = step(walk, at);
  return walk.found;
}

function step(walk: Walk, at: number): number {
  const token = walk.tokens[at];
  if (token === undefined) return at + 1;
  const list = listPosition(walk.tokens, at);
  if (list !== undefined) {
    walk.list = { mark: list.value, count: 0 };
    return list.next;
  }
  const run = token.capital && !isOpener(walk, at) ? runAt(walk.tokens, at) : undefined;
  if (run !== undefined) return readRun(walk, run);
  if (token.text === ',' && walk.found.length === 0 && walk.mainClause && opensWithPicture(walk)) walk.subject = true;
  if (token.stop) {
    walk.mainClause = false;
    delete walk.list;
  }
  if (CLAUSE_ENDERS.has(token.key) && (!walk.subject || RELATIVE.has(token.key))) walk.mainClause = false;
  if (SECOND_CLAUSE.has(token.key) && inFirstSentence(walk, at)) {
    walk.mainClause = true;
    walk.subject = true;
    return at + 1;
  }
  if (token.kind === 'word' && !token.capital && at > 2) walk.subject = false;
  if (token.kind === 'word' && !token.capital && !isInList(token) && (walk.list?.count ?? 1) > 0) delete walk.list;
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
  const name = titledName(walk, run);
  const [first, last] = [tokens[name?.start ?? -1], tokens[(name?.end ?? 0) - 1]];
  if (name === undefined || first === undefined || last === undefined) return run.end;
  const after = readAfterName(tokens, name.end);
  if (after.unseen || isKnown(walk, text.slice(first.start, last.end))) return after.next;
  if (after.position !== undefined && isMarkedPlace(walk, name)) return run.end;
  if (after.list !== undefined) walk.list = { mark: after.list, count: 0 };
  const position = after.position ?? after.pair?.[1] ?? nextInList(walk);
  if (position === undefined && !isSeen(walk, name, Math.min(name.title.start, run.start), after)) return run.end;
  const before = walk.found.at(-1);
  if (after.pair !== undefined && before !== undefined) before.person.position ??= after.pair[0];
  const title = after.title ?? (name.title.start < name.title.end ? name.title : undefined);
  const printed = title && text.slice(tokens[title.start]?.start, tokens[title.end - 1]?.end);
  walk.found.push({
    start: first.start,
    end: last.end,
    person: {
      name: foldSpaces(text.slice(first.start, last.end)),
      ...(position !== undefined && { position }),
      ...(printed !== undefined && { title: foldSpaces(printed).replace(/,$/, '') }),
    },
  });
  walk.floor = after.next;
  if (walk.list !== undefined) walk.list.count += 1;
  walk.subject = false;
  if (last.stop) walk.mainClause = false;
  return after.next;
}

function nextInList({ list }: Walk): string | undefined {
  return list === undefined ? undefined : listPositionName(list.mark, list.count + 1);
}

/** Named before, whole or by the last word: "as Bush drops his dog". */
function isKnown({ found }: Walk, name: string): boolean {
  return found.some(({ person }) => person.name === name || person.name.endsWith(` ${name}`));
}

/** "In this photo taken on …, Jane Roe, …": the sentence begins behind its commas. */
function opensWithPicture({ tokens }: Walk): boolean {
  return tokens[0]?.key === 'in' && tokens.slice(1, 7).some((token) => PICTURES.has(token.key));
}

/** What comes after these is told of something, wherever they stand. */
const RELATIVE = new Set('where which that whose because since'.split(' '));

/** "as" and "while" begin a second clause with somebody who is seen: "…, as his wife, Jane Roe, looks on". */
const SECOND_CLAUSE = new Set(['as', 'while']);

function inFirstSentence({ tokens }: Walk, at: number): boolean {
  return !tokens.slice(0, at).some((token) => token.stop);
}

/** "the village of Exampleton (background)": one word after a preposition, with nothing of a person. */
function isMarkedPlace(walk: Walk, name: NameInRun): boolean {
  const before = walk.tokens[name.start - 1]?.key ?? '';
  return name.end - name.start === 1 && !name.titled && !name.given && NOT_SEEN_AFTER.has(before);
}
