import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { blocksFromHtml, readDocument } from '#formats';
import { score } from './page-model/labels.ts';
import { type GoldPage, goldPages } from './page-model/pages.ts';

/**
 * Bodies of real pages, beside Readability on linkedom: `node --conditions=source bench/page-bodies.ts`. The model has
 * learned from these pages, so these are no figures of quality (see `page-model/train.ts half` for those); what counts
 * here is that the whole path gives what the model says, and the time.
 */
const pages = goldPages().filter(({ set }) => set === 'aeb');

measure('dateline', ({ html }) => textOf(readDocument(html).stories[0]?.body ?? []));
measure('readability', ({ html }) => {
  const { document } = parseHTML(html.toString('utf8'));
  return textOf(
    blocksFromHtml(
      new Readability(document as unknown as ConstructorParameters<typeof Readability>[0]).parse()?.content ?? '',
    ),
  );
});

function measure(name: string, bodyOf: (page: GoldPage) => string): void {
  const times: number[] = [];
  const results = pages.map((page) => {
    const start = process.cpuUsage();
    const got = tried(() => bodyOf(page));
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
    return { got, gold: page.gold, even: page.even };
  });
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(share * times.length)] ?? 0).toFixed(1);
  const memory = Math.round(process.memoryUsage.rss() / 1024 / 1024);
  console.log(`${name}: ${at(0.5)} ms a page (p95 ${at(0.95)}), ${memory} MiB`);
  for (const [part, some] of [
    ['all', results],
    ['even', results.filter(({ even }) => even)],
    ['odd', results.filter(({ even }) => !even)],
  ] as const) {
    const { f1, precision, recall, exact } = score(some);
    console.log(
      `  ${part}: F1 ${f1.toFixed(4)} (P ${precision.toFixed(3)}, R ${recall.toFixed(3)}), exact ${exact.toFixed(3)}`,
    );
  }
}

function tried(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}

function textOf(blocks: readonly { readonly kind: string; readonly text: string }[]): string {
  return blocks
    .filter(({ kind }) => kind !== 'media')
    .map(({ text }) => text)
    .join('\n');
}
