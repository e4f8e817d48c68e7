import { isTitle } from './name-runs.ts';
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
  if (office === undefined) return at;
  let start = office;
  while (start > floor && at - start < MAX_TITLE_WORDS) {
    const before = stepBack(tokens, start, floor);
    if (before === start) break;
    start = before;
  }
  return start;
}

/** The title word right before `at`, over "of State" and the like; undefined where there is none. */
export function officeStart(tokens: readonly Token[], at: number): number | undefined {
  if (isTitle(tokens[at - 1])) return at - 1;
  const ofOffice = tokens[at - 2]?.text === 'of' && OFFICES.has(tokens[at - 1]?.key ?? '');
  return ofOffice && isTitle(tokens[at - 3]) ? at - 3 : undefined;
}

const OFFICES = new Set('state defense defence staff parliament police justice'.split(' '));

function stepBack(tokens: readonly Token[], start: number, floor: number): number {
  const token = tokens[start - 1];
  if (token === undefined || token.stop || (token.possessive && !token.capital)) return start;
  if (token.text === 'and' && TITLE_FILL.has(tokens[start - 2]?.key ?? '') && start - 2 >= floor) return start - 2;
  if (token.text === ',') return overState(tokens, start, floor);
  if (token.kind !== 'word' || NOT_IN_TITLE.has(token.key) || token.possessive) return start;
  return token.capital || isTitle(token) || TITLE_FILL.has(token.key) ? start - 1 : start;
}

/** Over ", Ind.," before a title word. */
function overState(tokens: readonly Token[], start: number, floor: number): number {
  const state = tokens[start - 2];
  const town = tokens[start - 4];
  const fits = state !== undefined && STATES.has(state.key) && tokens[start - 3]?.text === ',' && town?.capital;
  return fits && start - 4 >= floor ? start - 4 : start;
}
