import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Block, Concept, Story } from '#contracts';
import { readDocument } from '../read-document.ts';

const pairs = new URL('../../../../../shared/samples/wire/dpa-digitalwires/', import.meta.url);
const names = existsSync(pairs)
  ? readdirSync(new URL('output/', pairs)).flatMap((file) => (file.endsWith('.xml') ? [file.slice(0, -4)] : []))
  : [];

const read = (file: string): Story => {
  const [story] = readDocument(readFileSync(new URL(file, pairs))).stories;
  if (story === undefined) throw new Error('no story');
  return story;
};

/** The converter that wrote the NewsML-G2 leaves some things out; what it writes must be there in both. */
const lines = (story: Story, isPublic: boolean): string[] =>
  story.notes.filter((note) => note.public === isPublic).flatMap(({ text }) => text.split('\n').map(folded));
const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();
const words = (body: readonly Block[]): string[] =>
  body
    .filter(({ kind, text }) => kind !== 'embed' && folded(text) !== '')
    .map(({ kind, text }) => `${kind}: ${folded(text)}`);
const named = (concepts: readonly Concept[]): string[] =>
  concepts.map(({ name, scheme, code }) => `${name} ${scheme}:${code}`);

(names.length > 0 ? describe : describe.skip)('pairs of one story (skipped where ../shared/samples is absent)', () => {
  // A table must not be empty, not even one that is skipped.
  describe.each(names.length > 0 ? names : ['none'])('%s as digital wires and as NewsML-G2', (name) => {
    const [json, g2] = names.length === 0 ? [] : [read(`input/${name}.json`), read(`output/${name}.xml`)];
    const same = (member: (story: Story) => unknown) => expect(json && member(json)).toEqual(g2 && member(g2));

    test('has one identity, type, version, status and change', () => {
      same(({ guid, type, version, pubStatus, change }) => ({ guid, type, version, pubStatus, change }));
    });
    test('has the same times, embargo and urgency', () => {
      same(({ times: { transmitted: _, ...times }, urgency, language }) => ({ times, urgency, language }));
    });
    test('has the same headlines, byline, dateline, place and descriptions', () => {
      same(({ headlines }) => headlines.map(({ value }) => folded(value)));
      same(({ by, located, dateline }) => ({ by, located, dateline: dateline && folded(dateline.text) }));
      same(({ descriptions }) => descriptions.map(({ role, value }) => [role, folded(value)]));
    });
    test('has the same text', () => {
      same(({ body }) => words(body));
    });
    test('has the same subjects, places, keywords and makers', () => {
      if (json === undefined || g2 === undefined) return;
      for (const list of ['subjects', 'places', 'genres'] as const) {
        expect(named(json[list])).toEqual(expect.arrayContaining(named(g2[list])));
      }
      same(({ keywords }) => keywords);
      same(({ contributors }) => contributors);
    });
    test('has the same rights and sources', () => {
      same(({ copyrightNotice }) => copyrightNotice);
      // The converter writes `None` where there are no terms.
      if (g2?.usageTerms !== 'None') same(({ usageTerms }) => usageTerms);
      same(({ infoSources }) => infoSources.map(({ name, role }) => [name, role]));
    });
    test('has the same private notes, and the same public ones but for what only one of them says', () => {
      if (json === undefined || g2 === undefined) return;
      const [hidden, shown] = [lines(json, false), lines(json, true)];
      const publicOfG2 = new Set(lines(g2, true));
      expect(shown.filter((line) => !publicOfG2.has(line) && !line.startsWith('©'))).toEqual([]);
      expect(hidden.filter((line) => publicOfG2.has(line) && !shown.includes(line))).toEqual([]);
      const privateOfG2 = lines(g2, false).join('\n');
      expect(hidden.filter((line) => !privateOfG2.includes(line))).toEqual([]);
    });
    test('has the same pictures and links', () => {
      const tied = (story: Story) =>
        [
          ...story.relations.map(({ guid, href, title }) => [guid, href, title]),
          ...story.media.map(({ guid, headline, renditions: [file] }) => [guid ?? story.guid, file?.href, headline]),
        ]
          .map((tie) => tie.join(' '))
          .toSorted();
      same(tied);
    });
  });
});
