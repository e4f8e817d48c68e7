import type { Token } from './tokens.ts';

const VERBS = new Set(
  'has have had is are was were speak hold shake pose stand sit walk wave attend arrive meet take look makes being seen'.split(
    ' ',
  ),
);

/** A verb in the present that comes right behind a name: somebody does something, whatever stood before. */
export function isActing(next: Token | undefined): boolean {
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

export function isEnd(token: Token | undefined): boolean {
  return token === undefined || token.text === '.';
}

/** What stands after somebody who does nothing: "Jane Roe in action", "Jane Roe at the opening". */
const AFTER_SUBJECT = new Set('in on at during before after under durante with of from'.split(' '));

/** True where a verb or a comma follows a name: "… speaks", "… held", "…, who". */
export function hasVerb(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  if (next?.text === ',') return AFTER_COMMA.has(tokens[at + 1]?.key ?? '');
  if (next?.kind !== 'word') return false;
  if (AFTER_SUBJECT.has(next.key)) return true;
  if (next.key === 'and') return tokens[at + 1]?.capital ?? false;
  return !next.capital && (VERBS.has(next.key) || /[^s]s$|ed$|ing$|sses$/.test(next.key)) && next.key !== 'as';
}
