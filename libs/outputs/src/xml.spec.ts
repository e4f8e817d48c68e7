import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { XmlDocument, XmlElement } from 'libxml2-wasm';
import { element, lines, mixed, textElement, xmlDocument } from './xml.ts';

/** What another parser reads of a document. */
function read(document: string): { text: string; attribute: string | undefined } {
  using parsed = XmlDocument.fromString(document);
  const root = parsed.root;
  return { text: root.content, attribute: root instanceof XmlElement ? root.attr('a')?.value : undefined };
}

const NOT_IN_XML = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        ']]>',
        '<![CDATA[',
        '<!--',
        '&',
        '&#0;',
        '<',
        '>',
        '"',
        "'",
        '\0',
        '\r\n',
        '\ud800',
        '\uffff',
        '$&',
        '\u0085',
        '\u2028',
        '🚂',
        '\x1b',
      ),
      { maxLength: 10 },
    )
    .map((parts) => parts.join('')),
);

describe('an XML document', () => {
  test('says every text and attribute as it was, but for characters that XML does not have', () => {
    fc.assert(
      fc.property(hostile, hostile, (text, attribute) => {
        const found = read(xmlDocument(mixed('x', { a: attribute }, [text, mixed('y', {}, [text])])));
        const kept = text.replace(NOT_IN_XML, '');
        expect(found).toEqual({ text: kept + kept, attribute: attribute.replace(NOT_IN_XML, '') });
      }),
      { numRuns: 500 },
    );
  });

  test('puts the elements of a structure on lines of their own, and nothing between text and markup', () => {
    const structure = element('a', {}, [
      element('b', {}),
      undefined,
      mixed('p', {}, ['x ', mixed('i', {}, ['y']), ' z']),
    ]);
    expect(xmlDocument(structure)).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<a>\n<b/>\n<p>x <i>y</i> z</p>\n</a>\n',
    );
  });

  test('leaves out attributes that are undefined and elements of a blank text', () => {
    expect(xmlDocument(element('a', { b: undefined, c: 0 }, [textElement('d', ' ')]))).toContain('<a c="0"/>');
  });

  test('parts lines however they end', () => {
    expect(xmlDocument(mixed('a', {}, lines('1\r\n2\r3\n4')))).toContain('<a>1<br/>2<br/>3<br/>4</a>');
  });
});
