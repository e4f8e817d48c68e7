import { expect, test } from '@jest/globals';
import { FORMATS } from '#contracts';
import { projectRoot } from '../start/project-root.ts';
import { conformance } from './conformance.ts';

test('the page of conformance counts the goldens of every format', () => {
  const rows = conformance(projectRoot())
    .text.split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const cells = (name: string) => rows.find((row) => row[1] === name)?.slice(2, -1);
  expect(rows[0]?.slice(2, -1)).toEqual(FORMATS.map((format) => `\`${format}\``));
  const stories = cells('**stories**')?.map(Number) ?? [];
  expect(stories[FORMATS.indexOf('newsml-g2')]).toBeGreaterThan(4);
  expect(cells('`guid`')?.map(Number)).toEqual(stories);
  expect(cells('`body: table`')?.[FORMATS.indexOf('newsml-g2')]).toMatch(/^\d+$/);
});
