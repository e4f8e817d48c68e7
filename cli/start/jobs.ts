import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Runs `dist/jobs/<name>.js` to its end; throws with what it printed when it fails. */
export async function runJob(root: string, name: string, env: NodeJS.ProcessEnv): Promise<void> {
  try {
    await promisify(execFile)(process.execPath, [join(root, 'dist', 'jobs', `${name}.js`)], { env });
  } catch (error) {
    const { stderr, stdout } = error as { stderr?: string; stdout?: string };
    throw new Error(`the job ${name} failed:\n${stderr || stdout || String(error)}`, { cause: error });
  }
}
