import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { UsageError } from '../exit.ts';

const Counts = z.object({
  read: z.int(),
  sent: z.int(),
  changed: z.int(),
  obstacles: z.record(z.string(), z.int()),
});

/** How far a replay has come: what it was asked for, its fixed ends, and the next offset of each partition. */
export const ReplayState = z.object({
  query: z.record(z.string(), z.string()),
  partitions: z.array(z.object({ partition: z.int(), next: z.string(), to: z.string() })),
  counts: Counts,
});
export type ReplayState = z.output<typeof ReplayState>;

/** The state of an earlier run of the same replay; undefined when there is no file. Throws `UsageError` for another's. */
export function readState(file: string, query: ReplayState['query']): ReplayState | undefined {
  if (!existsSync(file)) return undefined;
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new UsageError(`${file} is not the state of a replay`);
  }
  const state = ReplayState.safeParse(content);
  if (!state.success) throw new UsageError(`${file} is not the state of a replay`);
  if (JSON.stringify(state.data.query) !== JSON.stringify(query))
    throw new UsageError(`${file} is the state of another replay: ${JSON.stringify(state.data.query)}`);
  return state.data;
}

/** Replaces the file as a whole: it is never half of one. */
export function writeState(file: string, state: ReplayState): void {
  const written = `${file}.new`;
  writeFileSync(written, `${JSON.stringify(state, null, 2)}\n`);
  renameSync(written, file);
}
