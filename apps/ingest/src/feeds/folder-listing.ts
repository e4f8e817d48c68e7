import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { FOLDER_LIMITS, UNFINISHED_NAME } from './limits.ts';
import type { Look } from './settling.ts';

/** A file of a folder; `name` is its path below it, with `/`. */
export type FoundFile = Look & { readonly name: string };

/** Where files go that are through. They lie in the folder itself, so that moving copies nothing. */
export const DONE = 'done';
export const REFUSED = 'refused';

/**
 * The regular files of a folder in the order in which they came: by the time of their last change, then by name.
 * Left out: symbolic links, devices, hidden and unfinished names, `done` and `refused`. Throws where the folder itself
 * can't be read.
 */
export async function listFiles(root: string, subfolders: boolean): Promise<FoundFile[]> {
  const names = await namesIn(root, '', subfolders ? FOLDER_LIMITS.depth : 0);
  const files: FoundFile[] = [];
  for (let at = 0; at < names.length; at += FOLDER_LIMITS.statsAtOnce) {
    const some = names.slice(at, at + FOLDER_LIMITS.statsAtOnce);
    files.push(...(await Promise.all(some.map((name) => lookAt(root, name)))).flat());
  }
  return files.sort((a, b) => a.mtimeMs - b.mtimeMs || (a.name < b.name ? -1 : 1));
}

async function namesIn(root: string, below: string, depth: number): Promise<string[]> {
  const entries = await readdir(join(root, below), { withFileTypes: true });
  const names: string[] = [];
  for (const entry of entries) {
    if (UNFINISHED_NAME.test(entry.name)) continue;
    if (below === '' && (entry.name === DONE || entry.name === REFUSED)) continue;
    const name = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isFile()) names.push(name);
    // A subfolder that went away between is no reason to stop.
    else if (entry.isDirectory() && depth > 0) names.push(...(await namesIn(root, name, depth - 1).catch(() => [])));
  }
  return names;
}

/** Nothing where the file is gone, or is no longer a regular one. */
async function lookAt(root: string, name: string): Promise<FoundFile[]> {
  const stats = await lstat(join(root, name)).catch(() => undefined);
  return stats?.isFile() ? [{ name, size: stats.size, mtimeMs: stats.mtimeMs }] : [];
}
