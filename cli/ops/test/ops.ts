import { COMMANDS } from '../commands.ts';
import { runOps } from '../run.ts';

/** What a command line printed, and its exit code. */
export type Ran = { readonly code: number; readonly out: string; readonly err: string; json<T>(): T };

/** Runs `ops` with these words, in this process. */
export async function ops(...args: string[]): Promise<Ran> {
  let out = '';
  let err = '';
  const code = await runOps(COMMANDS, args, {
    env: process.env,
    signal: new AbortController().signal,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err, json: <T>() => JSON.parse(out) as T };
}
