import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { PictureFacts } from './picture-facts.ts';
import { readPicture } from './read-picture.ts';

const samples = new URL('../../../../shared/samples/', import.meta.url);
const present = existsSync(new URL('_expected/images.mwg.json', samples));

type Expected = { readonly SourceFile: string } & Readonly<Record<string, string | readonly string[] | number>>;

const expected = (name: string): Expected[] =>
  present ? JSON.parse(readFileSync(new URL(`_expected/${name}`, samples), 'utf8')) : [];
const read = (file: string): PictureFacts | undefined =>
  readPicture(readFileSync(new URL(file.split('/').map(encodeURIComponent).join('/'), samples)));
const files = (list: readonly Expected[]): Expected[] =>
  list.filter(
    ({ SourceFile }) =>
      /\.jpe?g$/i.test(SourceFile) &&
      existsSync(new URL(SourceFile.split('/').map(encodeURIComponent).join('/'), samples)),
  );
const folded = (value: unknown): string =>
  [value]
    .flat()
    .join('|')
    .replace(/[^\p{L}\p{N}|]+/gu, '')
    .toLowerCase();

const RECONCILED: Readonly<Record<string, (facts: PictureFacts) => unknown>> = {
  Description: ({ captions }) => captions[0]?.value,
  Creator: ({ creators }) => creators,
  Keywords: ({ keywords }) => keywords,
  Copyright: ({ copyrightNotice }) => copyrightNotice,
  City: ({ place }) => place?.city,
  State: ({ place }) => place?.region,
  Country: ({ place }) => place?.country,
  Location: ({ place }) => place?.sublocation,
};

(present ? describe : describe.skip)('real pictures (skipped where ../shared/samples is absent)', () => {
  test('say what the reconciled values of exiftool say', () => {
    const misses = files(expected('images.mwg.json')).flatMap((row) => {
      const facts = read(row.SourceFile);
      return Object.entries(RECONCILED).flatMap(([name, fact]) =>
        row[name] === undefined || (facts !== undefined && folded(fact(facts)) === folded(row[name]))
          ? []
          : [`${row.SourceFile} ${name}`],
      );
    });
    expect(misses).toEqual([]);
  });

  test('have the size that exiftool reads', () => {
    const misses = files(expected('images.exiftool-13.58.json')).filter((row) => {
      const facts = read(row.SourceFile);
      return facts?.width !== row['File:ImageWidth'] || facts?.height !== row['File:ImageHeight'];
    });
    expect(misses.map(({ SourceFile }) => SourceFile)).toEqual([]);
  });

  test('that were damaged on purpose are all answered', () => {
    const fuzzing = new URL('images/metadata-extractor/fuzzing/', samples);
    const damaged = readdirSync(fuzzing).filter((name) => name.endsWith('.fuzzed'));
    expect(damaged.length).toBeGreaterThan(0);
    for (const name of damaged) readPicture(readFileSync(new URL(encodeURIComponent(name), fuzzing)));
  });
});
