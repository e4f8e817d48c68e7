/** A decision tree as flat lists: for an inner node its feature, threshold and children's places, for a leaf (feature -1) its value. */
export type Tree = {
  readonly feature: readonly number[];
  readonly threshold: readonly number[];
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly value: readonly number[];
};

/** The chance that trees give a row: the logistic of their sum. */
export function chanceOf(trees: readonly Tree[], row: Float32Array): number {
  let sum = 0;
  for (const tree of trees) sum += leafOf(tree, row);
  return 1 / (1 + Math.exp(-sum));
}

/** The value of the leaf that a row falls into. */
export function leafOf(tree: Tree, row: Float32Array): number {
  let node = 0;
  for (let feature = tree.feature[0] ?? -1; feature >= 0; feature = tree.feature[node] ?? -1) {
    const left = (row[feature] ?? 0) <= (tree.threshold[node] ?? 0);
    node = (left ? tree.left[node] : tree.right[node]) ?? 0;
  }
  return tree.value[node] ?? 0;
}

/** Trees as a text: a tree a line, its nodes in order: `feature:threshold:left:right`, or the value of a leaf. */
export function packed(trees: readonly Tree[]): string {
  return trees
    .map(({ feature, threshold, left, right, value }) =>
      feature
        .map((name, node) =>
          name < 0 ? short(value[node]) : `${name}:${short(threshold[node])}:${left[node]}:${right[node]}`,
        )
        .join(' '),
    )
    .join('\n');
}

/** The trees of such a text. */
export function unpacked(text: string): Tree[] {
  return text.split('\n').map((line) => {
    const tree = {
      feature: [] as number[],
      threshold: [] as number[],
      left: [] as number[],
      right: [] as number[],
      value: [] as number[],
    };
    for (const node of line.split(' ')) {
      const parts = node.split(':').map(Number);
      const inner = parts.length > 1;
      tree.feature.push(inner ? (parts[0] ?? -1) : -1);
      tree.threshold.push(parts[1] ?? 0);
      tree.left.push(parts[2] ?? 0);
      tree.right.push(parts[3] ?? 0);
      tree.value.push(inner ? 0 : (parts[0] ?? 0));
    }
    return tree;
  });
}

function short(value: number | undefined): string {
  return String(Number((value ?? 0).toPrecision(4)));
}
