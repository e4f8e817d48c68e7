import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readDocument } from '#formats';
import { projectRoot } from './project-root.ts';
import { exampleSamples, fileSamples } from './samples.ts';

const samples = await exampleSamples(join(projectRoot(), 'examples'));

async function guidsOf(file: string): Promise<string[]> {
  const sample = samples.find((candidate) => basename(candidate.file) === file);
  if (sample === undefined) throw new Error(`${file} is not in the manifest`);
  const { stories } = readDocument(await readFile(sample.file), { mediaType: sample.contentType });
  return stories.map(({ guid }) => guid);
}

describe('the examples', () => {
  test.each(samples.map((sample) => [basename(sample.file)]))(
    '%s is read as one story without an issue',
    async (file) => {
      const sample = samples.find((candidate) => basename(candidate.file) === file);
      const { stories } = readDocument(await readFile(sample?.file ?? ''), { mediaType: sample?.contentType ?? '' });
      expect(stories.map(({ issues }) => issues)).toEqual([[]]);
    },
  );

  test('hold an update of the first one', async () => {
    expect(await guidsOf('harbour-lights-updated.txt')).toEqual(await guidsOf('harbour-lights.txt'));
  });

  test('hold a kill of another', async () => {
    expect(await guidsOf('orchard-prize-killed.newsml.xml')).toEqual(await guidsOf('orchard-prize.newsml.xml'));
  });
});

test('a file is declared as what its ending says', () => {
  const files = ['/a.json', '/b.XML', '/c.txt', '/d'];
  expect(fileSamples(files, 'p').map(({ contentType }) => contentType)).toEqual([
    'application/json',
    'application/xml',
    'text/plain',
    'text/plain',
  ]);
});
