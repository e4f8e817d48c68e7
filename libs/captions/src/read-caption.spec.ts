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
    [
      `${A} (U.S. Army photo by Staff Sgt. Rolf Amsel) (Released)`,
      'U.S. Army photo by Staff Sgt. Rolf Amsel',
      'Rolf Amsel',
      'U.S. Army',
    ],
    [`${A} Staff photo by Rolf Amsel`, 'Staff photo by Rolf Amsel', 'Rolf Amsel', undefined],
    [`${A} Photo by - /AFP via Getty Images`, 'AFP via Getty Images', undefined, 'Getty Images'],
    [`${A} (Photo by Rolf AMSEL / ANP / AFP) / Netherlands OUT`, 'Rolf AMSEL / ANP / AFP', 'Rolf AMSEL', 'AFP'],
    [`${A} @zendawatch/via REUTERS`, '@zendawatch/via REUTERS', '@zendawatch', 'Reuters'],
    [`${A} Action Images via Reuters/Rolf Amsel`, 'Action Images via Reuters/Rolf Amsel', 'Rolf Amsel', 'Reuters'],
    [`${A} Rolf Amsel for The Zenda Times`, 'Rolf Amsel for The Zenda Times', 'Rolf Amsel', 'The Zenda Times'],
    [`${A} AFP - ROLF AMSEL`, 'AFP - ROLF AMSEL', 'ROLF AMSEL', 'AFP'],
    [`${A} Image source, Getty Images`, 'Getty Images', undefined, 'Getty Images'],
    [`${A} Courtesy of Rolf Amsel`, 'Courtesy of Rolf Amsel', undefined, undefined],
    [`${A} Crown copyright`, 'Crown copyright', undefined, 'Crown copyright'],
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

  test('marks a handout', () => {
    expect(readCaption(`${A} Zenda Police/Handout via REUTERS`).handout).toBe(true);
    expect(readCaption('This photo provided by Zenda Police shows a bridge.').handout).toBe(true);
    expect(readCaption(A)).not.toHaveProperty('handout');
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
        ['Anna Berg', 'left'],
        ['Tom Vale', 'center'],
        ['Rosa Lind', '2nd right'],
      ],
    ],
    [
      'Anna Berg, left, and Tom Vale, at right, dance.',
      [
        ['Anna Berg', 'left'],
        ['Tom Vale', 'right'],
      ],
    ],
    [
      'From left: Anna Berg, Tom Vale and Rosa Lind at a show.',
      [
        ['Anna Berg', '1st from left'],
        ['Tom Vale', '2nd from left'],
        ['Rosa Lind', '3rd from left'],
      ],
    ],
    ['Ruritanian President Hugo Stern speaks.', [['Hugo Stern', undefined, 'Ruritanian President']]],
    ['U.S. Secretary of State Hugo Stern speaks.', [['Hugo Stern', undefined, 'U.S. Secretary of State']]],
    ['Hugo Stern (2nd L), CEO of Stern Motors, smiles.', [['Hugo Stern', '2nd left', 'CEO of Stern Motors']]],
    ['Tom Vale #23 of the Hentzau Bears shoots.', [['Tom Vale']]],
    ["Ruritania's Tom Vale celebrates a point against Hentzau's Rolf Lind.", [['Tom Vale']]],
    ["Ruritania's Prime Minister Hugo Stern speaks.", [['Hugo Stern', undefined, "Ruritania's Prime Minister"]]],
    ['Bank of Ruritania Governor Hugo Stern speaks.', [['Hugo Stern', undefined, 'Bank of Ruritania Governor']]],
    ['Mayor of Streslau Oddvar Krahn speaks.', [['Oddvar Krahn', undefined, 'Mayor of Streslau']]],
    ['Queen Flavia and King Rudolf V wave.', [['Queen Flavia'], ['King Rudolf V']]],
    ['Ruritanian cleric Haydar al-Musawi delivers a sermon.', [['Haydar al-Musawi', undefined, 'Ruritanian cleric']]],
    [
      'Oddvar Krahn, from left, Gro Tveit and Siv Aune pose.',
      [
        ['Oddvar Krahn', '1st from left'],
        ['Gro Tveit', '2nd from left'],
        ['Siv Aune', '3rd from left'],
      ],
    ],
    [
      'V.l.n.r.: Oddvar Krahn (CDU), Gro Tveit (SPD)',
      [
        ['Oddvar Krahn', '1st from left'],
        ['Gro Tveit', '2nd from left'],
      ],
    ],
    [
      'Oddvar Krahn and Gro Tveit, left and right, founded it.',
      [
        ['Oddvar Krahn', 'left'],
        ['Gro Tveit', 'right'],
      ],
    ],
    ['Gro Tveit meets her counterpart Siv Aune (not pictured).', [['Gro Tveit']]],
    [
      'Hugo Stern speaks at a rally as his wife, Siv Aune, looks on.',
      [['Hugo Stern'], ['Siv Aune', undefined, 'wife']],
    ],
    [
      'Gov. Gro Tveit, right, hands a pen to Rep. Siv Aune.',
      [
        ['Gro Tveit', 'right', 'Gov.'],
        ['Siv Aune', undefined, 'Rep.'],
      ],
    ],
    [
      'Zenda Bears guard Oddvar Krahn drives past Streslau Jazz forward Tom Vale.',
      [
        ['Oddvar Krahn', undefined, 'Zenda Bears guard'],
        ['Tom Vale', undefined, 'Streslau Jazz forward'],
      ],
    ],
    ['Supporters of ousted president Hugo Stern march.', []],
    ['The logo of Karvelo Motors is seen on a wall.', []],
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
    ['03.04.2021, Hessen, Frankfurt/Main: Regen.', 'Hessen, Frankfurt/Main', '2021-04-03'],
    ['LONDON, ENGLAND - APRIL 03: Rain falls on April 3, 2021.', 'LONDON, ENGLAND', '2021-04-03'],
    ['Oslo 20210403. Regn.', 'Oslo', '2021-04-03'],
    ['Tennis - Zenda Open - Old Courts, Zenda, Ruritania - April 3, 2021 Rain', 'Zenda, Ruritania', '2021-04-03'],
    ['Rain in the capital Zenda on April 3, 2021.', 'Zenda', '2021-04-03'],
    [
      "Rain in Chengdu, southwest China's Sichuan Province, April 3, 2021.",
      "Chengdu, southwest China's Sichuan Province",
      '2021-04-03',
    ],
    ['A debate on a war, which began on Monday, 3 April 2021.', undefined, undefined],
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

  test.each([
    'a',
    ' ',
    'A ',
    'A. ',
    '(',
    '/',
    ', left',
    'President ',
    '1.',
    '*',
    'in Rome, ',
    'John Roe (R) and ',
    'A - ',
    'FILE - ',
    'A/',
    'ROMANIA OUT ',
    'as President Roe, ',
    'Mayor of the ',
    'photo by A ',
    'from left, ',
  ])('of 100 kB made of %j is read in linear time', (piece) => {
    const line = piece.repeat(Math.ceil(100_000 / piece.length));
    readCaption(line);
    const start = performance.now();
    readCaption(line);
    expect(performance.now() - start).toBeLessThan(50);
  });
});
