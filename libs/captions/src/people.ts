import type { CaptionPerson } from '#contracts';
import { type AfterName, readAfterName } from './after-name.ts';
import type { Span } from './caption-reading.ts';
import { isTitle, type NameInRun, nameInRun, overNumber, type Run, runAt } from './name-runs.ts';
import {
  CLAUSE_ENDERS,
  JOINERS,
  NOT_NAMES,
  NOT_SEEN_AFTER,
  OBJECT_VERBS,
  PARTICLES,
  PERSON_VERBS,
  PICTURES,
  PLACE_OPENERS,
  SHOWS,
} from './name-words.ts';
import { listPositionName } from './position-name.ts';
import { listPosition } from './positions.ts';
import { foldSpaces } from './spaces.ts';
import { officeOverRun, officeStart, titleFrom, titleStart } from './title-before.ts';
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
  /** The mark of a list that is being read ("From left"), and how many of it were found. */
  list?: { mark: string; count: number };
  /** German writes every noun with a capital: there a name needs more than that. */
  nouns: boolean;
  found: FoundPerson[];
}

/** The people a caption shows: names in the main clause of its first sentence, and every name with a position mark. */
export function findPeople(text: string, tokens: readonly Token[]): FoundPerson[] {
  const nouns = GERMAN.test(text) || (UMLAUT.test(text) && !ENGLISH.test(text));
  const walk: Walk = { text, tokens, floor: 0, mainClause: true, subject: true, nouns, found: [] };
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
  if (isInTitle(tokens, run)) return run.end;
  const office = officeOverRun(tokens, run);
  const inRun = nameInRun(tokens, office === undefined ? run : { start: office.name, end: run.end });
  const titled =
    inRun !== undefined &&
    (inRun.titled ||
      office !== undefined ||
      officeStart(tokens, inRun.start) !== undefined ||
      (!walk.nouns && isAgentNoun(tokens, inRun)));
  const name = inRun && { ...inRun, titled };
  const [first, last] = [tokens[name?.start ?? -1], tokens[(name?.end ?? 0) - 1]];
  if (name === undefined || first === undefined || last === undefined) return run.end;
  const titleAt =
    office !== undefined
      ? titleFrom(tokens, office.title, walk.floor)
      : titled
        ? titleStart(tokens, name.start, walk.floor)
        : name.start;
  const after = readAfterName(tokens, name.end);
  if (after.unseen || isKnown(walk, text.slice(first.start, last.end))) return after.next;
  if (after.position !== undefined && isMarkedPlace(walk, name)) return run.end;
  if (after.list !== undefined) walk.list = { mark: after.list, count: 0 };
  const position = after.position ?? after.pair?.[1] ?? nextInList(walk);
  if (position === undefined && !isSeen(walk, name, Math.min(titleAt, run.start), after)) return run.end;
  const before = walk.found.at(-1);
  if (after.pair !== undefined && before !== undefined) before.person.position ??= after.pair[0];
  const titleEnd = overNumber(tokens, name.start);
  const title = after.title ?? (titleAt < titleEnd ? { start: titleAt, end: titleEnd } : undefined);
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

/** "Utah Jazz forward Jane Roe": the capitals are whose forward she is. */
function isInTitle(tokens: readonly Token[], run: Run): boolean {
  const title = tokens[run.end];
  const next = tokens[run.end + 1];
  return title !== undefined && !title.capital && isTitle(title) && (next?.capital === true || next?.text === '#');
}

/** "interpreter Jane Roe": a word for somebody who does something, in small letters right before two words of a name. */
function isAgentNoun(tokens: readonly Token[], { start, end }: Run): boolean {
  const noun = tokens[start - 1];
  return end - start > 1 && noun?.kind === 'word' && !noun.capital && AGENT.test(noun.key) && !NO_AGENT.has(noun.key);
}

const AGENT = /(?:\p{L}{2}er|\p{L}{2}or|ist|ian|man|woman|eur)$/u;
const NO_AGENT = new Set(
  'after another author bar chapter cover either ever former further her however later letter matter monster near neither never number offer order other over paper part per power quarter rather river water together tower under upper whether winter summer dinner floor door color colour for nor harbor harbour minor major error mirror terror outer inner enter super ceasefire'.split(
    ' ',
  ),
);

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

/** Verbs of being together, before "by" and who is with somebody. */
const WITH_BY = new Set(
  'accompanied flanked escorted joined assisted surrounded watched comforted helped followed held tackled blocked fouled defended challenged shot pass congratulated greeted hugged embraced welcomed'.split(
    ' ',
  ),
);

/** What comes after these is told of something, wherever they stand. */
const RELATIVE = new Set('where which that whose because since'.split(' '));

/** "as" and "while" begin a second clause with somebody who is seen: "…, as his wife, Jane Roe, looks on". */
const SECOND_CLAUSE = new Set(['as', 'while']);

function inFirstSentence({ tokens }: Walk, at: number): boolean {
  return !tokens.slice(0, at).some((token) => token.stop);
}

const UMLAUT = /[äöüß]/i;
const ENGLISH = /\b(?:the|of|and|with)\b/;
const GERMAN = /(?:^|\s)(?:der|die|das|und|ist|im|auf|ein|eine|dem|den|einer|einem)\s/;

/** "the village of Exampleton (background)": one word after a preposition, with nothing of a person. */
function isMarkedPlace(walk: Walk, name: NameInRun): boolean {
  const before = walk.tokens[name.start - 1]?.key ?? '';
  return name.end - name.start === 1 && !name.titled && !name.given && NOT_SEEN_AFTER.has(before);
}

/** Decides for a name without a position mark: its place in the clause first, then what makes it a person's. */
function isSeen(walk: Walk, name: NameInRun, from: number, after: AfterName): boolean {
  if (!walk.mainClause) return false;
  const before = previousWord(walk.tokens, from);
  const words = name.end - name.start;
  if (before?.key === 'of')
    return (words > 1 && isOfPicture(walk, before)) || (walk.subject && isOffice(walk, from, name));
  const company = before?.key === 'by' && WITH_BY.has(walk.tokens[walk.tokens.indexOf(before) - 1]?.key ?? '');
  if (company && words > 1) return true;
  if (before !== undefined && NOT_SEEN_AFTER.has(before.key) && !(before.key === 'to' && name.titled)) return false;
  if (name.titled) return true;
  // "the Jane Roe case": the name says which.
  if (walk.tokens[name.start - 1]?.key === 'the') return false;
  if (before !== undefined && SHOWS.has(before.key)) return words > 1;
  if (words === 1) return isSeenByOneName(walk, name, before);
  const listed = before !== undefined && before.end <= (walk.tokens[walk.floor - 1]?.end ?? 0);
  const joined = before !== undefined && (isJoiner(before.key) || listed) && walk.found.length > 0;
  if (name.given) return joined || walk.found.length === 0 || walk.subject;
  if (walk.nouns || PLACE_OPENERS.has(walk.tokens[name.start]?.key ?? '')) return joined && !walk.nouns;
  const led = before === undefined || before.possessive || walk.subject || isActing(walk.tokens[name.end]);
  const alone = isEnd(walk.tokens[name.end]) && name.start === 0 && words < 4;
  return (
    joined ||
    (led && (after.title !== undefined || alone || [name.end, after.next].some((at) => hasVerb(walk.tokens, at))))
  );
}

const isJoiner = (key: string): boolean => JOINERS.has(key) || OBJECT_VERBS.has(key);

/** "Bank of England Governor Jane Roe", but not "supporters of President Roe": the title stands behind a house. */
function isOffice({ tokens }: Walk, from: number, name: NameInRun): boolean {
  return name.titled && from < name.start && tokens[from]?.capital === true && !isTitle(tokens[from]);
}

/** "a portrait of Jane Roe": the picture's own word stands before. */
function isOfPicture({ tokens }: Walk, of: Token): boolean {
  const at = tokens.indexOf(of);
  return tokens.slice(Math.max(0, at - 8), at).some((token) => PICTURES.has(token.key));
}

/** A surname alone is somebody where only a person can do what follows, or where somebody else has to do with them. */
function isSeenByOneName(walk: Walk, name: NameInRun, before: Token | undefined): boolean {
  if (walk.subject && PERSON_VERBS.has(walk.tokens[name.end]?.text ?? '')) return true;
  return before !== undefined && OBJECT_VERBS.has(before.key) && walk.found.length > 0 && !walk.nouns;
}

function previousWord(tokens: readonly Token[], at: number): Token | undefined {
  let i = at - 1;
  while (i >= 0 && (DETERMINERS.has(tokens[i]?.key ?? '') || tokens[i]?.kind === 'mark') && !tokens[i]?.stop) i -= 1;
  // "with Eastgate's Lucas Brandao": the word before whose he is decides.
  if (tokens[i]?.possessive && i > 0) {
    let word = i - 1;
    while (word > 0 && tokens[word]?.capital) word -= 1;
    if (isJoiner(tokens[word]?.key ?? '') || NOT_SEEN_AFTER.has(tokens[word]?.key ?? '')) return tokens[word];
  }
  return tokens[i];
}

const DETERMINERS = new Set('the a an his her their'.split(' '));
const VERBS = new Set(
  'has have had is are was were speak hold shake pose stand sit walk wave attend arrive meet take look makes being seen'.split(
    ' ',
  ),
);

/** A verb in the present that comes right behind a name: somebody does something, whatever stood before. */
function isActing(next: Token | undefined): boolean {
  return (
    next?.kind === 'word' &&
    !next.capital &&
    next.key !== 'as' &&
    /[^s]s$|sses$/.test(next.key) &&
    !/^(?:is|was|has|its|his|years?|days?)$/.test(next.key)
  );
}

/** "Jane Roe, pictured with …", "Jane Roe, who …". */
const AFTER_COMMA = new Set('who whose pictured seen shown aged wearing of from'.split(' '));

function isEnd(token: Token | undefined): boolean {
  return token === undefined || token.text === '.';
}

/** What stands after somebody who does nothing: "Jane Roe in action", "Jane Roe at the opening". */
const AFTER_SUBJECT = new Set('in on at during before after under durante with of from'.split(' '));

/** True where a verb or a comma follows a name: "… speaks", "… held", "…, who". */
function hasVerb(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  if (next?.text === ',') return AFTER_COMMA.has(tokens[at + 1]?.key ?? '');
  if (next?.kind !== 'word') return false;
  if (AFTER_SUBJECT.has(next.key)) return true;
  if (next.key === 'and') return tokens[at + 1]?.capital ?? false;
  return !next.capital && (VERBS.has(next.key) || /[^s]s$|ed$|ing$|sses$/.test(next.key)) && next.key !== 'as';
}
