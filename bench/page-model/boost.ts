import { leafOf, type Tree } from '../../libs/formats/src/html-page/body/trees.ts';

/** Settings of the training. `leaf` is the least weight of a leaf, `lambda` draws its value towards 0. */
export type BoostOptions = {
  readonly trees: number;
  readonly depth: number;
  readonly rate: number;
  readonly leaf: number;
  readonly lambda: number;
  readonly columns: number;
  readonly seed: number;
};

const BINS = 64;

/** Gradient boosting of trees for two classes, with histograms. Deterministic: the same rows give the same trees. */
export function boost(
  rows: readonly Float32Array[],
  labels: readonly number[],
  weights: readonly number[],
  options: BoostOptions,
): Tree[] {
  const width = rows[0]?.length ?? 0;
  const edges = Array.from({ length: width }, (_, feature) => edgesOf(rows, feature));
  const binned = Array.from({ length: width }, (_, feature) => {
    const own = edges[feature] ?? [];
    return Uint8Array.from(rows, (row) => binOf(own, row[feature] ?? 0));
  });
  const scores = new Float64Array(rows.length);
  const trees: Tree[] = [];
  let random = options.seed;
  const next = (): number => {
    random = (random * 1664525 + 1013904223) >>> 0;
    return random / 2 ** 32;
  };
  for (let round = 0; round < options.trees; round += 1) {
    const gradient = new Float64Array(rows.length);
    const hessian = new Float64Array(rows.length);
    for (let at = 0; at < rows.length; at += 1) {
      const chance = 1 / (1 + Math.exp(-(scores[at] ?? 0)));
      const weight = weights[at] ?? 1;
      gradient[at] = weight * (chance - (labels[at] ?? 0));
      hessian[at] = weight * Math.max(1e-6, chance * (1 - chance));
    }
    const features = Array.from({ length: width }, (_, feature) => feature).filter(() => next() < options.columns);
    const sample: number[] = [];
    for (let at = 0; at < rows.length; at += 1) if (next() < 0.8) sample.push(at);
    const tree = grow(binned, edges, features, sample, gradient, hessian, options);
    trees.push(tree);
    for (let at = 0; at < rows.length; at += 1)
      scores[at] = (scores[at] ?? 0) + leafOf(tree, rows[at] ?? new Float32Array());
  }
  return trees;
}

/** Thresholds between the values of a feature: in the middle of two that follow each other. */
function edgesOf(rows: readonly Float32Array[], feature: number): number[] {
  const values = Float32Array.from(rows, (row) => row[feature] ?? 0).sort();
  const distinct = [...new Set(values)];
  if (distinct.length <= BINS)
    return distinct.slice(0, -1).map((value, at) => (value + (distinct[at + 1] ?? value)) / 2);
  const places = new Map(distinct.map((value, at) => [value, at]));
  const chosen = Array.from(
    { length: BINS - 1 },
    (_, bin) => values[Math.floor(((bin + 1) * values.length) / BINS)] ?? 0,
  );
  return [...new Set(chosen)].flatMap((value) => {
    const next = distinct[(places.get(value) ?? 0) + 1];
    return next === undefined ? [] : [(value + next) / 2];
  });
}

function binOf(edges: readonly number[], value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (edges[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function grow(
  binned: readonly Uint8Array[],
  edges: readonly number[][],
  features: readonly number[],
  sample: readonly number[],
  gradient: Float64Array,
  hessian: Float64Array,
  options: BoostOptions,
): Tree {
  const tree = {
    feature: [] as number[],
    threshold: [] as number[],
    left: [] as number[],
    right: [] as number[],
    value: [] as number[],
  };
  const build = (members: readonly number[], depth: number): number => {
    const node = tree.feature.length;
    let [g, h] = [0, 0];
    for (const at of members) {
      g += gradient[at] ?? 0;
      h += hessian[at] ?? 0;
    }
    tree.feature.push(-1);
    tree.threshold.push(0);
    tree.left.push(0);
    tree.right.push(0);
    tree.value.push((-g / (h + options.lambda)) * options.rate);
    const split =
      depth === 0 ? undefined : bestSplit(binned, edges, features, members, gradient, hessian, g, h, options);
    if (split === undefined) return node;
    const bins = binned[split.feature] ?? new Uint8Array();
    const left = members.filter((at) => (bins[at] ?? 0) <= split.bin);
    const right = members.filter((at) => (bins[at] ?? 0) > split.bin);
    tree.feature[node] = split.feature;
    tree.threshold[node] = edges[split.feature]?.[split.bin] ?? 0;
    tree.left[node] = build(left, depth - 1);
    tree.right[node] = build(right, depth - 1);
    return node;
  };
  build(sample, options.depth);
  return tree;
}

function bestSplit(
  binned: readonly Uint8Array[],
  edges: readonly number[][],
  features: readonly number[],
  members: readonly number[],
  gradient: Float64Array,
  hessian: Float64Array,
  g: number,
  h: number,
  { leaf, lambda }: BoostOptions,
): { feature: number; bin: number } | undefined {
  let best: { feature: number; bin: number } | undefined;
  let most = 1e-3;
  const base = (g * g) / (h + lambda);
  const gs = new Float64Array(BINS + 1);
  const hs = new Float64Array(BINS + 1);
  for (const feature of features) {
    const bins = binned[feature] ?? new Uint8Array();
    const count = (edges[feature]?.length ?? 0) + 1;
    if (count < 2) continue;
    gs.fill(0);
    hs.fill(0);
    for (const at of members) {
      const bin = bins[at] ?? 0;
      gs[bin] = (gs[bin] ?? 0) + (gradient[at] ?? 0);
      hs[bin] = (hs[bin] ?? 0) + (hessian[at] ?? 0);
    }
    let [gl, hl] = [0, 0];
    for (let bin = 0; bin < count - 1; bin += 1) {
      gl += gs[bin] ?? 0;
      hl += hs[bin] ?? 0;
      const [gr, hr] = [g - gl, h - hl];
      if (hl < leaf || hr < leaf) continue;
      const gain = (gl * gl) / (hl + lambda) + (gr * gr) / (hr + lambda) - base;
      if (gain > most) [most, best] = [gain, { feature, bin }];
    }
  }
  return best;
}
