import { join } from 'node:path';
import { writeProviders } from '../cli/start/api-keys.ts';
import type { ServiceProcess } from '../cli/start/service-process.ts';
import { benchOptions } from './harness/bench-options.ts';
import { STAGES, startOurs } from './harness/contenders.ts';
import { Door } from './harness/door.ts';
import { freshServers } from './harness/fresh-servers.ts';
import { metric } from './harness/metric.ts';
import { load, print, printMachine, progress } from './harness/print.ts';
import { PROVIDER } from './harness/raw-stories.ts';
import { figure, quantile } from './harness/spread.ts';
import { untilStored } from './harness/stored-articles.ts';

/**
 * Memory of each service over many stories: first all of them are pushed to ingest alone, as fast as it takes them,
 * then the other three work off that backlog, which is where they hold most at once. Entity recognition is off.
 */
const CONNECTIONS = 32;
const MIB = 1024 * 1024;
const options = benchOptions({ stories: 100_000, runs: 1 });

/** Resident memory in MiB, once a second, until stopped. */
function sample(services: readonly ServiceProcess[]): { stop(): ReadonlyMap<string, number[]> } {
  const samples = new Map<string, number[]>(services.map(({ name }) => [name, []]));
  const timer = setInterval(() => {
    for (const { name, url } of services) {
      void metric(url, 'process_resident_memory_bytes').then((bytes) => {
        if (Number.isFinite(bytes)) samples.get(name)?.push(bytes / MIB);
      });
    }
  }, 1000);
  return {
    stop: () => {
      clearInterval(timer);
      return samples;
    },
  };
}

function report(samples: ReadonlyMap<string, number[]>): void {
  for (const [name, all] of samples) {
    const quarter = Math.floor(all.length / 4);
    const second = quantile(all.slice(quarter, 2 * quarter), 0.5);
    const last = quantile(all.slice(-quarter), 0.5);
    print(
      `${name}: max ${figure(Math.max(...all))} MiB, end ${figure(all.at(-1) ?? Number.NaN)} MiB; median of the second quarter ${figure(second)}, of the last ${figure(last)} (${all.length} samples)`,
    );
  }
}

async function pushAll(door: Door): Promise<void> {
  let next = 0;
  const sender = async (): Promise<void> => {
    while (next < options.stories) {
      const status = await door.push(next++);
      if (status !== 202) throw new Error(`the door answered ${status}`);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, sender));
}

async function measure(): Promise<void> {
  await using stack = new AsyncDisposableStack();
  const servers = await freshServers(stack);
  const providers = join(servers.dataDir, 'providers.json');
  const keys = await writeProviders(providers, [PROVIDER]);
  const env = {
    ENTITY_RECOGNITION: 'off',
    PROVIDERS_FILE: providers,
    RATE_PER_SECOND: '1000000',
    RATE_BURST: '1000000',
  };
  const [ingest] = await startOurs(servers, ['ingest'], stack, { env, profile: options.profile });
  if (ingest === undefined) throw new Error('ingest did not start');
  await ingest.ready;
  const door = new Door(ingest.url, keys.get(PROVIDER) ?? '', CONNECTIONS);
  const start = performance.now();
  const pushing = sample([ingest]);
  await pushAll(door);
  door.close();
  const pushed = options.stories / ((performance.now() - start) / 1000);
  report(pushing.stop());
  progress(`${figure(pushed)} stories/s accepted over HTTP by one ingest, ${CONNECTIONS} connections (load ${load()})`);
  const storing = untilStored(servers.mongo, options.stories, Math.ceil(options.stories / 3));
  storing.catch(() => undefined);
  const stages = await startOurs(servers, STAGES, stack, { env, profile: options.profile });
  const working = sample(stages);
  const { rate } = await storing;
  report(working.stop());
  progress(`${figure(rate)} stories/s stored (load ${load()})`);
}

printMachine();
for (let run = 0; run < options.runs; run += 1) await measure();
