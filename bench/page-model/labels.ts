/** Words as the benchmark counts them. */
export function tokensOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}_\p{M}]+/gu) ?? [];
}

/**
 * Which texts of a page are in its gold body: long ones by where their words stand in it, short ones only between the
 * long ones around them. 1 in, 0 out.
 */
export function labelsOf(texts: readonly string[], gold: string): number[] {
  const body = tokensOf(gold);
  const words = texts.map(tokensOf);
  const joined = ` ${body.join(' ')} `;
  const starts: number[] = [];
  let place = 1;
  for (const token of body) {
    starts.push(place);
    place += token.length + 1;
  }
  const index = new Map(starts.map((start, at) => [start, at]));
  const spans: ([number, number] | undefined)[] = words.map(() => undefined);
  let from = 0;
  for (const [at, tokens] of words.entries()) {
    if (tokens.length < 6) continue;
    const found = joined.indexOf(` ${tokens.join(' ')} `, from === 0 ? 0 : (starts[from] ?? 1) - 1);
    const start = found < 0 ? undefined : index.get(found + 1);
    if (start === undefined) continue;
    spans[at] = [start, start + tokens.length];
    from = start + tokens.length;
  }
  for (const [at, tokens] of words.entries()) {
    if (spans[at] !== undefined || tokens.length === 0) continue;
    let low = 0;
    for (let before = at - 1; before >= 0; before -= 1) {
      const span = spans[before];
      if (span !== undefined) {
        low = span[1];
        break;
      }
    }
    let high = body.length;
    for (let after = at + 1; after < words.length; after += 1) {
      const span = spans[after];
      if (span !== undefined) {
        high = span[0];
        break;
      }
    }
    if (high - low < tokens.length) {
      continue;
    }
    const gap = ` ${body.slice(low, high).join(' ')} `;
    const found = gap.indexOf(` ${tokens.join(' ')} `);
    const short = tokens.length < 6;
    const lonely = low === 0 || high === body.length;
    if (found >= 0 && (!lonely || !short || found === 0 || gap.length - found - tokens.join(' ').length <= 2)) {
      const start = low + gap.slice(0, found + 1).split(' ').length - 2;
      spans[at] = [start, start + tokens.length];
    } else if (!short && overlap(tokens, body) > 0.6) spans[at] = [low, low];
  }
  return spans.map((span) => (span === undefined ? 0 : 1));
}

function overlap(tokens: readonly string[], body: readonly string[]): number {
  const grams = new Set(body.map((_, at) => body.slice(at, at + 4).join(' ')));
  const own = tokens.slice(0, -3).map((_, at) => tokens.slice(at, at + 4).join(' '));
  return own.filter((gram) => grams.has(gram)).length / Math.max(1, own.length);
}

/** Figures of the article-extraction-benchmark over pages: each has the same weight. */
export function score(pages: readonly { readonly got: string; readonly gold: string }[]): {
  f1: number;
  precision: number;
  recall: number;
  exact: number;
} {
  let [tp, fp, fn, exact] = [0, 0, 0, 0];
  for (const { got, gold } of pages) {
    const [have, want] = [shingles(got), shingles(gold)];
    let same = 0;
    for (const [gram, count] of want) same += Math.min(count, have.get(gram) ?? 0);
    const [more, less] = [total(have) - same, total(want) - same];
    const all = same + more + less || 1;
    tp += same / all;
    fp += more / all;
    fn += less / all;
    exact += tokensOf(got).join(' ') === tokensOf(gold).join(' ') ? 1 : 0;
  }
  const precision = tp / Math.max(1e-9, tp + fp);
  const recall = tp / Math.max(1e-9, tp + fn);
  return {
    f1: (2 * precision * recall) / (precision + recall),
    precision,
    recall,
    exact: exact / Math.max(1, pages.length),
  };
}

function shingles(text: string): Map<string, number> {
  const tokens = tokensOf(text);
  const counts = new Map<string, number>();
  for (let at = 0; tokens.length > 0 && at < Math.max(1, tokens.length - 3); at += 1) {
    const gram = tokens.slice(at, at + 4).join(' ');
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
