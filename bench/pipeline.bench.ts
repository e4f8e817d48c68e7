import { assertAnnounced } from './harness/announced.ts';
import { benchOptions } from './harness/bench-options.ts';
import { cpuProbes, STAGES, startOurs, startPeers } from './harness/contenders.ts';
import { cpuPerStory, readCpu } from './harness/cpu-time.ts';
import { fill } from './harness/fill.ts';
import { freshServers } from './harness/fresh-servers.ts';
import { load, print, printMachine, progress } from './harness/print.ts';
import { rawStoryRecord } from './harness/raw-stories.ts';
import { figure, quantile, spread } from './harness/spread.ts';
import { untilStored } from './harness/stored-articles.ts';

/**
 * The whole pipeline on a backlog: `news.raw.v1` to MongoDB and `news.articles.v1`, beside the same services on Nest's
 * own Kafka transport. Entity recognition is off in both; `--only entities` measures ours with it.
 */
const options = benchOptions({ stories: 20_000, peerStories: 3_000 });
type Contender = 'ours' | 'peer' | 'entities';
const STORIES: Readonly<Record<Contender, number>> = {
  ours: options.stories,
  peer: options.peerStories,
  entities: Math.min(options.stories, 1_000),
};

async function measure(contender: Contender): Promise<number> {
  await using stack = new AsyncDisposableStack();
  const stories = STORIES[contender];
  const servers = await freshServers(stack);
  const bytes = await fill(servers.brokers, stories, rawStoryRecord);
  const storing = untilStored(servers.mongo, stories, Math.ceil(stories / 3));
  // A failed start must not leave this promise's rejection unseen.
  storing.catch(() => undefined);
  const env = { ENTITY_RECOGNITION: contender === 'entities' ? 'compromise' : 'off' };
  const stages =
    contender === 'peer'
      ? await startPeers(servers, STAGES, stack)
      : cpuProbes(await startOurs(servers, STAGES, stack, { env, profile: options.profile }));
  const probes = [...stages, ...servers.cpu];
  const before = [...stages.map(() => 0), ...(await readCpu(servers.cpu))];
  const { rate, wallMs } = await storing;
  const cpu = await cpuPerStory(probes, before, stories);
  await assertAnnounced(servers.brokers, stories);
  progress(
    `${contender}: ${figure(rate)} stories/s; ${stories} in ${figure(wallMs / 1000)} s from the start of the processes (raw records of ${bytes} bytes, load ${load()})`,
  );
  progress(`processor milliseconds a story, start of the processes included: ${cpu}`);
  return rate;
}

printMachine();
const contenders = (options.only === undefined ? ['ours', 'peer'] : [options.only]) as Contender[];
const rates = new Map<Contender, number[]>(contenders.map((contender) => [contender, []]));
for (let run = 0; run < options.runs; run += 1) {
  for (const contender of contenders) rates.get(contender)?.push(await measure(contender));
}
for (const [contender, values] of rates) print(`pipeline, ${contender}: ${spread(values, ' stories/s')}`);
const [ours, peer] = [rates.get('ours'), rates.get('peer')];
if (ours !== undefined && peer !== undefined) {
  print(
    `pipeline, ratio: ${figure(quantile(ours, 0.5) / quantile(peer, 0.5))} of medians; by run ${spread(
      ours.map((rate, run) => rate / (peer[run] ?? Number.NaN)),
      '',
    )}`,
  );
}
