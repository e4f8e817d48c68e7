import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Story } from '#contracts';
import { readDocument } from '../read-document.ts';

const wire = new URL('../../../../../shared/samples/wire/', import.meta.url);
const present = existsSync(wire);
const list = (folder: string): string[] => (present ? readdirSync(new URL(folder, wire)) : []);
const stories = (path: string): Story[] => {
  const bytes = readFileSync(new URL(path.split('/').map(encodeURIComponent).join('/'), wire));
  return readDocument(bytes).stories;
};

/** All that readers get of a story, as one text. */
function publicText(story: Story): string {
  const { notes, ...rest } = story;
  return JSON.stringify([rest, notes.filter((note) => note.public)]);
}

/** A story without its text, which some of the files leave out. */
const described = ({ body: _body, ...rest }: Story) => rest;

(present ? describe : describe.skip)('feeds of agencies (skipped where ../shared/samples is absent)', () => {
  const dpa = 'dpa-basisdienst-20170629/';

  test('dpa: every item keeps what is not public out of what readers get', () => {
    const leaks: string[] = [];
    for (const file of list(dpa)) {
      const source = readFileSync(new URL(dpa + encodeURIComponent(file), wire), 'utf8');
      const secrets = [...source.matchAll(/pubconstraint="[^"]*nonpublic"[^>]*>([^<]{12,})</g)].map(
        ([, text = '']) => text,
      );
      const told = stories(dpa + file)
        .map(publicText)
        .join('');
      for (const secret of secrets)
        if (told.includes(JSON.stringify(secret).slice(1, -1))) leaks.push(`${file}: ${secret}`);
    }
    expect(list(dpa).length).toBeGreaterThan(50);
    expect(leaks).toEqual([]);
  });

  test('APA: an item is the same in every version of the schema', () => {
    const families = new Map<string, Map<string, string>>();
    for (const file of list('apa-xml-newsml-g2/')) {
      const [, name = '', version = ''] = /^(.+)_(2\.\d+)\.xml$/.exec(file) ?? [];
      if (name === '') continue;
      const read = JSON.stringify(stories(`apa-xml-newsml-g2/${file}`).map(described));
      families.set(name, (families.get(name) ?? new Map<string, string>()).set(version, read));
    }
    expect(families.size).toBeGreaterThan(3);
    const differing = [...families].filter(([, versions]) => new Set(versions.values()).size > 1).map(([name]) => name);
    expect(differing).toEqual([]);
  });

  test('Reuters: a kill has the key of the correction before it', () => {
    const [correction, kill] = [978556838, 1542761538].map(
      (version) => stories(`superdesk-core/tag_reuters.com_2016_newsml_L1N14N0FF_version_${version}`)[0],
    );
    expect([correction?.change, kill?.change]).toEqual(['correction', 'kill']);
    expect(kill?.guid).toBe(correction?.guid);
    expect(kill?.body).toEqual([]);
  });

  test('Reuters: a package has its members in order, each with the role of its group', () => {
    const [story] = stories('superdesk-core/tag_reuters.com_2014_newsml_KBN0FL0NM_version_10');
    expect(story?.relations.map(({ rel, role, type }) => `${rel} ${role} ${type}`)).toEqual([
      'member Main text',
      'member Main picture',
      'member Main picture',
      'member Main picture',
      'member sidebars_0 text',
    ]);
  });
});
