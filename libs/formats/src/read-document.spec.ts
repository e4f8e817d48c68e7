import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MAX_DOCUMENT_BYTES } from '#contracts';
import { DocumentError } from './document-error.ts';
import { readDocument } from './read-document.ts';

const FIXTURES = new URL('./newsml-g2/fixtures/', import.meta.url);
const fixtures = readdirSync(FIXTURES).flatMap((file) =>
  file.endsWith('.xml') ? [readFileSync(new URL(file, FIXTURES))] : [],
);
const G2 = '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1"/>';

/** Reads bytes; anything but stories or a DocumentError fails the test. */
function survives(bytes: Uint8Array): void {
  try {
    expect(readDocument(bytes).stories.length).toBeGreaterThan(0);
  } catch (error) {
    expect(error).toBeInstanceOf(DocumentError);
  }
}

describe('readDocument', () => {
  test.each([undefined, 'text/plain', 'application/octet-stream', 'application/xml', 'text/xml'])(
    'finds NewsML-G2 declared as %s',
    (mediaType) => {
      expect(readDocument(Buffer.from(G2), mediaType === undefined ? {} : { mediaType }).format).toBe('newsml-g2');
    },
  );

  test.each([
    ['wrong-format', G2, 'application/json'],
    ['malformed-xml', '<other', 'application/xml'],
    ['malformed-xml', G2.slice(0, -2), 'application/xml'],
    ['empty-document', '', undefined],
  ])('refuses as %s', (code, text, mediaType) => {
    const read = () => readDocument(Buffer.from(text), mediaType === undefined ? {} : { mediaType });
    expect(read).toThrow(expect.objectContaining({ code }));
  });

  test('refuses a document beyond the limit', () => {
    expect(() => readDocument(Buffer.alloc(MAX_DOCUMENT_BYTES + 1, 0x20))).toThrow(
      expect.objectContaining({ code: 'too-large' }),
    );
  });

  test('survives flipped bytes', () => {
    const flips = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.constantFrom(...fixtures), flips, (whole, places) => {
        const bytes = Buffer.from(whole);
        for (const [at, value] of places) bytes[at % bytes.length] = value;
        survives(bytes);
      }),
      { numRuns: 500 },
    );
  });

  test('survives a cut, a repeated and a missing part', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fixtures), fc.nat(), fc.nat(), fc.nat(), (whole, from, to, end) => {
        const [a, b] = [from % whole.length, to % whole.length];
        survives(Buffer.concat([whole.subarray(0, a), whole.subarray(b)]).subarray(0, 1 + (end % (2 * whole.length))));
      }),
      { numRuns: 500 },
    );
  });
});
