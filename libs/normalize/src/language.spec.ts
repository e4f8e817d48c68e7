import { describe, expect, test } from '@jest/globals';
import { loadLanguageDetector, primaryLanguage } from './language.ts';

const detect = await loadLanguageDetector();

describe('loadLanguageDetector', () => {
  test.each([
    ['en', 'The new harbour bridge was opened to traffic on Tuesday, the city council said.'],
    ['de', 'Die neue Brücke über den Hafen wurde am Dienstag für den Verkehr freigegeben.'],
    ['fr', 'Le nouveau pont du port a été ouvert à la circulation mardi, a annoncé la mairie.'],
    ['es', 'El nuevo puente del puerto fue abierto al tráfico el martes, dijo el ayuntamiento.'],
    ['zh', '新的港口大桥于星期二正式通车，工程历时六年，市政府表示大桥设有两条车道。'],
  ])('knows %s', (language, text) => {
    expect(detect(text)).toBe(language);
  });

  test.each(['', 'OK', '1,024.50 +3.2 % 17:30', '12345 '.repeat(200)])('is not sure of %p', (text) => {
    expect(detect(text)).toBeUndefined();
  });
});

test.each([
  ['en', 'en'],
  ['en-GB', 'en'],
  ['ZH_hans', 'zh'],
  ['english', undefined],
  ['', undefined],
  [undefined, undefined],
])('the primary subtag of %p is %p', (tag, primary) => {
  expect(primaryLanguage(tag)).toBe(primary);
});
