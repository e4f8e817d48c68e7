import { describe, expect, test } from '@jest/globals';
import { blocksFromHtml } from '../html-blocks.ts';
import { readByline } from './byline.ts';
import { dateTimeGroup } from './date-time-group.ts';
import { readDateline } from './dateline.ts';
import { withoutDeskTail } from './desk-tail.ts';
import { oldCharsetText } from './old-charsets.ts';
import { textBlocks } from './text-blocks.ts';
import { changeIn, isLabel, splitLabel } from './version-words.ts';
import { isWrapped, unwrapped, wrapWidth } from './wrapped-lines.ts';

const PROSE = [
  'The lamps along the old harbour of Port Maren were lit again on',
  'Tuesday evening, nine winters after a storm had torn the cable of the',
  'north-eastern quay. The mayor said that the town had got used to the',
  'dark, and that this was the worst of it.',
];

describe('wrapped lines', () => {
  test('are whole again where the next word had no room', () => {
    expect(wrapWidth(PROSE)).toBe(69);
    expect(isWrapped(PROSE, 69)).toBe(true);
    expect(unwrapped(PROSE, 69)).toEqual([PROSE.join(' ')]);
  });

  test('stay apart where they were ended on purpose', () => {
    const list = [
      '2.90 Lamp',
      '4.20 Kite',
      '5.00 Quay',
      'A line that is as long as the lines of the text above it are.',
    ];
    expect(isWrapped(list, 60)).toBe(false);
    expect(unwrapped(list, 60)).toEqual(list);
  });

  test.each([
    [['Maren and the south-', 'west quay'], 'Maren and the south-west quay'],
    [['Die Ost- und West-', 'und Nordmole'], 'Die Ost- und West- und Nordmole'],
    [['The lamps -', 'nine of them'], 'The lamps - nine of them'],
  ])('%j are joined as "%s"', (lines, whole) => {
    expect(unwrapped(lines, 15)).toEqual([whole]);
  });

  test('have no width where every paragraph is a line', () => {
    expect(wrapWidth(['x'.repeat(400), 'y'.repeat(300)])).toBeUndefined();
  });
});

describe('blocks of a text', () => {
  const blocks = (text: string) => textBlocks(text.split('\n'), 69).map(({ kind, text: words }) => [kind, words]);

  test('are cut at blank lines and at indented ones', () => {
    expect(blocks('   One lamp.\n   Two lamps.\n\nThree.\n   Four.\n\n  a\n  b\n  c')).toEqual([
      ['paragraph', 'One lamp.'],
      ['paragraph', 'Two lamps.'],
      ['paragraph', 'Three.'],
      ['paragraph', 'Four.'],
      ['paragraph', 'a\nb\nc'],
    ]);
  });

  test('are lists, numbered lines and columns', () => {
    expect(blocks('Cost:\n- one\n  more\n- two\nThen on.\n\n1. A\n2. B\n\nLamp    2\nKite   13')).toEqual([
      ['paragraph', 'Cost:'],
      ['list', 'one more\ntwo'],
      ['paragraph', 'Then on.'],
      ['paragraph', '1. A\n2. B'],
      ['preformatted', 'Lamp    2\nKite   13'],
    ]);
  });

  test('leave two blanks after a sentence alone', () => {
    expect(blocks('It is lit.  It is.\nIt was dark.  It was.')[0]?.[0]).toBe('paragraph');
  });

  test('are what their HTML gives', () => {
    const given = textBlocks(['A <b> & c', '', '- x', '- y', '', 'a   1', ' b  2'], 69);
    expect(blocksFromHtml(given.map(({ html }) => html).join(''))).toEqual(given);
  });
});

test.each([
  ['131137 GMT Nov 13', '2013-11-13T11:37:00Z'],
  ['131137Z NOV 2013', '2013-11-13T11:37:00Z'],
  ['131137 Nov 13 CET', '2013-11-13T10:37:00Z'],
  ['291635 +0200 Juin 17', '2017-06-29T14:35:00Z'],
  ['12-NOV-18 12:34', '2018-11-12T12:34:00'],
  ['29. Dez. 2017 16.35', '2017-12-29T16:35:00'],
  ['29.06.2017 16:35 MESZ', '2017-06-29T14:35:00Z'],
  ['1137 GMT 13 Nov 13', '2013-11-13T11:37:00Z'],
  ['1859UTC 15 July 2018', '2018-07-15T18:59:00Z'],
  ['11-13-98 0713EST', '1998-11-13T12:13:00Z'],
  ['11-13-98 0713', undefined],
  ['310000 Feb 18', undefined],
  ['132500 Nov 13', undefined],
  ['131137 Foo 13', undefined],
])('the date-time group "%s" is %s', (line, expected) => {
  const time = dateTimeGroup(line);
  expect(time?.utc ?? time?.local).toBe(expected);
});

test.each([
  ['Port Maren (xna) - Nine', { text: 'Port Maren (xna) -', place: 'Port Maren', agency: 'xna' }],
  ['SUND, Norvik (XP) — Nine', { text: 'SUND, Norvik (XP) —', place: 'SUND, Norvik', agency: 'XP' }],
  ['Maren, Mar 25 (Xna) - Nine', { text: 'Maren, Mar 25 (Xna) -', place: 'Maren', date: 'Mar 25', agency: 'Xna' }],
  ['Maren (ats afp) Neuf', { text: 'Maren (ats afp)', place: 'Maren', agency: 'ats afp' }],
  ['(ANSA) - SUND, 12 NOV - Nove', { text: '(ANSA) - SUND, 12 NOV -', place: 'SUND', date: '12 NOV', agency: 'ANSA' }],
  ['SUND, March 21. /XTS/. The', { text: 'SUND, March 21. /XTS/.', place: 'SUND', date: 'March 21', agency: 'XTS' }],
  ['SUND, Jul 16 XNA - The', { text: 'SUND, Jul 16 XNA -', place: 'SUND', date: 'Jul 16', agency: 'XNA' }],
  ['Black Lamp (NVK) 58.0', undefined],
  ['The mayor (a former lamp maker) - no friend of the dark - left.', undefined],
  ['The mayor (left) - no friend of the dark - left.', undefined],
  ['Nine lamps - of ten - are lit.', undefined],
])('the dateline of "%s"', (paragraph, expected) => {
  const found = readDateline(paragraph);
  expect(found).toEqual(expected);
});

test.each([
  ['By RUBEN SOL and Ida Falk', ['RUBEN SOL', 'Ida Falk'], ['person', 'person']],
  ['Von Ida Falk, dpa', ['Ida Falk', 'dpa'], ['person', 'organisation']],
  ['Par Tilda de Brandt', ['Tilda de Brandt'], ['person']],
  ['By The Example Press', ['The Example Press'], ['organisation']],
])('the byline "%s" names %j', (line, names, kinds) => {
  const { contributors } = readByline(line) ?? { contributors: [] };
  expect(contributors.map(({ name }) => name)).toEqual(names);
  expect(contributors.map(({ kind }) => kind)).toEqual(kinds);
});

test.each([
  'By the time the lamps were lit again the whole town stood at the quay',
  'Von hier aus.',
  'Von der Fähre springt er ins Wasser',
  'By night',
  'Byron',
])('"%s" is no byline', (line) => expect(readByline(line)).toBeUndefined());

test.each([
  ['REFILE', true, 'refile'],
  ['1ST LEAD', true, 'update'],
  ['(Zusammenfassung 2)', true, 'update'],
  ['1. Lead', true, 'update'],
  ['KORREKTUR', true, 'correction'],
  ['EIL', true, undefined],
  ['EILMELDUNG', true, undefined],
  ['Hintergrund', true, undefined],
  ['Lead singer of the Lamps dies at 91', false, 'update'],
  ['LEAD PAINT FOUND IN LAMPS', false, 'update'],
  ['HOLD RELEASED', true, 'release'],
  ['MANDATORY KILL', true, 'kill'],
  ['1430', false, undefined],
  ['Lamps lit again', false, undefined],
])('"%s" is a label: %s, and means %s', (line, label, change) => {
  expect(isLabel(line)).toBe(label);
  expect(changeIn(line)).toBe(change);
});

test.each([
  ['KILL: Lamps lit', { label: 'KILL', headline: 'Lamps lit' }],
  ['(Korrektur) Lampen brennen', { label: 'Korrektur', headline: 'Lampen brennen' }],
  ['UPDATE 2-Lamps lit', { label: 'UPDATE 2', headline: 'Lamps lit' }],
  ['EU-Lampen brennen', { headline: 'EU-Lampen brennen' }],
  ['NORVIK: Lamps lit', { headline: 'NORVIK: Lamps lit' }],
  ['Kill: a film about lamps', { headline: 'Kill: a film about lamps' }],
])('the headline "%s" is parted from its label', (headline, expected) => {
  expect(splitLabel(headline)).toEqual(expected);
});

describe('old character sets', () => {
  const read = (text: string, charset = 'utf-8') => oldCharsetText({ text, charset });

  test('the German ISO 646 is read where its words are evident', () => {
    expect(read('Der Minister f}r H{fen m}sste |ffentlich gr}~en.')).toBe(
      'Der Minister für Häfen müsste öffentlich grüßen.',
    );
    expect(read('a[1] = {x: 1} || f}r ~ y')).toBe('a[1] = {x: 1} || f}r ~ y');
    expect(read('Grüße f}r die m}ssen')).toBe('Grüße f}r die m}ssen');
  });

  test('code page 850 is read where windows-1252 makes no words', () => {
    const dos = Buffer.from([0x46, 0x84, 0x68, 0x72, 0x65, 0x20, 0x66, 0x81, 0x72, 0x20, 0x4d, 0x94, 0x77, 0x65]);
    expect(read(new TextDecoder('windows-1252').decode(dos), 'windows-1252')).toBe('Fähre für Möwe');
    expect(read('lamps—which were lit—burn…now', 'windows-1252')).toBe('lamps—which were lit—burn…now');
    expect(read('„Fähre“ – für 5 € … Möwen', 'windows-1252')).toBe('„Fähre“ – für 5 € … Möwen');
  });
});

test('sign-offs and contacts leave the end of a body, and only that', () => {
  const lines =
    'One (XNA/rs) lamp.\n\nCall +00 30 5550 100 for lamps, said the mayor.\n\nTwo.\n\nTel: +00 30 5550 123\n\nxna rs if';
  const { body, notes } = withoutDeskTail(textBlocks(lines.split('\n'), undefined), ['xna']);
  expect(body.map(({ text }) => text)).toEqual([
    'One (XNA/rs) lamp.',
    'Call +00 30 5550 100 for lamps, said the mayor.',
    'Two.',
  ]);
  expect(notes).toEqual([
    { role: 'contacts', text: 'Tel: +00 30 5550 123', public: false },
    { role: 'sign-off', text: 'xna rs if', public: false },
  ]);
});
