import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Story } from '#contracts';
import { readDocument } from '../read-document.ts';

const samples = new URL('../../../../../shared/samples/', import.meta.url);
const present = existsSync(samples);
const GENERATIONS = ['1.4', '2.1', '3.0'];

const read = (path: string): Story[] => readDocument(readFileSync(new URL(path, samples))).stories;
const one = (path: string): Story => {
  const [story] = read(path);
  if (story === undefined) throw new Error('no story');
  return story;
};

function filesOf(folder: string, end: string): string[] {
  if (!existsSync(new URL(folder, samples))) return [];
  return readdirSync(new URL(folder, samples), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(end))
    .map((file) => `${folder}${file}`);
}

const words = (text: string): string => text.replace(/\s+/g, ' ').trim();
/** The first text of an element in a source, read by hand. */
const said = (xml: string, name: string): string | undefined =>
  new RegExp(`<${name}[^>]*>([^<]*)</${name}>`).exec(xml)?.[1]?.trim();

(present ? describe : describe.skip)('NewsML 1 samples (skipped where ../shared/samples is absent)', () => {
  const releases = filesOf('iptc/ninjs/examples/NewsML/', '.xml');
  const pairs = releases
    .flatMap((file) =>
      GENERATIONS.map((generation): [string, string] => [
        file,
        file.replace('NewsML/', `${generation}/`).replace('.xml', '.json'),
      ]),
    )
    .filter(([, json]) => existsSync(new URL(json, samples)));

  test('press releases stand beside their conversions to ninjs', () => {
    expect(pairs.length).toBeGreaterThan(0);
  });

  test.each(pairs)('%s says what %s says', (xml, json) => {
    const [release, converted] = [one(xml), one(json)];
    expect(release.headlines[0]?.value).toBe(converted.headlines[0]?.value);
    expect(release.version).toBe(converted.version);
    expect(release.times.versionCreated?.utc).toBe(converted.times.versionCreated?.utc);
    expect(release.language).toBe(converted.language);
    const names = new Set(release.subjects.map(({ name }) => name));
    expect(converted.subjects.map(({ name }) => name).filter((name) => !names.has(name))).toEqual([]);
    const text = words(release.body.map((block) => block.text).join(' '));
    // The conversions keep the first paragraph alone.
    expect(text).toContain(words(converted.body.map((block) => block.text).join(' ')));
    const files = new Set(release.media.flatMap(({ renditions }) => renditions.map(({ href }) => href)));
    const lost = converted.media
      .flatMap(({ renditions }) => renditions.map(({ href }) => href))
      .filter((href) => !files.has(href));
    expect(lost).toEqual([]);
  });

  const items = filesOf('wire/afp-newsml12-arabic/', '.xml');

  test('wire items with and without pictures are read whole', () => {
    expect(items.length).toBeGreaterThan(0);
    for (const file of items) {
      const xml = readFileSync(new URL(file, samples), 'utf8');
      const story = one(file);
      const id = said(xml, 'PublicIdentifier');
      const version = said(xml, 'RevisionId');
      expect([file, `${story.guid}:${story.version}`, story.version]).toEqual([file, id, version]);
      expect(story.times.firstCreated).toMatchObject({ raw: said(xml, 'FirstCreated'), utc: expect.any(String) });
      expect(story.times.versionCreated).toMatchObject({
        raw: said(xml, 'ThisRevisionCreated'),
        utc: expect.any(String),
      });
      expect(story.headlines[0]?.value).toBe(said(xml, 'HeadLine')?.replace(/\s+/g, ' ') || undefined);
      const pictures = xml.match(/Duid="photo\d+"/g) ?? [];
      expect(story.media.map(({ captions, renditions }) => [captions.length, renditions.length > 0])).toEqual(
        pictures.map(() => [1, true]),
      );
      const shown = new Set(xml.match(/data-location="#photo\d+"/g) ?? []);
      expect(story.body.filter(({ kind }) => kind === 'media')).toHaveLength(shown.size);
      const codes = new Set(xml.match(/(?<=FormalName=")\d{8}(?=")/g) ?? []);
      expect(new Set(story.subjects.filter(({ scheme }) => scheme === 'subj').map(({ code }) => code))).toEqual(codes);
    }
  });

  test('items of all agencies have body, times and identifier', () => {
    const wire = filesOf('wire/', '').filter((file) => /\.xml$/i.test(file));
    const ours = wire.filter((file) =>
      /<(?:\w+:)?(?:nitf|NewsML)[\s>]/.test(readFileSync(new URL(file, samples), 'latin1').slice(0, 600)),
    );
    for (const file of ours) {
      for (const story of read(file)) {
        const { versionCreated, published } = story.times;
        expect([file, versionCreated?.raw ?? published?.raw]).toEqual([file, expect.any(String)]);
        expect([file, story.headlines.length + story.body.length + story.media.length]).not.toEqual([file, 0]);
      }
    }
    expect(ours.length).toBeGreaterThan(10);
  });
});
