import { setTimeout as sleep } from 'node:timers/promises';
import { topics } from '#contracts';
import type { PartitionRange } from '#kafka';
import type { Command, Context } from '../command.ts';
import { EXIT, UsageError } from '../exit.ts';
import { timeOption } from '../options.ts';
import { Announced } from './announced.ts';
import { Findings } from './finding.ts';
import { acceptedOf, endedOf } from './read-settled.ts';
import { type Settled, settleReceipts } from './settle-receipts.ts';
import { Stored, type Version } from './stored.ts';

const DAY_MS = 24 * 60 * 60_000;
/** A story that was accepted a moment ago may still be under way. */
const UNDER_WAY_MS = 60_000;
const BATCH = 200;
const SECOND_LOOK_MS = 1_000;

type Ranges = { readonly raw: PartitionRange; readonly receipts: PartitionRange; readonly articles: PartitionRange };
type Counts = { accepted: number; settled: number; announced: number };

/** `ops verify`: whether what was accepted has ended, is stored, and was announced as it is stored. */
export const verifyCommand: Command = {
  name: 'verify',
  summary: 'accepted = outcomes, raw log = MongoDB, announcements = MongoDB',
  synopsis: '[--from TIME] [--to TIME]',
  help: [
    '--from TIME  stories accepted since: a time, a day, or how long ago (default: 1d)',
    '--to TIME  stories accepted before (default: 60s ago; later ones may be under way)',
  ],
  options: { from: { type: 'string' }, to: { type: 'string' } },
  run: async (context) => {
    const { values, output, now, signal } = context;
    const from = timeOption(values, 'from', now) ?? now - DAY_MS;
    const to = timeOption(values, 'to', now) ?? now - UNDER_WAY_MS;
    if (from >= to) throw new UsageError('--from must be before --to');
    const findings = new Findings();
    const counts: Counts = { accepted: 0, settled: 0, announced: 0 };
    const partitions = await rangesOf(context, from, to);
    const stored = await Stored.open(context.clusters);
    for (const [index, ranges] of partitions.entries()) {
      if (signal.aborted) break;
      await verifyPartition(context, ranges, stored, findings, counts);
      const { accepted, announced } = counts;
      const done = `partition ${index + 1} of ${partitions.length}`;
      output.progress(
        () => `${done}: ${accepted} accepted, ${announced} announced, ${findings.total} differences`,
        true,
      );
    }
    const ok = findings.total === 0 && !signal.aborted;
    const range = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
    const summary = { ok, interrupted: signal.aborted, ...range, ...counts, differences: findings.total };
    output.result({ ...summary, counts: Object.fromEntries(findings.counts), findings: findings.listed }, () => {
      const { accepted, settled, announced } = counts;
      output.line(
        `accepted ${accepted}, ended ${settled}, stories announced ${announced}, differences ${findings.total}`,
      );
      if (findings.total === 0) return;
      output.table(
        [{ head: 'difference' }, { head: 'stories', right: true }],
        [...findings.counts].map(([code, count]) => [code, String(count)]),
      );
      output.title(`The first ${findings.listed.length}`);
      output.table(
        [{ head: 'code' }, { head: 'key' }, { head: 'detail' }],
        findings.listed.map(({ code, key, detail }) => [code, key, detail]),
      );
    });
    return ok ? EXIT.ok : EXIT.found;
  },
};

/** What is to be read of each partition; a story is on the same one of all three topics, for its key is. */
async function rangesOf({ clusters }: Context, from: number, to: number): Promise<Ranges[]> {
  const reader = await clusters.reader();
  const raw = await reader.ranges(topics.raw.name, { from, to });
  const receipts = await reader.ranges(topics.receipts.name, { from });
  const articles = await reader.ranges(topics.articles.name);
  return raw.flatMap((range, index) => {
    const [receiptRange, articleRange] = [receipts[index], articles[index]];
    if (receiptRange === undefined || articleRange === undefined) return [];
    return [{ raw: range, receipts: receiptRange, articles: articleRange }];
  });
}

async function verifyPartition(
  { clusters, output, signal }: Context,
  ranges: Ranges,
  stored: Stored,
  findings: Findings,
  counts: Counts,
): Promise<void> {
  const reader = await clusters.reader();
  const announced = await Announced.read(reader, ranges.articles, (count) =>
    output.progress(() => `partition ${ranges.raw.partition}: ${count} stories announced`),
  );
  const accepted = async function* () {
    for await (const story of acceptedOf(reader, ranges.raw)) {
      counts.accepted += 1;
      output.progress(() => `partition ${ranges.raw.partition}: ${counts.accepted} stories accepted`);
      yield story;
    }
  };
  let batch: Version[] = [];
  const suspects: Version[] = [];
  const compare = async (): Promise<void> => {
    // The whole batch is looked at again: one read costs as much for one story as for all of it.
    if ((await stored.differences(batch)).length > 0) suspects.push(...batch);
    batch = [];
  };
  const pairs = settleReceipts(accepted(), endedOf(reader, ranges.receipts), (finding) => findings.add(finding));
  const shown = new Set<string>();
  for await (const pair of pairs) {
    if (signal.aborted) return;
    counts.settled += 1;
    const version = storedVersion(pair);
    if (version === undefined) continue;
    if (!announced.has(version.key)) shown.add(version.key);
    batch.push(version);
    if (batch.length >= BATCH) await compare();
  }
  await compare();
  await addLasting(suspects, stored, findings);
  if (shown.size > 0) await announced.readOn();
  for (const key of shown) {
    if (announced.has(key)) continue;
    findings.add({ check: 'announcements', code: 'not-announced', key, detail: 'has an outcome, and no announcement' });
  }
  findings.add(...(await announced.differences(stored)));
  counts.announced += announced.size;
}

/** The version a settled story must have left in MongoDB. */
function storedVersion({ accepted: { key, versionId, receipt }, outcome }: Settled): Version | undefined {
  return versionId === undefined || outcome === 'dead-lettered' ? undefined : { key, versionId, receipt };
}

/** Adds what still differs a moment later: stories move while they are compared. */
async function addLasting(suspects: readonly Version[], stored: Stored, findings: Findings): Promise<void> {
  if (suspects.length > 0) await sleep(SECOND_LOOK_MS);
  for (let from = 0; from < suspects.length; from += BATCH)
    findings.add(...(await stored.differences(suspects.slice(from, from + BATCH))));
}
