import { isTitle, type NameInRun, nameInRun, overNumber, type Run } from './name-runs.ts';
import { officeOverRun, officeStart, titleFrom, titleStart } from './title-before.ts';
import type { Token } from './tokens.ts';
import type { Walk } from './walk.ts';

/** A name in a run, and the title before it as token indexes; `start` and `end` are the same where there is none. */
export type TitledName = NameInRun & { readonly title: Run };

/** Finds the name of a run of capitals with the title that belongs to it; undefined where the run names nobody. */
export function titledName({ tokens, floor, nouns }: Walk, run: Run): TitledName | undefined {
  if (isInTitle(tokens, run)) return undefined;
  const office = officeOverRun(tokens, run);
  const name = nameInRun(tokens, office === undefined ? run : { start: office.name, end: run.end });
  if (name === undefined) return undefined;
  const { start } = name;
  const before = name.titled || officeStart(tokens, start) !== undefined || (!nouns && isAgentNoun(tokens, name));
  const from =
    office !== undefined ? titleFrom(tokens, office.title, floor) : before ? titleStart(tokens, start, floor) : start;
  const end = from < start ? overNumber(tokens, start) : start;
  return { ...name, titled: before || office !== undefined, title: { start: from, end } };
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
