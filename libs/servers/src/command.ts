import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

export type CommandOptions = {
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Milliseconds after which the command is killed; 10 minutes unless told. */
  readonly timeout?: number;
};

/** Runs a program to its end and gives what it printed, stdout and stderr in one; throws with the last lines of it. */
export async function runCommand(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<string> {
  try {
    const { stdout, stderr } = await execute(program, args, {
      timeout: options.timeout ?? 600_000,
      maxBuffer: 16 * 1024 * 1024,
      ...(options.cwd !== undefined && { cwd: options.cwd }),
      ...(options.env !== undefined && { env: options.env }),
    });
    return stdout + stderr;
  } catch (error) {
    throw new Error(`${program} ${args[0] ?? ''} failed: ${lastWords(error)}`, { cause: error });
  }
}

function lastWords(error: unknown): string {
  const { stderr, stdout, message } = error as { stderr?: string; stdout?: string; message?: string };
  const text = stderr?.trim() || stdout?.trim() || message || String(error);
  return text.split('\n').slice(-8).join('\n');
}
