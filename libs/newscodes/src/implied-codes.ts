import type { NewsCode } from './news-code.ts';
import { type Entry, TABLE } from './table.ts';

/** A code that follows from another: one that means the same (`exactMatch`), or that takes it in (`broader`), as SKOS has it. */
export type ImpliedCode = NewsCode & { readonly rel: 'exactMatch' | 'broader' };

const known = new Map<string, readonly ImpliedCode[]>();

/**
 * All codes that follow from one, nearest first: the broader ones of its own list, those of the other list that mean
 * the same, and what follows from these. What follows from an implied code is implied too, so that asking again adds nothing.
 */
export function impliedCodes({ scheme, code }: Pick<NewsCode, 'scheme' | 'code'>): readonly ImpliedCode[] {
  const key = `${scheme}:${code}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const start = TABLE.get(key);
  const implied = start === undefined ? [] : follow(start, key);
  // There are fewer than three thousand codes, and no more is ever kept.
  if (start !== undefined) known.set(key, implied);
  return implied;
}

function follow(start: Entry, key: string): ImpliedCode[] {
  const seen = new Set([key]);
  const found: ImpliedCode[] = [];
  const waiting: { entry: Entry; same: boolean }[] = [{ entry: start, same: true }];
  for (const { entry, same } of waiting) {
    for (const [keys, rel] of [
      [entry.broader, 'broader'],
      [entry.same, 'exactMatch'],
    ] as const) {
      for (const each of keys) {
        const next = TABLE.get(each);
        if (next === undefined || seen.has(each)) continue;
        seen.add(each);
        const means = same && rel === 'exactMatch';
        const { scheme, code, uri, name } = next;
        found.push({ scheme, code, uri, name, rel: means ? 'exactMatch' : 'broader' });
        waiting.push({ entry: next, same: means });
      }
    }
  }
  return found;
}
