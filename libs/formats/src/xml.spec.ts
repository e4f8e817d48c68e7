import { describe, expect, test } from '@jest/globals';
import { parseXml } from './xml.ts';
import { attr, child, innerHtml, textOf } from './xml-element.ts';

const entityBomb = '<!DOCTYPE a [<!ENTITY x "xx"><!ENTITY y "&x;&x;">]><a>&y;</a>';

describe('parseXml', () => {
  test('reads names, namespaces, attributes and texts', () => {
    const root = parseXml('<n:a xmlns:n="urn:n" xml:lang="en" q=" 1 ">t<b/><![CDATA[<c>]]></n:a>');
    expect(root).toMatchObject({ name: 'a', namespace: 'urn:n' });
    expect([attr(root, 'xml:lang'), attr(root, 'q'), textOf(root), child(root, 'b')?.name]).toEqual([
      'en',
      '1',
      't<c>',
      'b',
    ]);
  });

  test('knows the named characters of HTML', () => {
    expect(textOf(parseXml('<a>&nbsp;&eacute;&amp;&#x41;</a>'))).toBe('\u00a0é&A');
  });

  test('never fetches an external DOCTYPE, and allows it', () => {
    expect(parseXml('<!DOCTYPE a SYSTEM "http://x.example/a[1].dtd"><a/>').name).toBe('a');
  });

  test.each([
    '<!DOCTYPE a SYSTEM "a.dtd" [<!ENTITY % n SYSTEM "n.dtd"> %n;]><a/>',
    "<!DOCTYPE a PUBLIC '-//X//EN' 'a.dtd'[\n<!ENTITY % n PUBLIC '-//N' \"n]>.dtd\" >\n%n;\n]\n><a/>",
  ])('allows a subset that only names further DTDs, and fetches none: %s', (text) => {
    expect(parseXml(text).name).toBe('a');
  });

  test.each([
    '<!DOCTYPE a [<!ENTITY % n "<!ENTITY x SYSTEM \'file:///etc/passwd\'>"> %n;]><a/>',
    '<!DOCTYPE a [<!ENTITY n SYSTEM "n.txt">]><a/>',
    '<!DOCTYPE a [<!ATTLIST a b CDATA "c">]><a/>',
    '<!DOCTYPE a [<!ENTITY % n SYSTEM "n.dtd"> <!ELEMENT a ANY>]><a/>',
  ])('refuses a subset that declares anything: %s', (text) => {
    expect(() => parseXml(text)).toThrow(expect.objectContaining({ code: 'unsafe-xml' }));
  });

  test('writes content as HTML', () => {
    expect(innerHtml(parseXml('<a>x &lt; <p class="k">y<br/>z</p><i/></a>'))).toBe(
      'x &lt; <p class="k">y<br>z</p><i></i>',
    );
  });

  test.each([
    ['malformed-xml', '<a>\n  <b>', { line: 2, column: 6 }],
    ['malformed-xml', '<a>\n</b></a>', { line: 2, column: 5 }],
    ['malformed-xml', '<a x=1/>', { line: 1, column: 7 }],
    ['malformed-xml', '<a/><b/>', { line: 1, column: 8 }],
    ['malformed-xml', '<n:a/>', { line: 1, column: 7 }],
    ['unsafe-xml', '<a>&nowhere;</a>', { line: 1, column: 13 }],
    ['unsafe-xml', '<a>&constructor;</a>', { line: 1, column: 17 }],
  ])('refuses as %s: %j', (code, text, at) => {
    expect(() => parseXml(text)).toThrow(expect.objectContaining({ code, at }));
  });

  test.each([
    ['unsafe-xml', entityBomb],
    ['too-deep', '<a>'.repeat(200_000)],
    ['too-large', `<a>${'<b/>'.repeat(200_001)}</a>`],
    ['too-large', `<a ${Array.from({ length: 300 }, (_, index) => `a${index}=""`).join(' ')}/>`],
    ['too-large', `<a>${'x'.repeat(4 * 1024 * 1024 + 1)}</a>`],
  ])('refuses as %s what is too much', (code, text) => {
    expect(() => parseXml(text)).toThrow(expect.objectContaining({ code }));
  });
});
