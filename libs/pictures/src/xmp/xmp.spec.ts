import { describe, expect, test } from '@jest/globals';
import { xmpAlternative, xmpList, xmpPacket } from '#testing';
import { packetText } from './packet-text.ts';
import { readXmpProperties } from './xmp-properties.ts';
import { alternativesOf, structuresOf, textOf, textsOf } from './xmp-value.ts';

const read = (properties: string, attributes = '') => readXmpProperties(xmpPacket(properties, attributes)).properties;

describe('properties', () => {
  test('are attributes, elements, lists and alternatives', () => {
    const properties = read(
      `<photoshop:City>Zenda</photoshop:City>${xmpList('dc:subject', 'Bag', ['ferry', 'quay &amp; sea', ' '])}` +
        xmpAlternative('dc:description', 'A ferry', '<rdf:li xml:lang="nb">En ferje</rdf:li>'),
      'photoshop:Credit="Zenda Times"',
    );
    expect(textOf(properties.get('photoshop:City'))).toBe('Zenda');
    expect(textOf(properties.get('photoshop:Credit'))).toBe('Zenda Times');
    expect(textsOf(properties.get('dc:subject'))).toEqual(['ferry', 'quay & sea']);
    expect(alternativesOf(properties.get('dc:description'))).toEqual([
      { value: 'A ferry' },
      { value: 'En ferje', language: 'nb' },
    ]);
  });

  test.each([
    [
      'parseType',
      '<Iptc4xmpExt:LocationCreated rdf:parseType="Resource"><Iptc4xmpExt:City>Zenda</Iptc4xmpExt:City></Iptc4xmpExt:LocationCreated>',
    ],
    [
      'a description',
      '<Iptc4xmpExt:LocationCreated><rdf:Description><Iptc4xmpExt:City>Zenda</Iptc4xmpExt:City></rdf:Description></Iptc4xmpExt:LocationCreated>',
    ],
    [
      'a description with attributes',
      '<Iptc4xmpExt:LocationCreated><rdf:Description Iptc4xmpExt:City="Zenda"/></Iptc4xmpExt:LocationCreated>',
    ],
    ['attributes', '<Iptc4xmpExt:LocationCreated Iptc4xmpExt:City="Zenda"/>'],
    [
      'a list of structures',
      '<Iptc4xmpExt:LocationCreated><rdf:Bag><rdf:li rdf:parseType="Resource"><Iptc4xmpExt:City>Zenda</Iptc4xmpExt:City></rdf:li></rdf:Bag></Iptc4xmpExt:LocationCreated>',
    ],
    [
      'a qualified value',
      '<Iptc4xmpExt:LocationCreated rdf:parseType="Resource"><Iptc4xmpExt:City rdf:parseType="Resource"><rdf:value>Zenda</rdf:value><xmp:Label>x</xmp:Label></Iptc4xmpExt:City></Iptc4xmpExt:LocationCreated>',
    ],
  ])('are structures written as %s', (_what, xml) => {
    const [place] = structuresOf(read(xml).get('Iptc4xmpExt:LocationCreated'));
    expect(textOf(place?.get('Iptc4xmpExt:City'))).toBe('Zenda');
  });

  test('are resources, and known by their namespace whatever the prefix', () => {
    expect(textOf(read('<cc:license rdf:resource="https://example.org/licence"/>').get('cc:license'))).toBe(
      'https://example.org/licence',
    );
    const other = '<q:City xmlns:q="http://ns.adobe.com/photoshop/1.0/">Zenda</q:City>';
    expect(textOf(read(other).get('photoshop:City'))).toBe('Zenda');
    expect(read('<photoshop:City xmlns:photoshop="urn:other">Zenda</photoshop:City>').has('photoshop:City')).toBe(
      false,
    );
  });

  test('come from several descriptions, the first of a property counting', () => {
    const packet = xmpPacket('<photoshop:City>Zenda</photoshop:City>').replace(
      '</rdf:RDF>',
      '<rdf:Description xmlns:p="http://ns.adobe.com/photoshop/1.0/" p:City="Streslau" p:Country="Ruritania"/></rdf:RDF>',
    );
    const { properties } = readXmpProperties(packet);
    expect(textOf(properties.get('photoshop:City'))).toBe('Zenda');
    expect(textOf(properties.get('photoshop:Country'))).toBe('Ruritania');
  });
});

describe('a damaged packet', () => {
  test('is read over a fault, and said to be damaged', () => {
    const { properties, damaged } = readXmpProperties(
      xmpPacket('<dc:x>a & b</dc:x><photoshop:City>Zenda</photoshop:City>'),
    );
    expect(damaged).toBe(true);
    expect(textOf(properties.get('photoshop:City'))).toBe('Zenda');
  });

  test('cut off gives what came before', () => {
    const packet = xmpPacket('<photoshop:City>Zenda</photoshop:City><photoshop:Country>Ruri');
    const { properties, damaged } = readXmpProperties(packet.slice(0, packet.indexOf('Ruri')));
    expect([damaged, textOf(properties.get('photoshop:City'))]).toEqual([true, 'Zenda']);
  });

  test.each([
    ['depth', '<dc:a>'.repeat(50_000)],
    ['elements', '<dc:a/>'.repeat(60_000)],
    ['faults', '&x;'.repeat(100_000)],
    ['entities', '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>&b;'],
  ])('with too many or forbidden %s ends soon', (_what, xml) => {
    const start = performance.now();
    expect(readXmpProperties(xmpPacket(xml)).damaged).toBe(true);
    expect(performance.now() - start).toBeLessThan(200);
  });
});

describe('the text of a packet', () => {
  const packet = xmpPacket('<photoshop:City>Łódź</photoshop:City>');
  const utf16 = Buffer.from(packet, 'utf16le');
  const utf32 = Buffer.concat(
    [...packet].map((char) => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(char.codePointAt(0) ?? 0);
      return bytes;
    }),
  );

  test.each([
    ['UTF-8', Buffer.from(packet)],
    ['UTF-16, little-endian', utf16],
    ['UTF-16, big-endian', Buffer.from(utf16).swap16()],
    ['UTF-16 with a byte order mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
    ['UTF-32', utf32],
    ['UTF-32, little-endian', Buffer.from(utf32).swap32()],
    [
      'padded and stripped by NULs',
      Buffer.concat([Buffer.from(packet.replace('<photo', '\0\0\0<photo')), Buffer.alloc(99)]),
    ],
  ])('is read from %s', (_what, bytes) => {
    const { properties, damaged } = readXmpProperties(packetText(bytes));
    expect([textOf(properties.get('photoshop:City')), damaged]).toEqual(['Łódź', false]);
  });
});
