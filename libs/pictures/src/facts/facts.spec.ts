import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import {
  type ExifDirectories,
  exifBlock,
  IIM_UTF8,
  type IimDataset,
  iimBlock,
  jpegFile,
  photoshopResources,
  xmpAlternative,
  xmpList,
  xmpPacket,
} from '#testing';
import { readPicture } from '../read-picture.ts';

type Said = {
  exif?: ExifDirectories;
  iim?: IimDataset[];
  /** MD5 of the IIM when it was in step with XMP: `right`, `wrong`, or none. */
  digest?: 'right' | 'wrong';
  xmp?: string;
};

function facts({ exif, iim, digest, xmp }: Said) {
  const block = iim && iimBlock(IIM_UTF8, ...iim);
  const md5 = createHash('md5')
    .update(digest === 'right' && block ? block : 'other')
    .digest();
  const resources: [number, Buffer][] = [
    ...(block === undefined ? [] : [[0x0404, block] as [number, Buffer]]),
    ...(digest === undefined ? [] : [[0x0425, md5] as [number, Buffer]]),
  ];
  const read = readPicture(
    jpegFile({
      ...(exif !== undefined && { exif: exifBlock(exif) }),
      ...(resources.length > 0 && { photoshop: photoshopResources(...resources) }),
      ...(xmp !== undefined && { xmp: xmpPacket(xmp) }),
    }),
  );
  if (read === undefined) throw new Error('no picture');
  return read;
}

const city = (name: string): string => `<photoshop:City>${name}</photoshop:City>`;

describe('IIM and XMP that differ', () => {
  test.each([
    ['XMP without a digest', undefined, 'Streslau'],
    ['XMP with the digest of the IIM', 'right' as const, 'Streslau'],
    ['IIM with another digest: it was changed behind the back of XMP', 'wrong' as const, 'Zenda'],
  ])('give %s', (_what, digest, name) => {
    const said = { iim: [[2, 90, 'Zenda'] as const], xmp: city('Streslau'), ...(digest !== undefined && { digest }) };
    expect(facts(said).place).toEqual({ city: name });
  });

  test('give the whole text where IIM had to cut it off', () => {
    const long = 'Province of the Three Great Lakes, North';
    const said = { iim: [[2, 95, long.slice(0, 32)] as const], xmp: `<photoshop:State>${long}</photoshop:State>` };
    expect(facts({ ...said, digest: 'wrong' }).place).toEqual({ region: long });
  });

  test('are completed by each other, property by property', () => {
    expect(facts({ iim: [[2, 101, 'Ruritania']], xmp: city('Zenda') }).place).toEqual({
      city: 'Zenda',
      country: 'Ruritania',
    });
  });

  test('never mix their lists', () => {
    const said = {
      iim: [[2, 25, 'old'] as const, [2, 25, 'older'] as const],
      xmp: xmpList('dc:subject', 'Bag', ['new']),
    };
    expect(facts(said).keywords).toEqual(['new']);
    expect(facts({ ...said, digest: 'wrong' }).keywords).toEqual(['old', 'older']);
  });
});

describe('EXIF', () => {
  test('wins for caption, creator, copyright and time', () => {
    const read = facts({
      exif: {
        main: [
          [0x010e, 2, 'A ferry leaves'],
          [0x013b, 2, 'Mona Vik; "Vale; Tom"'],
          [0x8298, 2, 'Mona Vik\0Zenda Times'],
        ],
        photo: [[0x9003, 2, '2021:03:04 05:06:07']],
      },
      iim: [
        [2, 120, 'Wrong'],
        [2, 80, 'Wrong'],
        [2, 116, 'Wrong'],
        [2, 55, '20200101'],
      ],
      xmp: xmpAlternative('dc:description', 'Wrong') + xmpList('dc:creator', 'Seq', ['Wrong']),
    });
    expect(read).toMatchObject({
      captions: [{ value: 'A ferry leaves' }],
      creators: ['Mona Vik', 'Vale; Tom'],
      copyrightNotice: 'Mona Vik\nZenda Times',
      taken: { raw: '2021:03:04 05:06:07', local: '2021-03-04T05:06:07', origin: 'exif' },
    });
  });

  test.each(['OLYMPUS DIGITAL CAMERA         ', 'SONY DSC', 'A ferry'])(
    'loses with %j against a caption that says more',
    (own) => {
      const read = facts({
        exif: { main: [[0x010e, 2, own]] },
        xmp: xmpAlternative('dc:description', 'A ferry leaves'),
      });
      expect(read.captions).toEqual([{ value: 'A ferry leaves' }]);
    },
  );

  test('gives offset, fraction, Windows texts, UTF-8, subject area and position', () => {
    const wide = (text: string): Buffer => Buffer.from(`${text}\0`, 'utf16le');
    const read = facts({
      exif: {
        main: [
          [0x010e, 129, 'Łódź'],
          [0x9c9d, 1, wide('Møna')],
          [0x9c9e, 1, wide('ferry; quay')],
          [0x9c9b, 1, wide('Title')],
        ],
        photo: [
          [0x9003, 2, '2021:03:04 05:06:07'],
          [0x9011, 2, '+02:00'],
          [0x9291, 2, '25'],
          [0xa002, 4, [640]],
          [0xa003, 4, [480]],
          [0x9214, 3, [320, 100, 10]],
        ],
        gps: [1, 2, 3, 4].map((tag) => [tag, 2, 'N'] as const),
      },
    });
    expect(read).toMatchObject({
      captions: [{ value: 'Łódź' }],
      creators: ['Møna'],
      keywords: ['ferry', 'quay'],
      title: 'Title',
      taken: { utc: '2021-03-04T03:06:07.250Z' },
      pointOfInterest: { x: 320, y: 100 },
      located: true,
    });
  });

  test('takes the zone from an editor who wrote the same clock time', () => {
    const exif = { photo: [[0x9003, 2, '2021:03:04 05:06:07'] as const] };
    expect(
      facts({
        exif,
        iim: [
          [2, 55, '20210304'],
          [2, 60, '050607+0800'],
        ],
      }).taken,
    ).toEqual({
      raw: '20210304T050607+0800',
      utc: '2021-03-03T21:06:07Z',
      origin: 'iim',
    });
    expect(
      facts({
        exif,
        iim: [
          [2, 55, '20210304'],
          [2, 60, '120000+0800'],
        ],
      }).taken?.origin,
    ).toBe('exif');
  });

  test.each(['0000:00:00 00:00:00', '    :  :     :  :  ', '2021:02:30 10:00:00', ''])('has no time %j', (time) => {
    expect(facts({ exif: { photo: [[0x9003, 2, time]] } })).not.toHaveProperty('taken');
  });
});

test('all of IIM is read', () => {
  const read = facts({
    iim: [
      [1, 100, 'urn:zenda:1'],
      [2, 5, 'FERRY'],
      [2, 10, '3'],
      [2, 12, 'IPTC:04015000:economy:transport:'],
      [2, 30, '20210305'],
      [2, 40, 'NO SALES'],
      [2, 55, '20210304'],
      [2, 60, '050607+0100'],
      [2, 80, 'Mona Vik'],
      [2, 85, 'STF'],
      [2, 92, 'Old Quay'],
      [2, 100, 'RUR'],
      [2, 103, 'ZEN101'],
      [2, 110, 'ZENDA TIMES'],
      [2, 115, 'ZT'],
      [2, 122, 'tv'],
      [2, 135, 'en'],
    ],
  });
  expect(read).toMatchObject({
    guid: 'urn:zenda:1',
    title: 'FERRY',
    urgency: 3,
    subjects: [{ code: '04015000', name: 'transport' }],
    released: { local: '2021-03-05' },
    instructions: 'NO SALES',
    taken: { utc: '2021-03-04T04:06:07Z', origin: 'iim' },
    creators: ['Mona Vik'],
    creatorTitle: 'STF',
    place: { sublocation: 'Old Quay', countryCode: 'RUR' },
    jobId: 'ZEN101',
    credit: 'ZENDA TIMES',
    source: 'ZT',
    captionWriter: 'tv',
    language: 'en',
  });
});

test('all of IPTC Core, IPTC Extension and PLUS is read', () => {
  const place = (city: string): string =>
    `<rdf:Bag><rdf:li rdf:parseType="Resource"><Iptc4xmpExt:City>${city}</Iptc4xmpExt:City><Iptc4xmpExt:CountryName>Ruritania</Iptc4xmpExt:CountryName></rdf:li></rdf:Bag>`;
  const owner = (group: string, member: string, value: string): string =>
    `<plus:${group}><rdf:Seq><rdf:li rdf:parseType="Resource"><plus:${member}>${value}</plus:${member}></rdf:li></rdf:Seq></plus:${group}>`;
  const read = facts({
    xmp: [
      xmpAlternative('Iptc4xmpCore:AltTextAccessibility', 'A white ferry'),
      xmpAlternative('Iptc4xmpCore:ExtDescrAccessibility', 'A white ferry lies at a quay.'),
      xmpList('Iptc4xmpExt:PersonInImage', 'Bag', ['Anna Berg', 'Tom Vale']),
      '<Iptc4xmpExt:PersonInImageWDetails><rdf:Bag><rdf:li rdf:parseType="Resource"><Iptc4xmpExt:PersonName><rdf:Alt><rdf:li xml:lang="x-default">Tom Vale</rdf:li></rdf:Alt></Iptc4xmpExt:PersonName><Iptc4xmpExt:PersonId><rdf:Bag><rdf:li>https://example.org/vale</rdf:li></rdf:Bag></Iptc4xmpExt:PersonId></rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImageWDetails>',
      `<Iptc4xmpExt:LocationShown>${place('Zenda')}</Iptc4xmpExt:LocationShown>`,
      `<Iptc4xmpExt:LocationCreated>${place('Streslau')}</Iptc4xmpExt:LocationCreated>`,
      '<Iptc4xmpExt:DigImageGUID>guid-1</Iptc4xmpExt:DigImageGUID>',
      '<Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia</Iptc4xmpExt:DigitalSourceType>',
      '<Iptc4xmpExt:AISystemUsed>Painter</Iptc4xmpExt:AISystemUsed>',
      xmpList('Iptc4xmpExt:OrganisationInImageName', 'Bag', ['Zenda Lines']),
      xmpAlternative('Iptc4xmpExt:Event', 'Opening'),
      xmpList('Iptc4xmpCore:SubjectCode', 'Bag', ['04015000']),
      xmpAlternative('xmpRights:UsageTerms', 'Editorial use'),
      '<xmpRights:WebStatement>https://example.org/rights</xmpRights:WebStatement>',
      owner('CopyrightOwner', 'CopyrightOwnerName', 'Zenda Times'),
      owner('Licensor', 'LicensorURL', 'https://example.org/licence'),
      owner('ImageSupplier', 'ImageSupplierName', 'Zenda Pictures'),
      '<plus:DataMining>http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED</plus:DataMining>',
      '<photoshop:DateCreated>2021-03-04T05:06:07+01:00</photoshop:DateCreated>',
      '<photoshop:Instructions>NO SALES</photoshop:Instructions><photoshop:Urgency>2</photoshop:Urgency>',
      '<photoshop:TransmissionReference>ZEN101</photoshop:TransmissionReference>',
    ].join(''),
  });
  expect(read).toMatchObject({
    altText: [{ value: 'A white ferry' }],
    extendedDescription: [{ value: 'A white ferry lies at a quay.' }],
    people: [{ name: 'Tom Vale', uri: 'https://example.org/vale' }, { name: 'Anna Berg' }],
    placesShown: [{ city: 'Zenda', country: 'Ruritania' }],
    placeCreated: { city: 'Streslau', country: 'Ruritania' },
    guid: 'guid-1',
    digitalSourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
    ai: { system: 'Painter' },
    organisations: [{ name: 'Zenda Lines' }],
    events: [{ name: 'Opening' }],
    subjects: [{ code: '04015000' }],
    usageTerms: 'Editorial use',
    licences: ['https://example.org/rights', 'https://example.org/licence'],
    copyrightOwners: ['Zenda Times'],
    suppliers: ['Zenda Pictures'],
    dataMining: 'http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED',
    taken: { utc: '2021-03-04T04:06:07Z', origin: 'xmp' },
    instructions: 'NO SALES',
    urgency: 2,
    jobId: 'ZEN101',
    issues: [],
  });
});

describe('the point of interest', () => {
  const region = (boundary: string, role = 'http://cv.iptc.org/newscodes/imageregionrole/mainSubjectArea'): string =>
    `<Iptc4xmpExt:ImageRegion><rdf:Bag><rdf:li rdf:parseType="Resource"><Iptc4xmpExt:RegionBoundary rdf:parseType="Resource">${boundary}</Iptc4xmpExt:RegionBoundary>` +
    `<Iptc4xmpExt:rRole><rdf:Bag><rdf:li rdf:parseType="Resource"><xmp:Identifier><rdf:Bag><rdf:li>${role}</rdf:li></rdf:Bag></xmp:Identifier></rdf:li></rdf:Bag></Iptc4xmpExt:rRole></rdf:li></rdf:Bag></Iptc4xmpExt:ImageRegion>`;
  const rectangle = (x: number, w: number, unit: string): string =>
    `<Iptc4xmpExt:rbUnit>${unit}</Iptc4xmpExt:rbUnit><Iptc4xmpExt:rbX>${x}</Iptc4xmpExt:rbX><Iptc4xmpExt:rbY>0</Iptc4xmpExt:rbY><Iptc4xmpExt:rbW>${w}</Iptc4xmpExt:rbW><Iptc4xmpExt:rbH>${w}</Iptc4xmpExt:rbH>`;

  test.each([
    ['a relative rectangle', region(rectangle(0.25, 0.5, 'relative')), { x: 320, y: 120 }],
    ['a rectangle in pixels', region(rectangle(100, 20, 'pixel')), { x: 110, y: 10 }],
    [
      'a focus of the Metadata Working Group',
      '<mwg-rs:Regions rdf:parseType="Resource"><mwg-rs:RegionList><rdf:Bag><rdf:li rdf:parseType="Resource"><mwg-rs:Type>Focus</mwg-rs:Type><mwg-rs:Area stArea:x="0.5" stArea:y="0.25" stArea:unit="normalized"/></rdf:li></rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>',
      { x: 320, y: 120 },
    ],
  ])('is the middle of %s', (_what, xmp, point) => {
    expect(facts({ xmp }).pointOfInterest).toEqual(point);
  });

  test.each([
    [
      'of another role',
      region(rectangle(0.25, 0.5, 'relative'), 'http://cv.iptc.org/newscodes/imageregionrole/cropping'),
    ],
    ['outside of the picture', region(rectangle(9000, 20, 'pixel'))],
    ['without numbers', region('<Iptc4xmpExt:rbX>a</Iptc4xmpExt:rbX>')],
  ])('is not that of a region %s', (_what, xmp) => {
    expect(facts({ xmp })).not.toHaveProperty('pointOfInterest');
  });

  test('has beside it the names of marked faces', () => {
    const face =
      '<mwg-rs:Regions rdf:parseType="Resource"><mwg-rs:RegionList><rdf:Bag><rdf:li rdf:parseType="Resource"><mwg-rs:Type>Face</mwg-rs:Type><mwg-rs:Name>Anna Berg</mwg-rs:Name></rdf:li></rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>';
    expect(facts({ xmp: face }).people).toEqual([{ name: 'Anna Berg' }]);
  });
});
