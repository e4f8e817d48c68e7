import { mkdir, readdir, rename, rmdir, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { listFiles } from './folder-listing.ts';
import { codeOf, moveFile } from './move-file.ts';

const TAKING = '.taking-';
const ALIVE = '.alive';
const BEATS_PER_RECLAIM = 5;

/**
 * Which process takes which file: a file is claimed by renaming it into `.taking-<instance>/`, which succeeds for one
 * process alone. A process shows that it lives by touching `.alive` in there; the claims of one that stopped doing so
 * are renamed into our own folder, again each by one process alone.
 */
export class FolderClaims {
  private readonly root: string;
  private readonly own: string;
  private readonly reclaimMs: number;
  private readonly signs = new Map<string, { readonly mtimeMs: number; readonly since: number }>();
  private timer: NodeJS.Timeout | undefined;

  constructor(root: string, instance: string, reclaimMs: number) {
    this.root = root;
    this.own = join(root, `${TAKING}${instance}`);
    this.reclaimMs = reclaimMs;
  }

  /** Where a claimed file lies. */
  path(name: string): string {
    return join(this.own, name);
  }

  /** Shows that we live, from now on by itself; called again, it mends what was lost. The folder itself is never made: it may be a mount that is not there yet. */
  async open(): Promise<void> {
    await mkdir(this.own).catch((error) => {
      if (codeOf(error) !== 'EEXIST') throw error;
    });
    await writeFile(join(this.own, ALIVE), '');
    this.timer ??= setInterval(() => void this.beat(), this.reclaimMs / BEATS_PER_RECLAIM).unref();
  }

  /** Claims that are still there may be taken over at once. */
  async close(): Promise<void> {
    clearInterval(this.timer);
    this.timer = undefined;
    await unlink(join(this.own, ALIVE)).catch(() => undefined);
    await removeWhenEmpty(this.own);
  }

  /** False when another process was faster, or the file is gone. */
  async claim(name: string): Promise<boolean> {
    return this.take(join(this.root, name), name);
  }

  /** Names of the files claimed and not yet through, in the order in which they came. */
  async held(): Promise<string[]> {
    return (await listFiles(this.own, true)).map(({ name }) => name);
  }

  /** Puts a claimed file back under its name, or one after it where that is taken. */
  async giveBack(name: string): Promise<void> {
    await moveFile(this.path(name), join(this.root, name));
  }

  /** Takes over what processes left behind that no longer live. `now` in milliseconds. */
  async reclaim(now: number): Promise<number> {
    const entries = await readdir(this.root, { withFileTypes: true });
    let taken = 0;
    for (const entry of entries) {
      const folder = join(this.root, entry.name);
      if (!entry.isDirectory() || !entry.name.startsWith(TAKING) || folder === this.own) continue;
      if (await this.lives(folder, now)) continue;
      for (const { name } of await listFiles(folder, true)) {
        // One that we hold under the same name comes first; this one waits for the next round.
        const free = await stat(this.path(name)).then(
          () => false,
          () => true,
        );
        if (free && (await this.take(join(folder, name), name))) taken += 1;
      }
      await removeWhenEmpty(folder);
    }
    return taken;
  }

  private async beat(): Promise<void> {
    const now = new Date();
    await utimes(join(this.own, ALIVE), now, now).catch(() => undefined);
  }

  /** Judged by whether its sign changes, over our own clock: clocks of other machines are not compared. */
  private async lives(folder: string, now: number): Promise<boolean> {
    const sign = await stat(join(folder, ALIVE)).catch(() => undefined);
    if (sign === undefined) return false;
    const before = this.signs.get(folder);
    if (before?.mtimeMs === sign.mtimeMs) return now - before.since < this.reclaimMs;
    this.signs.set(folder, { mtimeMs: sign.mtimeMs, since: now });
    return true;
  }

  private async take(from: string, name: string): Promise<boolean> {
    try {
      if (name.includes('/')) await mkdir(dirname(this.path(name)), { recursive: true });
      await rename(from, this.path(name));
      return true;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return false;
      throw error;
    }
  }
}

/** A folder with no file in it goes, with its empty subfolders. Nothing is removed that has something in it. */
async function removeWhenEmpty(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  if (entries.some((entry) => !entry.isDirectory() && entry.name !== ALIVE)) return;
  await unlink(join(folder, ALIVE)).catch(() => undefined);
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
  const deepestFirst = folders.sort((a, b) => b.length - a.length);
  for (const path of [...deepestFirst, folder]) await rmdir(path).catch(() => undefined);
}
