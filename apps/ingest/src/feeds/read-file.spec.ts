import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { readFile } from './read-file.ts';

const root = mkdtempSync(join(tmpdir(), 'read-'));
const path = join(root, 'a.json');
writeFileSync(path, 'the ferry');

afterAll(() => rmSync(root, { recursive: true }));

test('gives the bytes of a file, up to its limit', async () => {
  expect(await readFile(path, 9)).toMatchObject({ bytes: Buffer.from('the ferry'), look: { size: 9 } });
  expect(await readFile(path, 8)).toBe('too-large');
});

test('follows no link', async () => {
  symlinkSync(path, join(root, 'link.json'));
  expect(await readFile(join(root, 'link.json'), 9)).toBe('unreadable');
});

test('does not wait for a pipe, and reads no folder', async () => {
  execFileSync('mkfifo', [join(root, 'pipe')]);
  await expect(readFile(join(root, 'pipe'), 9)).rejects.toThrow('not a regular file');
  await expect(readFile(root, 9)).rejects.toThrow('not a regular file');
});

test('leaves it to the caller that a file is gone', async () => {
  await expect(readFile(join(root, 'gone'), 9)).rejects.toMatchObject({ code: 'ENOENT' });
});
