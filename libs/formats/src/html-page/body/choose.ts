import type { TextPiece } from '../pieces.ts';
import { asWholes, contextRows } from './context.ts';
import type { Evidence } from './evidence.ts';
import { featuresOf } from './features.ts';
import { FIRST, SECOND, THRESHOLD } from './model.ts';
import { chanceOf, type Tree, unpacked } from './trees.ts';

let trees: { readonly first: readonly Tree[]; readonly second: readonly Tree[] } | undefined;

/**
 * For each text of a page the chance, 0 to 1, that it belongs to the story. A model of decision trees looks twice: at
 * each text, then at it among those around it. How it was learned and what it was measured at: `bench/page-model`.
 */
export function chancesOf(pieces: readonly TextPiece[], evidence: Evidence): number[] {
  trees ??= { first: unpacked(FIRST), second: unpacked(SECOND) };
  const { first, second } = trees;
  const rows = featuresOf(pieces, evidence);
  const chances = rows.map((row) => chanceOf(first, row));
  const again = contextRows(pieces, rows, chances).map((row) => chanceOf(second, row));
  return asWholes(pieces, again);
}

/** Whether each text of a page belongs to its story. */
export function chooseTexts(pieces: readonly TextPiece[], evidence: Evidence): boolean[] {
  return chancesOf(pieces, evidence).map((chance) => chance > THRESHOLD);
}
