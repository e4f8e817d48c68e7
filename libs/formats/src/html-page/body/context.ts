import type { PageElement } from '../dom.ts';
import type { TextPiece } from '../pieces.ts';

const NOTHING = -0.2;
const LISTS: ReadonlySet<string> = new Set(['ul', 'ol', 'dl', 'blockquote']);

/** Rows of the second look at a page: each text's first row, and what the first look gave to the texts around it. */
export function contextRows(
  pieces: readonly TextPiece[],
  rows: readonly Float32Array[],
  chances: readonly number[],
): Float32Array[] {
  const siblings = groupMeans(
    chances,
    pieces.map(({ element }) => element.parent),
  );
  const alike = groupMeans(
    chances,
    pieces.map(({ element }) => `${element.name}.${element.attributes['class'] ?? ''}`),
  );
  const taken = pieces.map(({ text }, index) => ((chances[index] ?? 0) > 0.5 ? text.length : 0));
  const total = Math.max(1, sum(taken));
  let before = 0;
  let left = taken.filter((length) => length > 0).length;
  return rows.map((row, index) => {
    const length = taken[index] ?? 0;
    if (length > 0) left -= 1;
    const near = [-4, -3, -2, -1, 0, 1, 2, 3, 4].map((step) => chances[index + step] ?? NOTHING);
    const back = chances.slice(Math.max(0, index - 12), index);
    const ahead = chances.slice(index + 1, index + 13);
    const more = [Math.max(0, ...back), Math.max(0, ...ahead), mean(back.slice(-6)), mean(ahead.slice(0, 6))];
    const context = [...near, ...more, siblings[index] ?? NOTHING, alike[index] ?? NOTHING, before / total, left];
    before += length;
    return Float32Array.from([...row, ...context]);
  });
}

/** The chances with those of a list or quotation made one: it belongs to the story as a whole or not at all. */
export function asWholes(pieces: readonly TextPiece[], chances: readonly number[]): number[] {
  const groups = pieces.map(({ element }, index) => outerList(element) ?? index);
  const sums = new Map<unknown, { sum: number; count: number }>();
  for (const [index, group] of groups.entries()) {
    const known = sums.get(group) ?? { sum: 0, count: 0 };
    sums.set(group, { sum: known.sum + (chances[index] ?? 0), count: known.count + 1 });
  }
  return groups.map((group) => {
    const { sum: all, count } = sums.get(group) ?? { sum: 0, count: 1 };
    return all / count;
  });
}

function outerList(element: PageElement): PageElement | undefined {
  let at: PageElement | undefined = element;
  while (at !== undefined && !LISTS.has(at.name)) at = at.parent;
  return at;
}

/** For each text the mean of the others of its group. */
function groupMeans(chances: readonly number[], groups: readonly unknown[]): number[] {
  const sums = new Map<unknown, { sum: number; count: number }>();
  for (const [index, group] of groups.entries()) {
    const known = sums.get(group) ?? { sum: 0, count: 0 };
    known.sum += chances[index] ?? 0;
    known.count += 1;
    sums.set(group, known);
  }
  return groups.map((group, index) => {
    const known = sums.get(group);
    return known === undefined || known.count < 2 ? NOTHING : (known.sum - (chances[index] ?? 0)) / (known.count - 1);
  });
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? NOTHING : sum(values) / values.length;
}

function sum(values: readonly number[]): number {
  let all = 0;
  for (const value of values) all += value;
  return all;
}
