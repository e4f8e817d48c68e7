import { describe, expect, test } from '@jest/globals';
import { minHash, similarity } from './min-hash.ts';
import { wordsOf } from './words.ts';

const BRIDGE = `The new harbour bridge of Ostvik was opened to traffic on Tuesday, six years after the first pile was
driven, the city council said. It carries two lanes, a tram line and a path for bicycles. A toll of fifteen crowns is to
be paid until the loan is settled. Nobody will miss the ferry, the mayor told a crowd on the quay, but its captain said
he would. The old boat goes to the museum of the town, where children may steer it on Sundays.`;
const HARVEST = `Farmers in the valley of the Lune expect the best apple harvest in a decade after a mild spring and a
wet summer, the growers' union reported. Prices are likely to fall by a fifth. Pickers are hard to find, so schools have
been asked to begin their autumn holidays a week early. Cider makers welcomed the news and ordered new barrels.`;

function signature(text: string): string {
  const found = minHash(wordsOf(text));
  if (found === undefined) throw new Error('the text is too short');
  return found;
}

describe('minHash', () => {
  test('says that equal texts are equal, whatever their case and punctuation', () => {
    const shouted = BRIDGE.toUpperCase().replaceAll(',', ' –');
    expect(similarity(signature(BRIDGE), signature(shouted))).toBe(1);
  });

  test.each([
    ['cut at its end', BRIDGE.slice(0, BRIDGE.indexOf('The old boat'))],
    [
      'with a paragraph inside',
      BRIDGE.replace('Nobody', 'It rained on the day, and umbrellas were sold out.\n\nNobody'),
    ],
  ])('finds a text again %s', (_, text) => {
    expect(similarity(signature(BRIDGE), signature(text))).toBeGreaterThanOrEqual(0.5);
  });

  test('tells different texts apart', () => {
    expect(similarity(signature(BRIDGE), signature(HARVEST))).toBeLessThan(0.2);
  });

  test('estimates the share of common shingles within its error', () => {
    const words = (from: number) => Array.from({ length: 400 }, (_, index) => `word${from + index}`).join(' ');
    expect(Math.abs(similarity(signature(words(0)), signature(words(133))) - 0.5)).toBeLessThan(0.2);
  });

  test('reads a text written without spaces', () => {
    const text = '新的港口大桥于星期二正式通车，工程历时六年，市政府表示大桥设有两条车道和一条电车线。';
    expect(similarity(signature(text), signature(`${text}渡轮将被送往博物馆。`))).toBeGreaterThanOrEqual(0.5);
  });

  test('has 64 bins of 32 bits, and none for a text under 20 words', () => {
    expect(Buffer.from(signature(BRIDGE), 'base64')).toHaveLength(256);
    expect(minHash(wordsOf('one two three '.repeat(6)))).toBeUndefined();
  });

  test('is compared with nothing that is no signature', () => {
    expect(similarity('', signature(BRIDGE))).toBe(0);
  });

  test('stays the same over releases', () => {
    expect(signature(BRIDGE).slice(0, 24)).toBe('5M55IStVQoNy2wrluWHTRgDo');
  });
});
