import { describe, expect, test } from '@jest/globals';
import { decode, wellFormed } from './decode.ts';

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('decode', () => {
  test.each([
    ['UTF-8 with a byte order mark', Buffer.from('\ufeffäb'), undefined, 'äb', 'utf-8'],
    [
      'UTF-8 that says it is ISO 8859-1',
      Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?><a>ä</a>'),
      undefined,
      '<?xml version="1.0" encoding="iso-8859-1"?><a>ä</a>',
      'utf-8',
    ],
    ['declared windows-1252', latin('caf\u00e9'), 'iso-8859-1', 'café', 'windows-1252'],
    ['windows-1252 undeclared', latin('\u0093caf\u00e9\u0094'), undefined, '“café”', 'windows-1252'],
    [
      'a character set the XML declares',
      Buffer.from([...latin('<?xml version="1.0" encoding="windows-1251"?><a>'), 0xc0, ...latin('</a>')]),
      undefined,
      '<?xml version="1.0" encoding="windows-1251"?><a>А</a>',
      'windows-1251',
    ],
    ['UTF-16 with a byte order mark', utf16('\ufeff<a/>'), undefined, '<a/>', 'utf-16le'],
    ['UTF-16 without one', utf16('<a>ä</a>'), undefined, '<a>ä</a>', 'utf-16le'],
    ['big-endian UTF-16', utf16('<a/>').swap16(), undefined, '<a/>', 'utf-16be'],
  ])('reads %s', (_what, bytes, declared, text, charset) => {
    expect(decode(bytes, declared)).toEqual({ text, charset });
  });

  test.each([
    ['JSON that is no UTF-8', latin('{"a":"\u00e9"}'), undefined, 'wrong-encoding'],
    ['bytes that are not the declared UTF-8', latin('caf\u00e9'), 'UTF-8', 'wrong-encoding'],
    ['an unknown character set', latin('caf\u00e9'), 'x-nowhere', 'wrong-encoding'],
    ['a NUL character', Buffer.from('a\0b'), undefined, 'wrong-encoding'],
    ['blank text', Buffer.from(' \n'), undefined, 'empty-document'],
  ])('refuses %s', (_what, bytes, declared, code) => {
    expect(() => decode(bytes, declared)).toThrow(expect.objectContaining({ code }));
  });
});

test('wellFormed replaces lone surrogates', () => {
  expect(wellFormed('a\ud800b😀')).toBe('a\ufffdb😀');
});
