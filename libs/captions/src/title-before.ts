import { isTitle, overNumber, type Run } from './name-runs.ts';
import { GIVEN_NAMES, NOT_NAMES } from './name-words.ts';
import { STATES } from './places-known.ts';
import { TITLE_FILL } from './titles.ts';
import type { Token } from './tokens.ts';

const MAX_TITLE_WORDS = 12;
const NOT_IN_TITLE = new Set('the a an his her their its in on at with and image as when'.split(' '));

/**
 * Where the title before the name at `at` begins ("Former Ruritanian Defense Minister", "lawmaker"), or `at` itself
 * where none stands there. A state in commas ("Exampleville, Ind., Mayor") belongs to it.
 */
export function titleStart(tokens: readonly Token[], at: number, floor: number): number {
  const office = officeStart(tokens, at);
  return office === undefined ? at : titleFrom(tokens, office, floor);
}

/** Where a title begins whose last word, or whose "of", stands at `office`. */
export function titleFrom(tokens: readonly Token[], office: number, floor: number): number {
  let start = office;
  while (start > floor && office - start < MAX_TITLE_WORDS) {
    const before = stepBack(tokens, start, floor);
    if (before === start) break;
    start = before;
  }
  // "Bank of Korea Governor": what the capital names goes on before "of".
  if (tokens[start]?.capital && tokens[start - 1]?.text === 'of' && tokens[start - 2]?.capital && start - 2 >= floor)
    return start - 2;
  return start;
}

/**
 * "Mayor of London" before "Boris Johnson", "Chancellor of the Exchequer" before "Giles Ashcombe": where the title
 * begins in front of a run of capitals, and the token with which the name begins; undefined where none is.
 */
export function officeOverRun(tokens: readonly Token[], run: Run): { title: number; name: number } | undefined {
  const of = tokens[run.start - 1]?.text === 'the' ? run.start - 2 : run.start - 1;
  const length = run.end - run.start;
  if (!/^(?:of|for)$/.test(tokens[of]?.text ?? '') || !isTitle(tokens[of - 1]) || length < 3) return undefined;
  const words = tokens.slice(run.start, run.end);
  const given = words.findIndex((token, i) => i > 0 && i < length - 1 && GIVEN_NAMES.has(token.key));
  // No given name is known in it: the name begins behind the last word of an organisation, else it is two words long.
  const house = words.findLastIndex((token) => NOT_NAMES.has(token.key));
  const name = given > 0 ? given : house >= 0 ? house + 1 : length - 2;
  return name < length ? { title: of - 1, name: run.start + name } : undefined;
}

/** The title word right before `at`, over "of State" and the like; undefined where there is none. */
export function officeStart(tokens: readonly Token[], at: number): number | undefined {
  const end = overNumber(tokens, at);
  if (isTitle(tokens[end - 1])) return end - 1;
  // "his wife, Jane Roe,"
  if (tokens[at - 1]?.text === ',' && isTitle(tokens[at - 2]) && OWNERS.has(tokens[at - 3]?.key ?? '')) return at - 2;
  const ofOffice = tokens[at - 2]?.text === 'of' && OFFICES.has(tokens[at - 1]?.key ?? '');
  return ofOffice && isTitle(tokens[at - 3]) ? at - 3 : undefined;
}

const OWNERS = new Set('his her their'.split(' '));
const OFFICES = new Set('state defense defence staff parliament police justice'.split(' '));

function stepBack(tokens: readonly Token[], start: number, floor: number): number {
  const token = tokens[start - 1];
  if (token === undefined || token.stop || (token.possessive && !token.capital)) return start;
  // "Peru's President", "South Africa's President": whose office it is belongs to the title, and ends it.
  if (token.possessive) return capitalsBefore(tokens, start - 1, floor);
  if (token.text === 'and' && isDepartment(tokens[start - 2]) && start - 2 >= floor) return start - 2;
  if (token.text === 'and' && TITLE_FILL.has(tokens[start - 2]?.key ?? '') && start - 2 >= floor) return start - 2;
  if (token.text === ',') return overState(tokens, start, floor);
  if (token.kind !== 'word' || NOT_IN_TITLE.has(token.key) || token.possessive) return start;
  return token.capital || isTitle(token) || TITLE_FILL.has(token.key) ? start - 1 : start;
}

function capitalsBefore(tokens: readonly Token[], from: number, floor: number): number {
  let start = from;
  while (start > floor && tokens[start - 1]?.capital && !tokens[start - 1]?.stop && !tokens[start - 1]?.possessive) {
    if (NOT_IN_TITLE.has(tokens[start - 1]?.key ?? '')) break;
    start -= 1;
  }
  return start;
}

/** "Treasury and Finance Minister": a department before "and". */
function isDepartment(token: Token | undefined): boolean {
  return token !== undefined && DEPARTMENTS.has(token.key);
}

const DEPARTMENTS = new Set(
  'treasury finance trade industry energy climate environment health education labor labour transport agriculture food rural interior justice home foreign defense defence economy culture sport sports science technology innovation housing development planning tourism'.split(
    ' ',
  ),
);

/** Over ", Ind.," before a title word. */
function overState(tokens: readonly Token[], start: number, floor: number): number {
  const state = tokens[start - 2];
  const town = tokens[start - 4];
  const fits = state !== undefined && STATES.has(state.key) && tokens[start - 3]?.text === ',' && town?.capital;
  return fits && start - 4 >= floor ? start - 4 : start;
}
