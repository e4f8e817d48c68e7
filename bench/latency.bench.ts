import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { storyKey, topics } from '#contracts';
import { followTopics } from '#kafka';
import { writeProviders } from '../cli/start/api-keys.ts';
import { benchOptions } from './harness/bench-options.ts';
import { cpuProbes, STAGES, startOurs } from './harness/contenders.ts';
import { cpuPerStory, readCpu } from './harness/cpu-time.ts';
import { Door } from './harness/door.ts';
import { type FreshServers, freshServers } from './harness/fresh-servers.ts';
import { inventedStory } from './harness/invented-story.ts';
import { load, print, printMachine, progress } from './harness/print.ts';
import { PROVIDER } from './harness/raw-stories.ts';
import { figure, quantile } from './harness/spread.ts';

/**
 * From push to stored and announced, at 200 stories a second through the HTTP door. Arrivals follow a timetable,
 * whatever the answers take, and times count from the timetable: a stall is felt by every story that was due in it.
 * Entity recognition is off. Stored is when a change stream shows it, announced when a consumer of the topic has it.
 */
const PER_SECOND = 200;
const WARM_UP = 10 * PER_SECOND;
const CONNECTIONS = 64;
const PATIENCE_MS = 30_000;
const options = benchOptions({ stories: 30 * PER_SECOND, runs: 3 });

type Seen = Map<string, number>;

async function watchStored(servers: FreshServers, seen: Seen, stack: AsyncDisposableStack): Promise<void> {
  const stream = servers.mongo
    .db()
    .collection<{ _id: string }>('articles')
    .watch([{ $match: { 'fullDocument.item': { $exists: true } } }, { $project: { documentKey: 1 } }]);
  stack.defer(() => stream.close());
  stream.on('change', (change) => {
    if ('documentKey' in change) note(seen, String(change.documentKey._id));
  });
  // The stream is open once the server has answered with a place to resume from.
  await once(stream, 'resumeTokenChanged');
}

async function watchAnnounced({ brokers }: FreshServers, seen: Seen, signal: AbortSignal): Promise<void> {
  for await (const { key } of followTopics({ brokers, topics: [topics.articles.name], signal })) note(seen, key);
}

function note(seen: Seen, id: string): void {
  if (!seen.has(id)) seen.set(id, performance.now());
}

async function measure(): Promise<Record<'answered' | 'stored' | 'announced', number[]>> {
  await using stack = new AsyncDisposableStack();
  const servers = await freshServers(stack);
  const providers = join(servers.dataDir, 'providers.json');
  const keys = await writeProviders(providers, [PROVIDER]);
  const env = { ENTITY_RECOGNITION: 'off', PROVIDERS_FILE: providers };
  const services = await startOurs(servers, [...STAGES, 'ingest'], stack, { env, profile: options.profile });
  await Promise.all(services.map(({ ready }) => ready));
  const [stored, announced]: [Seen, Seen] = [new Map(), new Map()];
  const stop = new AbortController();
  const following = watchAnnounced(servers, announced, stop.signal);
  stack.defer(async () => {
    stop.abort();
    await following;
  });
  await watchStored(servers, stored, stack);
  const door = new Door(services.at(-1)?.url ?? '', keys.get(PROVIDER) ?? '', CONNECTIONS);
  stack.defer(() => door.close());
  await pushOnSchedule(door, 0, WARM_UP);
  const self = { name: 'bench', seconds: async () => process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6 };
  const probes = [...cpuProbes(services), ...servers.cpu, self];
  const before = await readCpu(probes);
  const { due, answered } = await pushOnSchedule(door, WARM_UP, options.stories);
  const ids = due.map((_, index) => storyKey(PROVIDER, inventedStory(WARM_UP + index).guid));
  await untilSeen(ids, [stored, announced]);
  progress(`processor milliseconds a story: ${await cpuPerStory(probes, before, options.stories)}`);
  const times = (seen: Seen): number[] => ids.map((id, index) => (seen.get(id) ?? Number.NaN) - (due[index] ?? 0));
  return { answered, stored: times(stored), announced: times(announced) };
}

/** Pushes `count` stories from number `from` on; gives when each was due and how long after that its answer came. */
async function pushOnSchedule(door: Door, from: number, count: number): Promise<{ due: number[]; answered: number[] }> {
  const start = performance.now() + 100;
  const due = Array.from({ length: count }, (_, index) => start + (index * 1000) / PER_SECOND);
  const answered: number[] = [];
  const requests: Promise<void>[] = [];
  for (const [index, at] of due.entries()) {
    if (at > performance.now()) await sleep(at - performance.now());
    const request = door.push(from + index).then((status) => {
      if (status !== 202) throw new Error(`the door answered ${status}`);
      answered[index] = performance.now() - at;
    });
    request.catch(() => undefined);
    requests.push(request);
  }
  await Promise.all(requests);
  return { due, answered };
}

async function untilSeen(ids: readonly string[], all: readonly Seen[]): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!all.every((seen) => ids.every((id) => seen.has(id)))) {
    if (performance.now() > deadline) throw new Error('some stories were not seen');
    await sleep(100);
  }
}

printMachine();
const runs: Awaited<ReturnType<typeof measure>>[] = [];
for (let run = 0; run < options.runs; run += 1) {
  runs.push(await measure());
  const now = runs.at(-1)?.stored ?? [];
  progress(
    `run ${run + 1}: stored p50 ${figure(quantile(now, 0.5))} ms, p99 ${figure(quantile(now, 0.99))} ms (load ${load()})`,
  );
}
for (const what of ['answered', 'stored', 'announced'] as const) {
  for (const [label, share] of [
    ['p50', 0.5],
    ['p90', 0.9],
    ['p99', 0.99],
    ['max', 1],
  ] as const) {
    const values = runs.map((run) => quantile(run[what], share));
    print(`${what}, ${label}: ${values.map((value) => `${figure(value)} ms`).join(', ')}`);
  }
}
