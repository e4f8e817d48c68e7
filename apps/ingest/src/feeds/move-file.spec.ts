import { linkSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { moveFile } from './move-file.ts';

let root: string;
const at = (name: string) => join(root, name);
const put = (name: string, content: string) => writeFileSync(at(name), content);
const files = () =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'move-'));
});

afterEach(() => rmSync(root, { recursive: true }));

test('moves into a folder that is made for it', async () => {
  put('a', 'ferry');
  expect(await moveFile(at('a'), at('done/x/a'))).toBe(at('done/x/a'));
  expect(files()).toEqual(['done/x/a']);
});

test('twenty that want one name at once all find one', async () => {
  const names = Array.from({ length: 20 }, (_, index) => `a${index}`);
  for (const name of names) put(name, name);
  await Promise.all(names.map((name) => moveFile(at(name), at('done/a'))));
  expect(files()).toHaveLength(20);
  expect(
    files()
      .map((name) => readFileSync(at(name), 'utf8'))
      .sort(),
  ).toEqual(names.sort());
});

test('ends what was cut off between the two names', async () => {
  put('a', 'ferry');
  put('b', 'harbour');
  linkSync(at('a'), at('a-done'));
  expect(await moveFile(at('a'), at('a-done'))).toBe(at('a-done'));
  linkSync(at('b'), at('b-refused'));
  put('b-refused.reason.json', 'why');
  expect(await moveFile(at('b'), at('b-refused'), 'why again')).toBe(at('b-refused'));
  expect(files()).toEqual(['a-done', 'b-refused', 'b-refused.reason.json']);
});

test('takes another name where that of its reason is a file', async () => {
  put('a', 'ferry');
  put('refused.reason.json', 'a file of the feed');
  expect(await moveFile(at('a'), at('refused'), 'why')).toBe(at('refused.2'));
  expect(readFileSync(at('refused.reason.json'), 'utf8')).toBe('a file of the feed');
  expect(files()).toEqual(['refused.2', 'refused.2.reason.json', 'refused.reason.json']);
});

test('a file that is gone is told', async () => {
  await expect(moveFile(at('a'), at('b'))).rejects.toMatchObject({ code: 'ENOENT' });
  expect(files()).toEqual([]);
});
