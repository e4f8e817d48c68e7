import { link, lstat, mkdir, open, rename, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Names tried for a file whose own name is taken: `a.xml`, `a.xml.2`, … */
const NAMES = 10_000;

/** What stands beside a refused file, under its name with this after it. */
const REASON = '.reason.json';

/** What file systems say that know no hard links. */
const NO_LINKS: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

/**
 * Moves a file to `to`, or to the first free name after it, and gives the path taken. No file is ever replaced, by
 * whichever process: a name is taken by linking the file to it, which only one can. Whoever died in the middle left the
 * same file under both names, and it is moved to its end here. `reason` is written beside the file.
 */
export async function moveFile(from: string, to: string, reason?: string): Promise<string> {
  await mkdir(dirname(to), { recursive: true });
  for (let number = 1; number <= NAMES; number += 1) {
    const path = number === 1 ? to : `${to}.${number}`;
    const placed = await place(from, path);
    if (placed === 'taken') continue;
    if (reason !== undefined && !(await create(`${path}${REASON}`, reason)) && placed === 'new') {
      // The name of the reason belongs to another file.
      if (await isSame(from, path)) await unlink(path);
      else await rename(path, from);
      continue;
    }
    if (await isSame(from, path)) await unlink(from);
    return path;
  }
  throw new Error('every name for the file is taken');
}

/** Puts the file under a free name: `new`, or `there` when somebody has done so before. Its old name may remain. */
async function place(from: string, path: string): Promise<'new' | 'there' | 'taken'> {
  try {
    await link(from, path);
    return 'new';
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return (await isSame(from, path)) ? 'there' : 'taken';
    if (!NO_LINKS.has(codeOf(error))) throw error;
  }
  // Without links the name is taken by an empty file, which one that dies here leaves behind.
  if (!(await create(path, ''))) return 'taken';
  await rename(from, path);
  return 'new';
}

/** Whether both are names of one file. */
async function isSame(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map((path) => lstat(path, { bigint: true }).catch(() => undefined)));
  return a !== undefined && b !== undefined && a.ino !== 0n && a.ino === b.ino && a.dev === b.dev;
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
