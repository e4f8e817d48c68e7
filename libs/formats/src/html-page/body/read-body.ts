import { pathOf } from '../dom.ts';
import { MAX_PATH } from '../limits.ts';
import type { Piece, TextPiece } from '../pieces.ts';
import { candidateOf } from './candidate.ts';
import { chooseTexts } from './choose.ts';
import type { Evidence } from './evidence.ts';

/** Characters below which the chosen texts are no body that one can be sure of. */
const SHORTEST_BODY = 140;

/** Which pieces of a page are its body, as places in the list, and whether that was decided on little. */
export type BodyChoice = {
  readonly chosen: ReadonlySet<number>;
  readonly first: number;
  readonly last: number;
  readonly uncertain: boolean;
};

/** Finds the body among the pieces of a page. Where the model finds next to none, the texts of the likeliest element are taken. */
export function chooseBody(pieces: readonly Piece[], evidence: Evidence): BodyChoice {
  const places = pieces.flatMap((piece, place) => (piece.kind === 'text' ? [place] : []));
  const texts = pieces.filter((piece) => piece.kind === 'text');
  const flags = chooseTexts(texts, evidence);
  let chosen = places.filter((_, at) => flags[at]);
  let uncertain = false;
  if (lengthOf(pieces, chosen) < SHORTEST_BODY) {
    const likeliness = likeliest(texts);
    const likely = places.filter((_, at) => likeliness[at]);
    if (lengthOf(pieces, likely) > lengthOf(pieces, chosen)) chosen = likely;
    uncertain = true;
  }
  return { chosen: new Set(chosen), first: chosen[0] ?? 0, last: chosen.at(-1) ?? -1, uncertain };
}

function lengthOf(pieces: readonly Piece[], places: readonly number[]): number {
  return places.reduce((sum, place) => sum + (pieces[place]?.text.length ?? 0), 0);
}

/** The sentences inside of the element with the highest score. */
function likeliest(texts: readonly TextPiece[]): boolean[] {
  const scored = texts.map(({ element, text, linked }) => ({
    path: pathOf(element, MAX_PATH),
    text,
    linkShare: linked / Math.max(1, text.length),
  }));
  const { top } = candidateOf(scored);
  return scored.map(
    ({ path, text, linkShare }) => top !== undefined && path.includes(top) && linkShare < 0.3 && text.length > 40,
  );
}
