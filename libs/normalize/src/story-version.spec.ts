import { describe, expect, test } from '@jest/globals';
import { ORIGIN, rawStory } from './fixtures/raw-story.ts';
import { storyVersion } from './story-version.ts';

describe('storyVersion', () => {
  test.each([
    ['3', 3],
    ['0012', 12],
    ['1741050900', 1_741_050_900],
    [' 7 ', 7],
    ['1.2', 0],
    ['final', 0],
    ['-1', 0],
    [undefined, 0],
  ])('orders version %p by %p', (version, number) => {
    const raw = rawStory(version === undefined ? {} : { version });
    expect(storyVersion(raw, ORIGIN).order).toEqual([number, 0, 41]);
  });

  test.each([
    ['the version first', ['versionCreated', 'updated', 'published', 'firstCreated'], '2025-01-01T00:00:00Z'],
    ['then the update', ['updated', 'published', 'firstCreated'], '2025-01-02T00:00:00Z'],
    ['then the publication', ['published', 'firstCreated'], '2025-01-03T00:00:00Z'],
    ['then the creation', ['firstCreated'], '2025-01-04T00:00:00Z'],
  ])("takes the provider's time of %s", (_, names, expected) => {
    const days = { versionCreated: 1, updated: 2, published: 3, firstCreated: 4 };
    const given = Object.entries(days).filter(([name]) => names.includes(name));
    const times = Object.fromEntries(
      given.map(([name, day]) => [name, { raw: `2025-01-0${day}T00:00:00Z`, utc: `2025-01-0${day}T00:00:00Z` }]),
    );
    expect(storyVersion(rawStory({ times }), ORIGIN).order[1]).toBe(Date.parse(expected));
  });

  test('passes over a time that cannot be read', () => {
    const times = { versionCreated: { raw: 'soon' }, updated: { raw: 'x', local: '2025-03-04T09:15:00' } };
    expect(storyVersion(rawStory({ times }), ORIGIN).order[1]).toBe(Date.UTC(2025, 2, 4, 9, 15));
  });

  test('names a version alike wherever its record lies, and another one otherwise', () => {
    const raw = rawStory({ version: '2' });
    const name = storyVersion(raw, ORIGIN).versionId;
    expect(name).toMatch(/^[0-9a-f]{32}$/);
    expect(storyVersion(raw, { ...ORIGIN, offset: '99' }).versionId).toBe(name);
    expect(storyVersion({ ...raw, storySha256: '5b' }, ORIGIN).versionId).not.toBe(name);
    expect(storyVersion(rawStory({ version: '3' }), ORIGIN).versionId).not.toBe(name);
  });
});
