import { writeFileSync } from 'node:fs';
import { decode } from '../../libs/formats/src/decode.ts';
import { asWholes, contextRows } from '../../libs/formats/src/html-page/body/context.ts';
import { evidenceOf } from '../../libs/formats/src/html-page/body/evidence.ts';
import { featuresOf } from '../../libs/formats/src/html-page/body/features.ts';
import { chanceOf, packed, type Tree } from '../../libs/formats/src/html-page/body/trees.ts';
import { parsePage } from '../../libs/formats/src/html-page/dom.ts';
import { jsonLdOf } from '../../libs/formats/src/html-page/json-ld.ts';
import { readHead } from '../../libs/formats/src/html-page/meta.ts';
import { piecesOf, type TextPiece } from '../../libs/formats/src/html-page/pieces.ts';
import { boost } from './boost.ts';
import { labelsOf, score } from './labels.ts';
import { type GoldPage, goldPages } from './pages.ts';

/**
 * Learns the model of page bodies from marked pages and says how good it is on pages it has not seen:
 *   node --conditions=source bench/page-model/train.ts half    learns from one half (even hashes) and measures the other
 *   node --conditions=source bench/page-model/train.ts write   learns from all pages, writes the model
 */
const OPTIONS = {
  trees: 100,
  depth: 4,
  rate: 0.1,
  leaf: 3,
  lambda: 2,
  columns: 0.5,
  seed: 42,
  ...(JSON.parse(process.env['OPTIONS'] ?? '{}') as object),
};
const FOLDS = 4;
const MODEL = new URL('../../libs/formats/src/html-page/body/model.ts', import.meta.url);
const THRESHOLD = 0.42;
/** Pages whose markers left lists out count for less. */
const OTHER_HOUSE = Number(process.env['OTHER'] ?? 0.2);

type Page = Pick<GoldPage, 'key' | 'set' | 'even' | 'gold'> & {
  readonly texts: readonly TextPiece[];
  readonly rows: readonly Float32Array[];
  readonly labels: readonly number[];
  readonly weights: readonly number[];
};
type Model = { readonly first: readonly Tree[]; readonly second: readonly Tree[] };

const models = new Map<number, { got: string; gold: string; even: boolean }[]>();
const pages = goldPages()
  .map(prepared)
  .filter(({ labels }) => labels.includes(1));
const benchmark = pages.filter(({ set }) => set === 'aeb');
const others = pages.filter(({ set }) => set !== 'aeb');
console.log(
  `${benchmark.length} pages of the benchmark, ${others.length} others, ${pages.reduce((sum, { rows }) => sum + rows.length, 0)} texts`,
);
if (process.argv[2] === 'write') write(learn(pages));
else if (process.argv[2] === 'cross') cross();
else {
  const model = learn([...others, ...benchmark.filter(({ even }) => even)]);
  for (const threshold of [0.3, 0.36, 0.42, 0.5]) {
    print(
      `learned half, ${threshold}`,
      benchmark.filter(({ even }) => even),
      model,
      threshold,
    );
    print(
      `kept half, ${threshold}`,
      benchmark.filter(({ even }) => !even),
      model,
      threshold,
    );
  }
  if (process.argv[2] === 'half-write') write(model);
  for (const page of benchmark.filter(({ even }) => !even)) {
    const { f1, precision, recall } = score([{ got: bodyOf(page, model, THRESHOLD), gold: page.gold }]);
    if (!(f1 > 0.9))
      console.log(
        `${page.key.slice(0, 10)} ${f1.toFixed(3)} ${precision.toFixed(3)} ${recall.toFixed(3)} texts ${page.texts.length}`,
      );
  }
}

/** Every page of the benchmark by a model that has not seen it. */
function cross(): void {
  const parts = 5;
  const results = benchmark.map((page, at) => ({ page, part: at % parts })).sort((a, b) => a.part - b.part);
  for (const threshold of [0.36, 0.42, 0.5]) models.set(threshold, []);
  for (let part = 0; part < parts; part += 1) {
    const seen = results.filter((each) => each.part !== part).map(({ page }) => page);
    const model = learn([...others, ...seen]);
    for (const { page } of results.filter((each) => each.part === part)) {
      for (const [threshold, list] of models)
        list.push({ got: bodyOf(page, model, threshold), gold: page.gold, even: page.even });
    }
  }
  for (const [threshold, list] of models) {
    for (const [name, some] of [
      ['all', list],
      ['even', list.filter(({ even }) => even)],
      ['odd', list.filter(({ even }) => !even)],
    ] as const) {
      const { f1, precision, recall, exact } = score(some);
      console.log(
        `${name} ${threshold}: F1 ${f1.toFixed(4)} (P ${precision.toFixed(3)}, R ${recall.toFixed(3)}), exact ${exact.toFixed(3)}`,
      );
    }
  }
}

function prepared({ key, set, even, html, gold }: GoldPage): Page {
  const root = parsePage(decode(html).text);
  const texts = piecesOf(root).filter((piece) => piece.kind === 'text');
  const rows = featuresOf(texts, evidenceOf(jsonLdOf(root), readHead(root)), set === 'aeb' ? 'whole' : 'paragraphs');
  const labels = labelsOf(
    texts.map(({ text }) => text),
    gold,
  );
  // Every page counts alike, and a long text more than a short one, but not by its length.
  const scale = ((set === 'aeb' ? 1 : OTHER_HOUSE) * 60) / Math.sqrt(texts.length * 30);
  const weights = texts.map(({ text }) => (scale * Math.sqrt(Math.min(400, text.length) + 10)) / 10);
  return { key, set, even, gold, texts, rows, labels, weights };
}

function learn(from: readonly Page[]): Model {
  const first = learnTrees(from, ({ rows }) => rows);
  const unseen = new Map<Page, number[]>();
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const model = learnTrees(
      from.filter((_, at) => at % FOLDS !== fold),
      ({ rows }) => rows,
    );
    for (const page of from.filter((_, at) => at % FOLDS === fold))
      unseen.set(
        page,
        page.rows.map((row) => chanceOf(model, row)),
      );
  }
  return { first, second: learnTrees(from, (page) => contextRows(page.texts, page.rows, unseen.get(page) ?? [])) };
}

function learnTrees(from: readonly Page[], rowsOf: (page: Page) => readonly Float32Array[]): Tree[] {
  return boost(
    from.flatMap(rowsOf),
    from.flatMap(({ labels }) => labels),
    from.flatMap(({ weights }) => weights),
    OPTIONS,
  );
}

function bodyOf({ texts, rows }: Page, { first, second }: Model, threshold: number): string {
  const chances = rows.map((row) => chanceOf(first, row));
  const again = asWholes(
    texts,
    contextRows(texts, rows, chances).map((row) => chanceOf(second, row)),
  );
  return texts
    .filter((_, at) => (again[at] ?? 0) > threshold)
    .map(({ text }) => text)
    .join('\n');
}

function print(name: string, set: readonly Page[], model: Model, threshold: number): void {
  const { f1, precision, recall, exact } = score(
    set.map((page) => ({ got: bodyOf(page, model, threshold), gold: page.gold })),
  );
  console.log(
    `${name}: ${set.length} pages, F1 ${f1.toFixed(4)} (P ${precision.toFixed(3)}, R ${recall.toFixed(3)}), exact ${exact.toFixed(3)}`,
  );
}

function write({ first, second }: Model): void {
  const lines = [
    '/** Written by `bench/page-model/train.ts`: decision trees for `trees.ts`. */',
    `export const THRESHOLD = ${THRESHOLD};`,
    `export const FIRST = \`${packed(first)}\`;`,
    `export const SECOND = \`${packed(second)}\`;`,
  ];
  writeFileSync(MODEL, `${lines.join('\n')}\n`);
}
