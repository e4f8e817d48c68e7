import { describe, expect, test } from '@jest/globals';
import { loadEntityFinder } from './entity-finder.ts';

const find = await loadEntityFinder();
const TEXT =
  'Lena Haug said in Oslo, Norway, that "the World Health Organization" would help.\n\nPresident Anna Smith’s visit to Paris was short.';

describe('loadEntityFinder', () => {
  test('finds people, organisations and places in reading order', () => {
    const found = find(TEXT, 'en-GB').map(({ kind, name }) => `${kind} ${name}`);
    expect(found).toEqual([
      'person Lena Haug',
      'place Oslo, Norway',
      'organisation World Health Organization',
      'person Anna Smith',
      'place Paris',
    ]);
  });

  test('says where in the text each name stands', () => {
    for (const { name, start, end } of find(TEXT, 'en')) expect(TEXT.slice(start, end)).toBe(name);
  });

  test.each(['de', undefined])('finds none in a language it does not know: %p', (language) => {
    expect(find(TEXT, language)).toEqual([]);
  });

  test.each(['', '\ud800', '....', '"""" ,,,', 'x'.repeat(10_000)])('takes any text', (text) => {
    expect(find(text, 'en')).toEqual([]);
  });
});

test('ends a name where a bracket opens', () => {
  const found = find('ALDER JUNCTION (Northline) - The mayor of Oslo (Norway) spoke.', 'en').map(({ name }) => name);
  for (const name of found) expect(name).not.toMatch(/[([]/);
  expect(found.length).toBeGreaterThan(0);
});
