import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { topics } from '#contracts';
import { eventRecord } from '#kafka';
import { projectRoot } from '../cli/start/project-root.ts';
import { assertAnnounced } from './harness/announced.ts';
import { benchOptions } from './harness/bench-options.ts';
import { enrichedStoryOf } from './harness/bulk-documents.ts';
import { startOurs } from './harness/contenders.ts';
import { fill } from './harness/fill.ts';
import { freshServers } from './harness/fresh-servers.ts';
import { load, print, printMachine, progress } from './harness/print.ts';
import { figure, quantile, spread } from './harness/spread.ts';
import { untilStored } from './harness/stored-articles.ts';

/**
 * Indexing alone: `news.enriched.v1` to MongoDB, announcements and outcomes, beside a plain bulk insert of the same
 * documents into a mongod with the same indexes. Both get empty servers for each run.
 */
const options = benchOptions({ stories: 20_000 });

async function indexing(): Promise<number> {
  await using stack = new AsyncDisposableStack();
  const servers = await freshServers(stack);
  const bytes = await fill(servers.brokers, options.stories, (index) => {
    const value = enrichedStoryOf(index);
    const { receipt } = value.raw;
    const source = `/wires/${value.provider}`;
    return eventRecord(topics.enriched, { key: value.id, value, source, idParts: [receipt, value.versionId], receipt });
  });
  const storing = untilStored(servers.mongo, options.stories, 0);
  storing.catch(() => undefined);
  await startOurs(servers, ['indexing'], stack, { profile: options.profile });
  const { rate } = await storing;
  await assertAnnounced(servers.brokers, options.stories);
  progress(`indexing: ${figure(rate)} stories/s (enriched records of ${bytes} bytes, load ${load()})`);
  return rate;
}

async function bulkInsert(): Promise<number> {
  await using stack = new AsyncDisposableStack();
  const { env } = await freshServers(stack);
  const program = join(projectRoot(), 'dist', 'bench', 'peer', 'bulk-insert.js');
  const { stdout } = await promisify(execFile)(process.execPath, [program, String(options.stories)], { env });
  const rate = Number(stdout);
  progress(`bulk insert: ${figure(rate)} documents/s (load ${load()})`);
  return rate;
}

printMachine();
const ours: number[] = [];
const peer: number[] = [];
for (let run = 0; run < options.runs; run += 1) {
  if (options.only !== 'peer') ours.push(await indexing());
  if (options.only !== 'ours') peer.push(await bulkInsert());
}
if (ours.length > 0) print(`indexing: ${spread(ours, ' stories/s')}`);
if (peer.length > 0) print(`bulk insert: ${spread(peer, ' documents/s')}`);
if (options.only === undefined) {
  print(
    `indexing, ratio: ${figure(quantile(ours, 0.5) / quantile(peer, 0.5))} of medians; by run ${spread(
      ours.map((rate, run) => rate / (peer[run] ?? Number.NaN)),
      '',
    )}`,
  );
}
