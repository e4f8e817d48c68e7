import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cached, cacheFolder } from './cache.ts';
import { verifyChecksum } from './checksum.ts';

const before = process.env['XDG_CACHE_HOME'];
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-cache-'));
  process.env['XDG_CACHE_HOME'] = folder;
});
afterAll(async () => {
  if (before === undefined) delete process.env['XDG_CACHE_HOME'];
  else process.env['XDG_CACHE_HOME'] = before;
  await rm(folder, { recursive: true, force: true });
});

test('prepares a folder once and gives it from then on', async () => {
  let prepared = 0;
  const prepare = async (draft: string): Promise<void> => {
    prepared += 1;
    await writeFile(join(draft, 'file'), 'content');
  };
  const first = await cached('once', prepare);
  expect(await cached('once', prepare)).toBe(first);
  expect(prepared).toBe(1);
  expect(await readFile(join(first, 'file'), 'utf8')).toBe('content');
});

test('leaves nothing of a preparation that failed', async () => {
  const fail = async (draft: string): Promise<void> => {
    await writeFile(join(draft, 'half'), '');
    throw new Error('no network');
  };
  await expect(cached('failed', fail)).rejects.toThrow('no network');
  expect((await readdir(cacheFolder())).filter((name) => name.includes('failed'))).toEqual([]);
});

test('stands two preparations at once', async () => {
  const prepare = (content: string) => async (draft: string) => writeFile(join(draft, 'file'), content);
  const [first, second] = await Promise.all([cached('twice', prepare('same')), cached('twice', prepare('same'))]);
  expect(second).toBe(first);
  expect(await readdir(first)).toEqual(['file']);
  expect((await readdir(cacheFolder())).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('refuses a file that is not the pinned one', async () => {
  const file = join(folder, 'a.jar');
  await writeFile(file, 'abc');
  await verifyChecksum(file, 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  await writeFile(file, 'abd');
  await expect(
    verifyChecksum(file, 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'),
  ).rejects.toThrow(/a\.jar: sha256 is /);
});
