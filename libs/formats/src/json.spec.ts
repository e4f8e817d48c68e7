import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DocumentError } from './document-error.ts';
import { parseJson } from './json.ts';

describe('parseJson', () => {
  test('gives what JSON.parse gives', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const text = JSON.stringify(value);
        fc.pre(!/__proto__|constructor|prototype/.test(text));
        expect(parseJson(text)).toEqual(JSON.parse(text));
      }),
      { numRuns: 300 },
    );
  });

  test('makes strings well-formed', () => {
    expect(parseJson('{"a":["x\\ud800"]}')).toEqual({ a: ['x\ufffd'] });
  });

  test.each([
    ['{"a":1,}', { line: 1, column: 8 }],
    ['{"a":1', { line: 1, column: 7 }],
    ['{\n  "a": tru\n}', { line: 2, column: 8 }],
    ['{"a" 1}', { line: 1, column: 2 }],
    ['[1 2]', { line: 1, column: 4 }],
    ['[01]', { line: 1, column: 3 }],
    ['["a\nb"]', { line: 1, column: 2 }],
    ['{} x', { line: 1, column: 4 }],
    ['nothing', { line: 1, column: 1 }],
  ])('says where %j is no JSON', (text, at) => {
    expect(() => parseJson(text)).toThrow(expect.objectContaining({ code: 'malformed-json', at }));
  });

  test.each(['\\u005f_proto__', '\\u0063onstructor', 'proto\\u0074ype'])(
    'refuses the key "%s" as what it stands for',
    (key) => {
      expect(() => parseJson(`{"${key}":1}`)).toThrow(expect.objectContaining({ code: 'unsafe-json' }));
    },
  );

  test.each(['__proto__', 'constructor', 'prototype'])('refuses the key %s with its path', (key) => {
    const text = `{"a":[{"b":{"${key}":1}}]}`;
    expect(() => parseJson(text)).toThrow(
      expect.objectContaining({ code: 'unsafe-json', at: { path: `a.0.b.${key}` } }),
    );
  });

  test.each([
    ['too-deep', '['.repeat(100_000)],
    ['too-deep', `${'{"a":'.repeat(65)}1${'}'.repeat(65)}`],
    ['too-large', `[${'0,'.repeat(200_001)}0]`],
  ])('refuses as %s', (code, text) => {
    expect(() => parseJson(text)).toThrow(expect.objectContaining({ code }));
  });

  test('takes brackets in strings for text', () => {
    const text = JSON.stringify({ a: '['.repeat(100), b: '\\"{'.repeat(100) });
    expect(parseJson(text)).toEqual(JSON.parse(text));
  });

  test('fails with a DocumentError on any damage', () => {
    const whole = JSON.stringify({ a: [1, 'b', { c: null, d: true }], e: '\\"x' });
    fc.assert(
      fc.property(fc.nat(whole.length), fc.string({ maxLength: 3 }), (at, piece) => {
        try {
          parseJson(whole.slice(0, at) + piece + whole.slice(at + 1));
        } catch (error) {
          expect(error).toBeInstanceOf(DocumentError);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
