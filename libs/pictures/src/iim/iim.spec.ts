import { describe, expect, test } from '@jest/globals';
import { IIM_UTF8, iimBlock } from '#testing';
import { readIim } from './iim.ts';

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const esc = (text: string): [number, number, Buffer] => [1, 90, latin(`\x1b${text}`)];

describe('the character set of IIM', () => {
  test.each([
    ['declared UTF-8', [IIM_UTF8], Buffer.from('Łódź – 東京'), 'Łódź – 東京'],
    ['undeclared UTF-8', [], Buffer.from('Kjøkken'), 'Kjøkken'],
    ['undeclared windows-1252', [], latin('Kj\xf8kken in D\xfcsseldorf \x96 caf\xe9'), 'Kjøkken in Düsseldorf – café'],
    ['undeclared Mac Roman', [], latin('D\x9fsseldorf, caf\x8e, Malm\x9a'), 'Düsseldorf, café, Malmö'],
    ['quotes of windows-1252', [], latin('the \x93old\x94 town\x92s quay'), 'the “old” town’s quay'],
    ['quotes of Mac Roman', [], latin('the \xd2old\xd3 town\xd5s quay'), 'the “old” town’s quay'],
    ['declared Latin-1', [esc('.A')], latin('caf\xe9'), 'café'],
    ['declared Latin-2', [esc('-B')], latin('\xa3\xf3d\xbc'), 'Łódź'],
    ['declared Cyrillic', [esc('-L')], latin('\xbc\xde\xe1\xda\xd2\xd0'), 'Москва'],
    ['declared as two sets', [esc('(B\x1b-F')], latin('\xc1\xe8\xde\xed\xe1'), 'Αθήνα'],
    ['UTF-8 declared as Latin-1', [esc('-A')], Buffer.from('Kjøkken'), 'Kjøkken'],
    ['Latin-1 declared as UTF-8', [IIM_UTF8], latin('caf\xe9'), 'café'],
    ['an unknown declaration', [esc('%Q')], Buffer.from('Kjøkken'), 'Kjøkken'],
  ])('is read where it is %s', (_what, declared, bytes, text) => {
    expect(readIim(iimBlock(...declared, [2, 120, bytes]))?.first('2:120')).toBe(text);
  });

  test('that is declared and wrong is said', () => {
    expect(readIim(iimBlock(IIM_UTF8, [2, 120, latin('caf\xe9')]))?.wrongCharset).toBe(true);
    expect(readIim(iimBlock(esc('-A'), [2, 120, Buffer.from('Kjøkken')]))?.wrongCharset).toBe(true);
    expect(readIim(iimBlock(IIM_UTF8, [2, 120, 'café']))?.wrongCharset).toBe(false);
  });

  test('is that of all texts together', () => {
    const iim = readIim(iimBlock([2, 90, latin('Malm\x9a')], [2, 120, latin('caf\x8e and D\x9fsseldorf')]));
    expect(iim?.first('2:90')).toBe('Malmö');
  });
});

describe('datasets', () => {
  test('are repeated, and may be longer than 32 kB', () => {
    const long = 'x'.repeat(40_000);
    const iim = readIim(iimBlock([2, 25, 'one'], [2, 25, 'two'], [2, 120, long]));
    expect(iim?.all('2:25')).toEqual(['one', 'two']);
    expect(iim?.first('2:120')).toBe(long);
  });

  test('are read behind bytes that are none, and said to be damaged', () => {
    const block = Buffer.concat([iimBlock([2, 90, 'Zenda']), latin('junk'), iimBlock([2, 101, 'Ruritania'])]);
    expect(readIim(block)).toMatchObject({ damaged: true });
    expect(readIim(block)?.first('2:101')).toBe('Ruritania');
    expect(readIim(Buffer.concat([iimBlock([2, 90, 'Zenda']), Buffer.alloc(9)]))?.damaged).toBe(false);
  });

  test('cut off give what is there', () => {
    const block = iimBlock([2, 90, 'Zenda']);
    expect(readIim(block.subarray(0, block.length - 2))).toMatchObject({ damaged: true });
    expect(readIim(block.subarray(0, block.length - 2))?.first('2:90')).toBe('Zen');
    expect(readIim(Buffer.alloc(3))).toBeUndefined();
  });
});
