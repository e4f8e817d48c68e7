import { execFile, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Log, serverFiles } from '#servers';
import { runTool, Unavailable } from '../tools/run-tool.ts';

const execute = promisify(execFile);
const LONGEST_MS = 900_000;

/** A Docker to test with. `own`: started for it, with images that stand in for those of a registry. */
export type Docker = {
  readonly own: boolean;
  /** `docker …`; resolves with what it printed, rejects with that in the message. */
  run(...args: readonly string[]): Promise<string>;
  stop(): Promise<void>;
};

/** The daemon of this machine, else one of our own. Rejects with `Unavailable` where neither is to be had. */
export async function useDocker(root: string, log: Log): Promise<Docker> {
  if (spawnSync('docker', ['version']).error !== undefined) throw new Unavailable('this machine has no docker');
  const config = await mkdtemp(join(tmpdir(), 'dateline-docker-'));
  const tool = async (name: string, ...args: string[]): Promise<string> =>
    (await runTool(join(root, 'deploy/tools', name), args)).at(-1) ?? '';
  try {
    if (spawnSync('docker', ['info']).status === 0) {
      const env = spawnSync('docker', ['compose', 'version']).status === 0 ? {} : await withCompose(config, tool);
      return { own: false, run: runner(root, env), stop: () => rm(config, { recursive: true, force: true }) };
    }
    log('docker: starting a daemon');
    const folder = join(config, 'daemon');
    const host = await tool('dockerd.sh', 'start', folder);
    const env = { DOCKER_HOST: host, ...(await withCompose(config, tool)) };
    const run = runner(root, env);
    const stop = async (): Promise<void> => {
      await tool('dockerd.sh', 'stop', folder);
      await rm(config, { recursive: true, force: true });
    };
    try {
      log('docker: making images of the packages of this machine');
      const { jars, mongod, java } = await serverFiles(log);
      await execute(join(root, 'deploy/tools/images.sh'), [jars, mongod, process.execPath, java], {
        env: { ...process.env, ...env },
        timeout: LONGEST_MS,
      });
    } catch (error) {
      await stop();
      throw error;
    }
    return { own: true, run, stop };
  } catch (error) {
    await rm(config, { recursive: true, force: true });
    throw error;
  }
}

/** Compose as a plugin that only this test's Docker knows. */
async function withCompose(config: string, tool: (name: string) => Promise<string>): Promise<NodeJS.ProcessEnv> {
  const plugins = join(config, 'cli-plugins');
  await mkdir(plugins, { recursive: true });
  await symlink(join(await tool('compose.sh'), 'docker-compose'), join(plugins, 'docker-compose'));
  return { DOCKER_CONFIG: config };
}

function runner(cwd: string, env: NodeJS.ProcessEnv) {
  return async (...args: readonly string[]): Promise<string> => {
    try {
      const options = { cwd, env: { ...process.env, ...env }, timeout: LONGEST_MS, maxBuffer: 64 * 1024 * 1024 };
      return (await execute('docker', [...args], options)).stdout.trim();
    } catch (error) {
      const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
      throw new Error(`docker ${args.join(' ')}:\n${`${stdout}${stderr}`.slice(-4000)}`, { cause: error });
    }
  };
}
