import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { codeOf } from './move-file.ts';
import { type Look, sameLook } from './settling.ts';

/** Opened without following a link, and without waiting where it is a pipe after all. */
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** Why a file can't be opened, where trying again would not help: no right to, or a link. */
const UNREADABLE: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'ELOOP']);

/** A file's bytes with how it looked; `too-large` unread; `changing` where somebody still writes it. */
export type ReadFile = 'too-large' | 'unreadable' | 'changing' | { readonly bytes: Buffer; readonly look: Look };

/** Reads a regular file of at most `limit` bytes. Throws the system's error where it can't be read. */
export async function readFile(path: string, limit: number): Promise<ReadFile> {
  const file = await open(path, FLAGS).catch((error: unknown) => {
    if (UNREADABLE.has(codeOf(error))) return undefined;
    throw error;
  });
  if (file === undefined) return 'unreadable';
  try {
    const before = await lookAt(file);
    if (before.size > limit) return 'too-large';
    const bytes = Buffer.alloc(before.size);
    let length = 0;
    while (length < bytes.length) {
      const { bytesRead } = await file.read(bytes, length, bytes.length - length, length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    const whole = length === bytes.length && sameLook(before, await lookAt(file));
    return whole ? { bytes, look: before } : 'changing';
  } finally {
    await file.close();
  }
}

async function lookAt(file: FileHandle): Promise<Look> {
  const stats = await file.stat();
  if (!stats.isFile()) throw new Error('not a regular file');
  return { size: stats.size, mtimeMs: stats.mtimeMs };
}
