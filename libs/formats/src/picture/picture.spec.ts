import { describe, expect, test } from '@jest/globals';
import { Story } from '#contracts';
import {
  exifBlock,
  gifFile,
  IIM_UTF8,
  iimBlock,
  jpegFile,
  photoshopResources,
  pngFile,
  xmpAlternative,
  xmpList,
  xmpPacket,
} from '#testing';
import { readDocument } from '../read-document.ts';

const xmp = xmpPacket(
  [
    xmpAlternative(
      'dc:description',
      'Mayor Anna Berg (L) opens the ferry line in Zenda, Ruritania, March 4, 2021.',
      '<rdf:li xml:lang="nb">Ferja</rdf:li>',
    ),
    xmpAlternative('Iptc4xmpCore:AltTextAccessibility', 'A woman cuts a ribbon'),
    xmpAlternative('Iptc4xmpCore:ExtDescrAccessibility', 'A woman cuts a red ribbon before a white ferry.'),
    xmpList('dc:creator', 'Seq', ['Mona Vik']),
    xmpList('dc:subject', 'Bag', ['ferry', 'transport']),
    xmpList('Iptc4xmpExt:PersonInImage', 'Bag', ['Anna Berg']),
    xmpAlternative('xmpRights:UsageTerms', 'Editorial use only'),
    '<Iptc4xmpExt:LocationCreated rdf:parseType="Resource"><Iptc4xmpExt:City>Zenda</Iptc4xmpExt:City></Iptc4xmpExt:LocationCreated>',
    '<photoshop:Credit>Zenda Times</photoshop:Credit><photoshop:Source>ZT</photoshop:Source>',
    '<photoshop:Headline>A new line</photoshop:Headline><photoshop:CaptionWriter>tv</photoshop:CaptionWriter>',
    '<photoshop:City>Zenda</photoshop:City><photoshop:Country>Ruritania</photoshop:Country>',
    '<photoshop:DateCreated>2021-03-04T05:06:07+01:00</photoshop:DateCreated>',
    '<photoshop:Instructions>NOT FOR SALE</photoshop:Instructions><photoshop:Urgency>3</photoshop:Urgency>',
    '<xmp:MetadataDate>2021-03-04T09:00:00Z</xmp:MetadataDate>',
    '<Iptc4xmpExt:DigImageGUID>urn:zenda:4711</Iptc4xmpExt:DigImageGUID>',
    '<photoshop:TransmissionReference>ZEN101</photoshop:TransmissionReference>',
    '<xmpRights:WebStatement>https://example.org/rights</xmpRights:WebStatement>',
  ].join(''),
);
const exif = exifBlock({ main: [[0x0112, 3, [6]]], gps: [1, 2, 3, 4].map((tag) => [tag, 2, 'N'] as const) });

test('a picture pushed alone is a story with one media', () => {
  const bytes = jpegFile({ xmp, exif });
  const { format, charset, stories } = readDocument(bytes, { mediaType: 'image/jpeg' });
  expect({ format, charset }).toEqual({ format: 'picture', charset: 'binary' });
  expect(stories).toEqual([
    {
      format: 'picture',
      guid: 'urn:zenda:4711',
      type: 'picture',
      urgency: 3,
      times: {
        contentCreated: { raw: '2021-03-04T05:06:07+01:00', utc: '2021-03-04T04:06:07Z' },
        versionCreated: { raw: '2021-03-04T09:00:00Z', utc: '2021-03-04T09:00:00Z' },
      },
      headlines: [{ value: 'A new line' }],
      by: 'Mona Vik',
      contributors: [{ name: 'Mona Vik', role: 'creator' }],
      located: 'Zenda, Ruritania',
      descriptions: [
        { role: 'caption', value: 'Mayor Anna Berg (L) opens the ferry line in Zenda, Ruritania, March 4, 2021.' },
      ],
      body: [],
      notes: [{ role: 'instructions', text: 'NOT FOR SALE', public: false }],
      media: [
        {
          type: 'picture',
          guid: 'urn:zenda:4711',
          headline: 'A new line',
          captions: ['Mayor Anna Berg (L) opens the ferry line in Zenda, Ruritania, March 4, 2021.'],
          captionTranslations: [{ value: 'Ferja', language: 'nb' }],
          captionWriter: 'tv',
          credit: 'Zenda Times',
          creator: 'Mona Vik',
          source: 'ZT',
          altText: 'A woman cuts a ribbon',
          extendedDescription: 'A woman cuts a red ribbon before a white ferry.',
          usageTerms: 'Editorial use only',
          licence: 'https://example.org/rights',
          taken: { raw: '2021-03-04T05:06:07+01:00', utc: '2021-03-04T04:06:07Z' },
          place: 'Zenda, Ruritania',
          people: [{ name: 'Anna Berg' }],
          orientation: 6,
          renditions: [
            { name: 'original', contentType: 'image/jpeg', width: 640, height: 480, sizeInBytes: bytes.length },
          ],
        },
      ],
      subjects: [],
      people: [{ name: 'Anna Berg' }],
      organisations: [],
      places: [{ name: 'Zenda, Ruritania' }, { name: 'Zenda', rel: 'created' }],
      events: [],
      objects: [],
      genres: [],
      keywords: ['ferry', 'transport'],
      infoSources: [
        { name: 'Zenda Times', role: 'credit' },
        { name: 'ZT', role: 'source' },
      ],
      altIds: [{ role: 'jobId', value: 'ZEN101' }],
      usageTerms: 'Editorial use only',
      rightsInfo: { linkedRights: 'https://example.org/rights' },
      relations: [],
      issues: [{ code: 'camera-position', path: 'media[0]' }],
    },
  ]);
});

describe('the identifier of a picture', () => {
  const named = jpegFile({ photoshop: photoshopResources([0x0404, iimBlock([2, 187, 'ZT-1'])]) });
  const bare = jpegFile({ comment: 'a' });

  test('is what its metadata says, else what the sender says', () => {
    expect(readDocument(named, { guid: 'sent' }).stories[0]?.guid).toBe('ZT-1');
    expect(readDocument(bare, { guid: 'sent' }).stories[0]?.guid).toBe('sent');
  });

  test('is else made of the file', () => {
    const guid = (bytes: Buffer): string | undefined => readDocument(bytes).stories[0]?.guid;
    expect(guid(bare)).toMatch(/^urn:dateline:picture:[0-9a-f]{32}$/);
    expect(guid(bare)).toBe(guid(jpegFile({ comment: 'a' })));
    expect(guid(bare)).not.toBe(guid(jpegFile({ comment: 'b' })));
  });
});

describe('the declared type', () => {
  const png = pngFile({});

  test.each(['image/png', 'application/octet-stream', 'text/plain'])('may be %s', (mediaType) => {
    expect(readDocument(png, { mediaType }).stories[0]?.issues).toEqual([]);
  });

  test('that names another kind of picture is an issue', () => {
    expect(readDocument(png, { mediaType: 'image/jpg' }).stories[0]?.issues).toEqual([
      { code: 'picture-type-differs', path: 'media[0]', message: 'it is image/png' },
    ]);
  });

  test.each([
    ['application/ninjs+json', png],
    ['image/png', Buffer.from('{"uri":"urn:zenda:1"}')],
    ['image/jpeg', Buffer.from('<html><body>404</body></html>')],
  ])('%s contradicts other content', (mediaType, bytes) => {
    expect(() => readDocument(bytes, { mediaType })).toThrow(expect.objectContaining({ code: 'wrong-format' }));
  });
});

test('a picture that is cut off behind its metadata is a story with issues', () => {
  const bytes = jpegFile({ xmp });
  const [story] = readDocument(bytes.subarray(0, bytes.length - 25)).stories;
  expect(story?.headlines).toEqual([{ value: 'A new line' }]);
  expect(story?.issues).toEqual([
    { code: 'truncated-picture', path: 'media[0]' },
    { code: 'size-unknown', path: 'media[0]' },
  ]);
});

test.each([
  Buffer.from([0xff, 0xd8, 0xff]),
  Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 9, 1, 1]),
  pngFile({}).subarray(0, 12),
])('a picture of which nothing can be read is refused', (bytes) =>
  expect(() => readDocument(bytes)).toThrow(expect.objectContaining({ code: 'damaged-picture' })),
);

test('a moving picture says so, and a wrong character set is told with its place', () => {
  expect(readDocument(gifFile({}, 2)).stories[0]?.issues).toEqual([{ code: 'picture-animated', path: 'media[0]' }]);
  const photoshop = photoshopResources([0x0404, iimBlock(IIM_UTF8, [2, 120, Buffer.from('caf\xe9', 'latin1')])]);
  const [story] = readDocument(jpegFile({ photoshop })).stories;
  expect(story?.media[0]?.captions).toEqual(['café']);
  expect(story?.issues).toEqual([{ code: 'wrong-charset', path: 'media[0].iim' }]);
  expect(Story.parse(story)).toEqual(story);
});
