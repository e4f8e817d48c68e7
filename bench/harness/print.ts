import { cpus, loadavg, release } from 'node:os';

/** A line of the result. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** What is going on, on stderr. */
export function progress(line: string): void {
  process.stderr.write(`  ${line}\n`);
}

/** The machine, and what else runs on it: the load average of the last minute. */
export function printMachine(): void {
  const all = cpus();
  print(`${all.length} × ${all[0]?.model ?? 'CPU'}, Linux ${release()}, Node ${process.version}, load ${load()}`);
}

/** Processes that ran or waited for a core, averaged over the last minute. */
export function load(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}
