import type { Receipt } from '#contracts';
import type { Finding } from './finding.ts';

/** A story as it was accepted: a record of `news.raw.v1` in the little that verify needs. `at` is its timestamp. */
export type Accepted = {
  readonly receipt: string;
  readonly key: string;
  readonly origin: string;
  /** Undefined where the record can't be read: it can only have been dead-lettered. */
  readonly versionId: string | undefined;
  readonly at: number;
};

/** An outcome as it stands on `news.receipts.v1`. */
export type Ended = { readonly receipt: string; readonly outcome: Receipt['outcome']; readonly at: number };

/** An accepted story with its outcome. */
export type Settled = { readonly accepted: Accepted; readonly outcome: Receipt['outcome'] };

/** How far clocks of services may differ: a raw record is looked for before outcomes that seem older than it. */
const CLOCK_SLACK_MS = 5 * 60_000;
/** Receipts remembered after their outcome, to notice a second one that says something else. */
const REMEMBERED = 50_000;

/**
 * Brings the accepted stories of a partition together with their outcomes on the same partition. Both are read side by
 * side in the order of time: in memory are the stories that are under way, not all of them. Yields each story with its
 * first outcome; tells of those without one, and of those with several that differ. A dead letter that was replayed has
 * a second outcome by right.
 */
export async function* settleReceipts(
  accepted: AsyncIterable<Accepted>,
  ended: AsyncIterable<Ended>,
  tell: (finding: Finding) => void,
): AsyncGenerator<Settled> {
  const stories = accepted[Symbol.asyncIterator]();
  const waiting = new Map<string, Accepted>();
  const settled = new Map<string, Settled>();
  let next = await stories.next();
  const readUntil = async (time: number): Promise<void> => {
    for (; next.done !== true && next.value.at <= time; next = await stories.next())
      waiting.set(next.value.receipt, next.value);
  };
  for await (const { receipt, outcome, at } of ended) {
    await readUntil(at + CLOCK_SLACK_MS);
    const story = waiting.get(receipt);
    if (story !== undefined) {
      waiting.delete(receipt);
      const pair = { accepted: story, outcome };
      remember(settled, receipt, pair);
      yield pair;
      continue;
    }
    const before = settled.get(receipt);
    if (before === undefined || before.outcome === outcome) continue;
    if (before.outcome !== 'dead-lettered')
      tell(finding(before.accepted, 'several-outcomes', `${before.outcome}, then ${outcome}`));
    remember(settled, receipt, { ...before, outcome });
  }
  await readUntil(Number.POSITIVE_INFINITY);
  for (const story of waiting.values()) tell(finding(story, 'no-outcome', 'accepted, and no outcome'));
}

function finding({ key, receipt, origin }: Accepted, code: string, what: string): Finding {
  return { check: 'outcomes', code, key, detail: `${what}; receipt ${receipt}, ${origin}` };
}

function remember(settled: Map<string, Settled>, receipt: string, pair: Settled): void {
  settled.set(receipt, pair);
  const [oldest] = settled.keys();
  if (settled.size > REMEMBERED && oldest !== undefined) settled.delete(oldest);
}
