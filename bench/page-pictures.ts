import { readDocument } from '#formats';
import { type FundusGold, fundusFiles, shareIn } from './page-model/pages.ts';

/**
 * How well captions and credits of pictures are read in real news pages, against what their publishers' own parsers
 * say: `node --conditions=source bench/page-pictures.ts [--misses]`. A caption counts when it is the same but for case,
 * space and signs; a credit when its words are. Each page's captions are compared as a bag.
 */
const misses = process.argv.includes('--misses');
const LABEL = /\b(?:foto|photo|bild|image|quelle|source|credit|fotos|copyright|by|via|archiv|picture|photograph)\b/g;
const halves = [0, 1].map(() => ({ caption: { same: 0, got: 0, gold: 0 }, credit: { same: 0, got: 0, gold: 0 } }));
const fields = { title: [0, 0], authors: [0, 0], date: [0, 0], instant: [0, 0] };
let pages = 0;

for (const { key, html, golds } of fundusFiles()) {
  const text = html.toString('utf8');
  const gold = golds.map((each) => ({ each, share: shareIn(each, text) })).sort((a, b) => b.share - a.share)[0];
  if (gold === undefined || gold.share <= 0.6) continue;
  pages += 1;
  const [story] = readDocument(html).stories;
  if (story === undefined) continue;
  const half = halves[key.length % 2] ?? halves[0];
  const images = gold.each.images ?? [];
  if (gold.each.images !== undefined && half !== undefined) {
    const captions = story.media
      .filter(({ type }) => type === 'picture')
      .flatMap(({ captions }) => captions.slice(0, 1));
    const credits = story.media
      .filter(({ type }) => type === 'picture')
      .flatMap(({ credit }) => (credit === undefined ? [] : [credit]));
    count(
      half.caption,
      captions.map(bare),
      images.flatMap(({ caption }) => (caption ? [bare(caption)] : [])),
      `${key} caption`,
    );
    count(
      half.credit,
      credits.map(words),
      images.flatMap(({ authors }) => (authors.length > 0 ? [words(authors.join(' '))] : [])),
      `${key} credit`,
    );
  }
  compare(gold.each, story, key);
}

console.log(`${pages} pages`);
for (const name of ['caption', 'credit'] as const) {
  for (const [at, part] of [halves[0]?.[name], halves[1]?.[name], total(name)].entries()) {
    const [p, r] = [(part?.same ?? 0) / (part?.got || 1), (part?.same ?? 0) / (part?.gold || 1)];
    console.log(
      `${name} ${['half 1', 'half 2', 'all'][at]}: F1 ${((2 * p * r) / (p + r)).toFixed(3)} (P ${p.toFixed(3)}, R ${r.toFixed(3)}; ${part?.gold} in gold)`,
    );
  }
}
for (const [name, [right, all]] of Object.entries(fields)) console.log(`${name}: ${right} of ${all}`);

function compare(gold: FundusGold, story: ReturnType<typeof readDocument>['stories'][0], key: string): void {
  const check = (name: keyof typeof fields, is: boolean, got: unknown, want: unknown): void => {
    fields[name][1] = (fields[name][1] ?? 0) + 1;
    if (is) fields[name][0] = (fields[name][0] ?? 0) + 1;
    else if (misses)
      console.log(
        `${key} ${name}: got ${JSON.stringify(got)?.slice(0, 120)}, want ${JSON.stringify(want)?.slice(0, 120)}`,
      );
  };
  if (gold.title)
    check('title', bare(story.headlines[0]?.value ?? '') === bare(gold.title), story.headlines[0]?.value, gold.title);
  if (gold.authors?.length) {
    check(
      'authors',
      words(story.contributors.map(({ name }) => name).join(' ')) === words(gold.authors.join(' ')),
      story.by,
      gold.authors,
    );
  }
  if (gold.publishing_date) {
    const time = story.times.published ?? story.times.updated;
    const at = Date.parse(time?.utc ?? `${time?.local ?? ''}Z`);
    const want = Date.parse(gold.publishing_date.replace(' ', 'T'));
    check('date', Math.abs(at - want) < 86_400_000, time, gold.publishing_date);
    if (/[+-]\d\d:\d\d$|Z$/.test(gold.publishing_date))
      check('instant', Math.abs(at - want) < 60_000, time, gold.publishing_date);
  }
}

function count(sum: { same: number; got: number; gold: number }, got: string[], gold: string[], key: string): void {
  const left = [...gold];
  let same = 0;
  const wrong: string[] = [];
  for (const each of got) {
    const at = left.indexOf(each);
    if (at >= 0) {
      left.splice(at, 1);
      same += 1;
    } else wrong.push(each);
  }
  if (misses) {
    for (const each of wrong) console.log(`${key} + ${each.slice(0, 130)}`);
    for (const each of left) console.log(`${key} - ${each.slice(0, 130)}`);
  }
  sum.same += same;
  sum.got += got.length;
  sum.gold += gold.length;
}

function total(name: 'caption' | 'credit'): { same: number; got: number; gold: number } {
  return halves.reduce(
    (sum, half) => ({
      same: sum.same + half[name].same,
      got: sum.got + half[name].got,
      gold: sum.gold + half[name].gold,
    }),
    { same: 0, got: 0, gold: 0 },
  );
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function words(text: string): string {
  return [
    ...new Set(
      text
        .toLowerCase()
        .replace(LABEL, ' ')
        .match(/[\p{L}\p{N}]+/gu) ?? [],
    ),
  ]
    .sort()
    .join(' ');
}
