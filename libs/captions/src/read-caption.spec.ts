import { describe, expect, test } from '@jest/globals';
import { readCaption } from './read-caption.ts';

const A = 'A bridge is opened in Zenda.';

describe('credits', () => {
  test.each([
    [`${A} /VCG Photo`, 'VCG Photo', undefined, 'VCG'],
    [`${A} REUTERS/Rolf Amsel`, 'REUTERS/Rolf Amsel', 'Rolf Amsel', 'Reuters'],
    [`${A} REUTERS/Rolf Amsel/File Photo`, 'REUTERS/Rolf Amsel', 'Rolf Amsel', 'Reuters'],
    [`${A} REUTERS/Stringer`, 'REUTERS/Stringer', undefined, 'Reuters'],
    [`${A} Rolf Amsel/Pool via REUTERS`, 'Rolf Amsel/Pool via REUTERS', 'Rolf Amsel', 'Reuters'],
    [`${A} (AP Photo/Rolf Amsel, File)`, 'AP Photo/Rolf Amsel', 'Rolf Amsel', 'AP'],
    [`${A} Rolf Amsel/AFP via Getty Images`, 'Rolf Amsel/AFP via Getty Images', 'Rolf Amsel', 'Getty Images'],
    [`${A} (Photo by Rolf AMSEL / AFP)`, 'Rolf AMSEL / AFP', 'Rolf AMSEL', 'AFP'],
    [`${A} AFP PHOTO / ROLF AMSEL`, 'AFP PHOTO / ROLF AMSEL', 'ROLF AMSEL', 'AFP'],
    [`${A} EPA/ROLF AMSEL`, 'EPA/ROLF AMSEL', 'ROLF AMSEL', 'EPA'],
    [`${A} [Photo/Xinhua]`, 'Xinhua', undefined, 'Xinhua'],
    [`${A} [File: Reuters]`, 'Reuters', undefined, 'Reuters'],
    [`${A} Foto: Rolf Amsel/dpa`, 'Rolf Amsel/dpa', 'Rolf Amsel', 'dpa'],
    [`${A}Credit: EPA`, 'EPA', undefined, 'EPA'],
    [`${A}Credit...Rolf Amsel/Zenda Times`, 'Rolf Amsel/Zenda Times', 'Rolf Amsel', 'Zenda Times'],
    [`${A} Courtesy of Zenda Ballet`, 'Courtesy of Zenda Ballet', undefined, 'Zenda Ballet'],
    [`${A} Screenshot via CCTV`, 'Screenshot via CCTV', undefined, 'CCTV'],
    [`${A} (Handout)`, 'Handout', undefined, undefined],
    [`${A} Rolf Amsel/Getty Images`, 'Rolf Amsel/Getty Images', 'Rolf Amsel', 'Getty Images'],
    [`${A} CFP`, 'CFP', undefined, 'CFP'],
    [`${A} /Zenda Photo`, 'Zenda Photo', undefined, 'Zenda Photo'],
    [`${A} /Northline`, 'Northline', undefined, 'Northline'],
    [`${A} /Rolf Amsel`, 'Rolf Amsel', 'Rolf Amsel', undefined],
  ])('splits %j', (line, credit, photographer, agency) => {
    const read = readCaption(line);
    expect([read.caption, read.credit, read.photographer, read.agency]).toEqual([A, credit, photographer, agency]);
  });

  test.each([A, 'A sign (in blue) at the gate (north side)', 'The ship sails on. Nobody waves.', '', ' '])(
    'finds no credit in %j',
    (line) => expect(readCaption(line)).not.toHaveProperty('credit'),
  );

  test('takes page furniture and usage notes off both ends', () => {
    const read = readCaption(
      `2of5${A} REUTERS/Rolf Amsel ATTENTION EDITORS - THIS IMAGE WAS PROVIDED BY A THIRD PARTY.`,
    );
    expect(read).toMatchObject({ caption: A, photographer: 'Rolf Amsel' });
  });

  test('marks a file picture', () => {
    expect(readCaption(`FILE PHOTO: ${A}`).archive).toBe(true);
    expect(readCaption(`${A} REUTERS/Rolf Amsel/File Photo`).archive).toBe(true);
    expect(readCaption(A)).not.toHaveProperty('archive');
  });

  test('says when a credit was not understood', () => {
    expect(readCaption(`${A} (Handout)`).issues).toEqual([{ code: 'credit-not-understood' }]);
  });
});

describe('people', () => {
  test.each([
    [
      'Anna Berg (L), Tom Vale (C) and Rosa Lind (2nd R) pose.',
      [
        ['Anna Berg', 'L'],
        ['Tom Vale', 'C'],
        ['Rosa Lind', '2nd R'],
      ],
    ],
    [
      'Anna Berg, left, and Tom Vale, at right, dance.',
      [
        ['Anna Berg', 'left'],
        ['Tom Vale', 'at right'],
      ],
    ],
    [
      'From left: Anna Berg, Tom Vale and Rosa Lind at a show.',
      [
        ['Anna Berg', 'From left'],
        ['Tom Vale', 'From left'],
        ['Rosa Lind', 'From left'],
      ],
    ],
    ['Ruritanian President Hugo Stern speaks.', [['Hugo Stern', undefined, 'Ruritanian President']]],
    ['U.S. Secretary of State Hugo Stern speaks.', [['Hugo Stern', undefined, 'U.S. Secretary of State']]],
    ['Hugo Stern (2nd L), CEO of Stern Motors, smiles.', [['Hugo Stern', '2nd L', 'CEO of Stern Motors']]],
    ['Tom Vale #23 of the Hentzau Bears shoots.', [['Tom Vale']]],
    ["Ruritania's Tom Vale celebrates a point against Hentzau's Rolf Lind.", [['Tom Vale']]],
    ['Protesters gather before a speech by President Stern.', []],
    ['A goat in the village of Exampleton (background).', []],
    ['Zenda Central Hospital in winter.', []],
  ])('reads %j', (line, people) => {
    expect(readCaption(line).people.map((p) => [p.name, p.position, p.title])).toEqual(
      people.map(([name, position, title]) => [name, position, title]),
    );
  });
});

describe('place and date', () => {
  test.each([
    ['Snow at the Grand Hotel in Hanoi, Vietnam, February 8, 2021.', 'Hanoi, Vietnam', '2021-02-08'],
    ['A meeting at the House of Arts, Pyongyang, DPRK, March 2, 2021.', 'Pyongyang, DPRK', '2021-03-02'],
    ['Rain on Tuesday, Nov. 9, 2021, in Columbia, S.C.', 'Columbia, S.C.', '2021-11-09'],
    ['Rain in Zenda on 3 April 2021.', 'Zenda', '2021-04-03'],
    ['Rain in Berlin, 03.04.2021.', 'Berlin', '2021-04-03'],
    ['The bridge in January 2020.', undefined, '2020-01'],
    ['The bridge in February 30, 2020.', undefined, undefined],
    ['The bridge last week, built 1999.', undefined, undefined],
  ])('reads %j', (line, place, date) => {
    const read = readCaption(line);
    expect([read.place, read.date]).toEqual([place, date]);
  });

  test('says where each part stands in the line', () => {
    const line = ' Hugo Stern (R) speaks in Hanoi, Vietnam, May 9, 2021. /VCG Photo';
    const { spans } = readCaption(line);
    const cut = (span?: { start: number; end: number }) => span && line.slice(span.start, span.end);
    expect([...spans.people, spans.place, spans.date, spans.credit].map(cut)).toEqual([
      'Hugo Stern',
      'Hanoi, Vietnam',
      'May 9, 2021',
      'VCG Photo',
    ]);
  });
});

describe('any line', () => {
  const parts = [
    'REUTERS/',
    ' (R) ',
    ', left,',
    'Hugo ',
    'President ',
    '(',
    ')',
    '/VCG Photo',
    '. ',
    'in Rome, ',
    'March 3, 2020',
    '\0',
    '\ud800',
    '__proto__',
    '…',
    '\n',
    '© ',
    'via ',
    'FILE PHOTO: ',
  ];
  const lines = Array.from({ length: 3000 }, (_, n) =>
    Array.from({ length: 1 + (n % 13) }, (_, i) => parts[(n * 7 + i * (1 + (n % 17)) * 5) % parts.length]).join(''),
  );

  test('is read without a fault, and every word of caption and credit stands in it', () => {
    for (const line of lines) {
      const { caption, credit = '' } = readCaption(line);
      for (const word of `${caption} ${credit}`.split(/\s+/)) expect(line).toContain(word);
    }
  });

  test.each(['a', ' ', 'A ', 'A. ', '(', '/', ', left', 'President ', '1.', '*', 'in Rome, ', 'John Roe (R) and '])(
    'of 100 kB made of %j is read in linear time',
    (piece) => {
      const line = piece.repeat(Math.ceil(100_000 / piece.length));
      readCaption(line);
      const start = performance.now();
      readCaption(line);
      expect(performance.now() - start).toBeLessThan(50);
    },
  );
});
