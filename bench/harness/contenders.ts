import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { startProcess } from '#servers';
import { projectRoot } from '../../cli/start/project-root.ts';
import { type ServiceProcess, startService } from '../../cli/start/service-process.ts';
import { type CpuProbe, cpuSeconds } from './cpu-time.ts';
import type { FreshServers } from './fresh-servers.ts';
import { metric } from './metric.ts';
import { progress } from './print.ts';

export type StageName = 'enrichment' | 'image-caption' | 'indexing';
export const STAGES: readonly StageName[] = ['indexing', 'image-caption', 'enrichment'];

/** Starts our services, each in a process of its own; `stack` stops them. Does not wait until they are ready. */
export async function startOurs(
  servers: FreshServers,
  names: readonly string[],
  stack: AsyncDisposableStack,
  { env = {}, profile }: { readonly env?: NodeJS.ProcessEnv; readonly profile?: string | undefined } = {},
): Promise<ServiceProcess[]> {
  const signal = new AbortController().signal;
  const services: ServiceProcess[] = [];
  for (const name of names) {
    const service = await startService({
      root: projectRoot(),
      name,
      env: { ...servers.env, ...env, ...(await profiling(profile, name)) },
      logFile: join(servers.logs, `${name}.log`),
      log: progress,
      signal,
    });
    stack.defer(() => service.stop());
    services.push(service);
  }
  return services;
}

/** Starts the same services as written with Nest's own Kafka transport. */
export async function startPeers(
  servers: FreshServers,
  names: readonly StageName[],
  stack: AsyncDisposableStack,
): Promise<CpuProbe[]> {
  const probes: CpuProbe[] = [];
  for (const name of names) {
    const program = join(projectRoot(), 'dist', 'bench', 'peer', `${name}.js`);
    const peer = await startProcess({
      name: `peer ${name}`,
      program: process.execPath,
      args: ['--disable-warning=TimeoutNegativeWarning', program],
      env: servers.env,
      logFile: join(servers.logs, `peer-${name}.log`),
    });
    stack.defer(async () => {
      await peer.stop();
    });
    probes.push({ name, seconds: () => cpuSeconds(peer.pid) });
  }
  return probes;
}

/** Where to read the processor time of our services. */
export function cpuProbes(services: readonly ServiceProcess[]): CpuProbe[] {
  return services.map(({ name, url }) => ({ name, seconds: () => metric(url, 'process_cpu_seconds_total') }));
}

async function profiling(folder: string | undefined, name: string): Promise<NodeJS.ProcessEnv> {
  if (folder === undefined) return {};
  const own = resolve(folder, name);
  await mkdir(own, { recursive: true });
  return { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${own}` };
}
