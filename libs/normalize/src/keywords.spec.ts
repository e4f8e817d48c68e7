import { describe, expect, test } from '@jest/globals';
import { keywordsOf } from './keywords.ts';
import { wordsOf } from './words.ts';

const TEXT = `The bridge of Ostvik was opened on Tuesday. The bridge has a toll, said Haug. The toll is small, Haug said.
Bridge traffic was slow. Ostvik had waited for years, and years are long. In 2025 and 2025 it was closed.`;

function names(text: string, headline: string, language: string | undefined): string[] {
  return keywordsOf(wordsOf(text), headline, language).map(({ name }) => name);
}

describe('keywordsOf', () => {
  test('takes words said often, and leaves names, stop words and numbers', () => {
    expect(names(TEXT, 'A long wait ends', 'en')).toEqual(['bridge', 'toll']);
  });

  test('counts a word of the headline more', () => {
    expect(names(TEXT, 'Traffic is back', 'en')).toEqual(['bridge', 'traffic', 'toll']);
  });

  test('is surer of a word said more often', () => {
    const [bridge, toll] = keywordsOf(wordsOf(TEXT), '', 'en');
    expect(bridge?.confidence).toBeGreaterThan(toll?.confidence ?? 100);
  });

  test('keeps German nouns', () => {
    expect(names('Heute wurde die Brücke geöffnet. Über die Brücke fahren viele.', '', 'de')).toEqual(['brücke']);
  });

  test('drops elided articles and genitives', () => {
    expect(names("On dit que l'hôpital ouvre. Les patients de l’hôpital attendent.", '', 'fr')).toEqual(['hôpital']);
  });

  test.each([undefined, 'ja'])('finds none in a language without stop words: %p', (language) => {
    expect(names(TEXT, '', language)).toEqual([]);
  });
});
