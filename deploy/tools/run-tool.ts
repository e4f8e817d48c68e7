import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);
/** `EX_UNAVAILABLE` of sysexits.h: how the scripts say that the machine can't. */
const UNAVAILABLE = 69;
const LONGEST_MS = 3_600_000;

/** What this machine lacks; the message is one line for whoever reads the output of a skipped test. */
export class Unavailable extends Error {}

/** Runs one of the scripts beside this file; resolves with the lines it printed on stdout. */
export async function runTool(program: string, args: readonly string[] = []): Promise<string[]> {
  try {
    const { stdout } = await execute(program, [...args], { timeout: LONGEST_MS, maxBuffer: 64 * 1024 * 1024 });
    return stdout.trim().split('\n');
  } catch (error) {
    const { code, stderr = '' } = error as { code?: number; stderr?: string };
    const last = stderr.trim().split('\n').at(-1) ?? '';
    if (code === UNAVAILABLE) throw new Unavailable(last.replace(/^skipped: /, ''));
    throw new Error(`${program}: ${stderr.slice(-2000)}`, { cause: error });
  }
}
