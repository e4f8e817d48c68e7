import { readFile } from 'node:fs/promises';

const TICKS_PER_SECOND = 100;

/** Processor time that a process has used, in seconds: unlike a rate it hardly depends on what else the machine does. */
export async function cpuSeconds(pid: number | undefined): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // Fields 14 and 15 of proc(5), counted after the name, which may hold spaces.
  const [user, system] =
    stat
      ?.slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13) ?? [];
  return (Number(user) + Number(system)) / TICKS_PER_SECOND;
}

/** A process by name, and how to ask what processor time it has used. */
export type CpuProbe = { readonly name: string; seconds(): Promise<number> };

/** Processor time from `before` on, in milliseconds for each of `stories` stories: `enrichment 0.61, mongod 0.22`. */
export async function cpuPerStory(
  probes: readonly CpuProbe[],
  before: readonly number[],
  stories: number,
): Promise<string> {
  const now = await readCpu(probes);
  return probes
    .map(({ name }, index) => `${name} ${((((now[index] ?? 0) - (before[index] ?? 0)) * 1000) / stories).toFixed(2)}`)
    .join(', ');
}

export async function readCpu(probes: readonly CpuProbe[]): Promise<number[]> {
  return Promise.all(probes.map((probe) => probe.seconds()));
}
