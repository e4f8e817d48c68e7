import { mkdir, open, rename, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Names tried for a file whose own name is taken: `a.xml`, `a.xml.2`, … */
const NAMES = 10_000;

/** What stands beside a refused file, under its name with this after it. */
const REASON = '.reason.json';

/**
 * Moves a file to `to`, or to the first free name after it, and gives the path taken. No file is ever replaced, by
 * whichever process: a name is taken by creating it, which only one can. `reason` is written beside the file first.
 */
export async function moveFile(from: string, to: string, reason?: string): Promise<string> {
  await mkdir(dirname(to), { recursive: true });
  for (let number = 1; number <= NAMES; number += 1) {
    const path = number === 1 ? to : `${to}.${number}`;
    if (!(await create(path, ''))) continue;
    try {
      if (reason !== undefined && !(await create(`${path}${REASON}`, reason))) {
        await unlink(path);
        continue;
      }
      await rename(from, path);
      return path;
    } catch (error) {
      await unlink(path).catch(() => undefined);
      if (reason !== undefined) await unlink(`${path}${REASON}`).catch(() => undefined);
      throw error;
    }
  }
  throw new Error('every name for the file is taken');
}

/** False when there is a file of that name. */
async function create(path: string, content: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    try {
      await file.writeFile(content);
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** The code of a failed call of the system (`ENOENT`), or `unknown`. */
export function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'unknown';
}
