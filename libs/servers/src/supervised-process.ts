import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Socket } from 'node:net';

export type ProcessOptions = {
  /** How messages call it. */
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Where stdout and stderr are appended to. */
  readonly logFile: string;
};

export type SupervisedProcess = {
  readonly name: string;
  readonly pid: number;
  readonly logFile: string;
  /** Undefined while it runs, then its exit code, or the signal that ended it. */
  ended(): number | NodeJS.Signals | undefined;
  /** Waits until it ends, and keeps this process alive meanwhile. Gives what `ended` gives. */
  wait(): Promise<number | NodeJS.Signals>;
  /** SIGTERM, and SIGKILL when it is still there after `milliseconds` (15 s unless told). Gives what `ended` gives. */
  stop(milliseconds?: number): Promise<number | NodeJS.Signals>;
  /** SIGKILL, and waits for the end. */
  kill(): Promise<void>;
};

/**
 * Starts a program in a process group of its own, so that Ctrl-C in the terminal leaves it to this process to stop
 * things in order, with a guard beside it that ends it when this process dies without doing so.
 */
export async function startProcess(options: ProcessOptions): Promise<SupervisedProcess> {
  const log = openSync(options.logFile, 'a');
  const child = spawn(options.program, options.args, {
    detached: true,
    stdio: ['ignore', log, log],
    ...(options.env !== undefined && { env: options.env }),
    ...(options.cwd !== undefined && { cwd: options.cwd }),
  });
  closeSync(log);
  await once(child, 'spawn');
  const pid = child.pid;
  if (pid === undefined) throw new Error(`${options.name} did not start`);
  const guard = startGuard(pid);
  child.unref();
  const exit = once(child, 'exit').finally(() => guard.kill('SIGKILL'));
  const ended = (): number | NodeJS.Signals | undefined => child.exitCode ?? child.signalCode ?? undefined;
  const wait = async (): Promise<number | NodeJS.Signals> => {
    child.ref();
    await exit;
    return ended() ?? 0;
  };
  return {
    name: options.name,
    pid,
    logFile: options.logFile,
    ended,
    wait,
    stop: async (milliseconds = 15_000) => {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
      return wait().finally(() => clearTimeout(timer));
    },
    kill: async () => {
      child.kill('SIGKILL');
      await wait();
    },
  };
}

/** Throws with the last lines of its log when the process has ended. */
export async function assertRunning(process: SupervisedProcess): Promise<void> {
  const end = process.ended();
  if (end === undefined) return;
  const lines = (await readFile(process.logFile, 'utf8'))
    .trimEnd()
    .split('\n')
    .slice(-12)
    .map((line) => line.slice(0, 400));
  throw new Error(`${process.name} ended (${end}). Its log, ${process.logFile}, says last:\n${lines.join('\n')}`);
}

/** A shell that waits for the end of its stdin, which comes when this process is gone, however it went. */
function startGuard(pid: number): ChildProcess {
  const script = 'cat >/dev/null; kill -TERM "$1" 2>/dev/null || exit 0; sleep 10; kill -KILL "$1" 2>/dev/null';
  const guard = spawn('sh', ['-c', script, 'guard', String(pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.unref();
  (guard.stdin as Socket | null)?.unref();
  guard.on('error', () => {});
  return guard;
}
