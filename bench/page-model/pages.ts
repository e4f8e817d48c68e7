import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** A page with the words of its body as people read them. */
export type GoldPage = {
  readonly key: string;
  readonly set: 'aeb' | 'fundus';
  readonly even: boolean;
  readonly html: Buffer;
  readonly gold: string;
};

const SAMPLES = new URL('../../../shared/samples/html/', import.meta.url);

/** The pages of both sets that are there; none where the samples are not. A page is even or odd by the hash in its name. */
export function goldPages(): GoldPage[] {
  return existsSync(SAMPLES) ? [...benchmarkPages(), ...fundusPages()] : [];
}

function benchmarkPages(): GoldPage[] {
  const base = new URL('article-extraction-benchmark/', SAMPLES);
  const truth: Record<string, { articleBody: string }> = JSON.parse(
    readFileSync(new URL('ground-truth.json', base), 'utf8'),
  );
  return Object.entries(truth).flatMap(([key, { articleBody }]): GoldPage[] => {
    const file = new URL(`html/${key}.html.gz`, base);
    if (!existsSync(file)) return [];
    const even = Number.parseInt(key.at(-1) ?? '0', 16) % 2 === 0;
    return [{ key, set: 'aeb', even, html: gunzipSync(readFileSync(file)), gold: articleBody }];
  });
}

type Body = { summary?: string[]; sections?: { headline?: string[]; paragraphs?: string[] }[] };
export type FundusGold = {
  body?: Body;
  title?: string;
  authors?: string[];
  publishing_date?: string;
  images?: FundusImage[];
};
export type FundusImage = {
  caption: string | null;
  authors: string[];
  versions: { url: string }[];
  is_cover: boolean;
  description: string | null;
};

/** Pages of fundus with all golds of their publisher: which of them is the page's own is told by its words. */
export function* fundusFiles(): Generator<{ key: string; html: Buffer; golds: FundusGold[] }> {
  const base = new URL('fundus/', SAMPLES);
  if (!existsSync(base)) return;
  for (const country of readdirSync(base)) {
    if (!/^\w{2,3}$/.test(country)) continue;
    const files = readdirSync(new URL(`${country}/`, base));
    for (const file of files.filter((name) => name.endsWith('.json'))) {
      const golds: Record<string, FundusGold> = JSON.parse(readFileSync(new URL(`${country}/${file}`, base), 'utf8'));
      const publisher = file.replace('.json', '');
      const pages = files.filter((name) => name.startsWith(`${publisher}_2`)).sort();
      for (const page of pages) {
        const html = gunzipSync(readFileSync(new URL(`${country}/${page}`, base)));
        yield { key: `${country}/${page}`, html, golds: Object.values(golds) };
      }
    }
  }
}

export function bodyText({ body }: FundusGold): string {
  const sections = (body?.sections ?? []).flatMap(({ headline, paragraphs }) => [
    ...(headline ?? []),
    ...(paragraphs ?? []),
  ]);
  return [...(body?.summary ?? []), ...sections].join('\n\n');
}

function fundusPages(): GoldPage[] {
  const pages: GoldPage[] = [];
  for (const { key, html, golds } of fundusFiles()) {
    const text = html.toString('utf8');
    const best = golds.map((gold) => ({ gold, share: shareIn(gold, text) })).sort((a, b) => b.share - a.share)[0];
    if (best !== undefined && best.share > 0.6)
      pages.push({ key, set: 'fundus', even: true, html, gold: bodyText(best.gold) });
  }
  return pages;
}

/** The share of a gold's paragraphs whose first words stand in a page's source. */
export function shareIn(gold: FundusGold, html: string): number {
  const starts = (gold.body?.sections ?? [])
    .flatMap(({ paragraphs }) => paragraphs ?? [])
    .map((text) => /[\p{L} ]{12,40}/u.exec(text)?.[0]);
  const known = starts.filter((start) => start !== undefined);
  return known.filter((start) => html.includes(start)).length / Math.max(1, known.length);
}
