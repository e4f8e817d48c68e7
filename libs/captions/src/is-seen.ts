import type { AfterName } from './after-name.ts';
import { isTitle, type NameInRun } from './name-runs.ts';
import { JOINERS, NOT_SEEN_AFTER, OBJECT_VERBS, PERSON_VERBS, PICTURES, PLACE_OPENERS, SHOWS } from './name-words.ts';
import { hasVerb, isActing, isEnd } from './subject-verb.ts';
import type { Token } from './tokens.ts';
import type { Walk } from './walk.ts';

/** Verbs of being together, before "by" and who is with somebody. */
const WITH_BY = new Set(
  'accompanied flanked escorted joined assisted surrounded watched comforted helped followed held tackled blocked fouled defended challenged shot pass congratulated greeted hugged embraced welcomed'.split(
    ' ',
  ),
);

/** Decides for a name without a position mark: its place in the clause first, then what makes it a person's. */
export function isSeen(walk: Walk, name: NameInRun, from: number, after: AfterName): boolean {
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
