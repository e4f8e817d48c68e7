import { describe, expect, test } from '@jest/globals';
import {
  exifBlock,
  extendedXmpSegments,
  gifFile,
  IIM_UTF8,
  iimBlock,
  isoMediaFile,
  jpegFile,
  jpegSegment,
  photoshopResources,
  pngChunk,
  pngFile,
  tiffFile,
  webpFile,
  xmpAlternative,
  xmpPacket,
} from '#testing';
import { readPicture } from '../read-picture.ts';

const exif = exifBlock({ main: [[0x0112, 3, [6]]] });
const xmp = xmpPacket(xmpAlternative('dc:title', 'A ferry &amp; a <![CDATA[<quay>]]>'));
const iim = iimBlock(IIM_UTF8, [2, 105, 'Ferry at the quay']);
const photoshop = photoshopResources([0x03ed, Buffer.from('odd')], [0x0404, iim]);

describe('every container', () => {
  test.each([
    ['image/jpeg', jpegFile({ exif, xmp })],
    ['image/png', pngFile({ exif, xmp })],
    ['image/png', pngFile({ exif, xmp }, { compressed: true })],
    ['image/webp', webpFile({ exif, xmp })],
    ['image/avif', isoMediaFile('avif', { exif, xmp })],
    ['image/heic', isoMediaFile('heic', { exif, xmp })],
    ['image/tiff', tiffFile({ xmp }, { exif: { main: [[0x0112, 3, [6]]] } })],
    ['image/tiff', tiffFile({ xmp }, { order: 'MM', exif: { main: [[0x0112, 3, [6]]] } })],
  ])('%s gives size, EXIF and XMP', (mediaType, bytes) => {
    expect(readPicture(bytes)).toMatchObject({
      mediaType,
      width: 640,
      height: 480,
      orientation: 6,
      title: 'A ferry & a <quay>',
      issues: [],
    });
  });

  test('a GIF gives size and XMP, and says that it moves', () => {
    expect(readPicture(gifFile({ xmp }, 2))).toMatchObject({
      width: 640,
      height: 480,
      animated: true,
      title: 'A ferry & a <quay>',
    });
    expect(readPicture(gifFile({ xmp }, 1))).not.toHaveProperty('animated');
  });

  test.each([
    ['VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a, 0x80, 0x02, 0xe0, 0x01]],
    ['VP8L', [0x2f, 0x7f, 0xc2, 0x77, 0x00]],
  ])('a WebP of one %s frame gives its size', (type, data) => {
    const chunk = Buffer.concat([Buffer.from(type), Buffer.from([data.length, 0, 0, 0]), Buffer.from(data)]);
    const bytes = Buffer.concat([Buffer.from('RIFF'), Buffer.from([30, 0, 0, 0]), Buffer.from('WEBP'), chunk]);
    expect(readPicture(bytes)).toMatchObject({ width: 640, height: 480 });
  });

  test('what is no picture is none', () => {
    for (const text of ['', 'x', '<?xml version="1.0"?>', '{"uri":1}', 'RIFF....WAVE', '\0\0\0\x18ftypmp42']) {
      expect(readPicture(Buffer.from(text, 'latin1'))).toBeUndefined();
    }
  });
});

describe('a JPEG', () => {
  test('gives the IIM of Photoshop resources, in one segment or cut over several', () => {
    for (const photoshopPieces of [1, 2, 5]) {
      expect(readPicture(jpegFile({ photoshop }, { photoshopPieces }))).toMatchObject({
        headline: 'Ferry at the quay',
        issues: [],
      });
    }
  });

  test('gives extended XMP that its main packet names, in pieces of any order, and no other', () => {
    const guid = '0123456789ABCDEF0123456789ABCDEF';
    const main = xmpPacket('', `xmpNote:HasExtendedXMP="${guid}"`);
    const pieces = extendedXmpSegments(guid, xmpPacket(xmpAlternative('dc:rights', 'A notice')), 100).reverse();
    expect(readPicture(jpegFile({ xmp: main }, { segments: pieces }))).toMatchObject({ copyrightNotice: 'A notice' });
    expect(readPicture(jpegFile({ xmp }, { segments: pieces }))).not.toHaveProperty('copyrightNotice');
    expect(readPicture(jpegFile({ xmp: main }, { segments: pieces.slice(1) }))).not.toHaveProperty('copyrightNotice');
  });

  test('is read on behind a segment with a wrong length', () => {
    const short = jpegSegment(0xe5, Buffer.from('twelve bytes'));
    short.writeUInt16BE(6, 2);
    expect(readPicture(jpegFile({ exif }, { segments: [short] }))).toMatchObject({
      width: 640,
      issues: [{ code: 'damaged-segment' }],
    });
  });

  test('cut off before its size keeps what came before', () => {
    const bytes = jpegFile({ xmp });
    const facts = readPicture(bytes.subarray(0, bytes.length - 30));
    expect(facts).toMatchObject({
      title: 'A ferry & a <quay>',
      issues: [{ code: 'truncated-picture' }, { code: 'size-unknown' }],
    });
    expect(facts).not.toHaveProperty('width');
  });

  test('says that it has content credentials', () => {
    const jumbf = jpegSegment(0xeb, Buffer.concat([Buffer.from('JP\0\x01\0\0\0\x01\0\0\0\x20'), Buffer.from('jumb')]));
    expect(readPicture(jpegFile({}, { segments: [jumbf] }))).toMatchObject({ contentCredentials: true });
    expect(readPicture(jpegFile({}))).not.toHaveProperty('contentCredentials');
  });
});

describe('a PNG', () => {
  test('gives the texts of its own', () => {
    const texts = { Description: 'A ferry', Author: 'Mona Vik', Copyright: '© Vik', Title: 'Ferry' };
    expect(readPicture(pngFile({}, { texts }))).toMatchObject({
      captions: [{ value: 'A ferry' }],
      creators: ['Mona Vik'],
      copyrightNotice: '© Vik',
      title: 'Ferry',
    });
  });

  test.each([
    ['iptc', photoshop],
    ['8bim', photoshop],
    ['iptc', iim],
  ])('gives IIM that ImageMagick wrote as raw profile %s', (name, bytes) => {
    const text = `Raw profile type ${name}\0\n${name}\n      ${bytes.length}\n${bytes.toString('hex').replace(/.{72}/g, '$&\n')}\n`;
    const file = pngFile({});
    const chunk = pngChunk('tEXt', Buffer.from(text, 'latin1'));
    expect(readPicture(Buffer.concat([file.subarray(0, 33), chunk, file.subarray(33)]))).toMatchObject({
      headline: 'Ferry at the quay',
    });
  });

  test('says that a compressed text is damaged or grows too large', () => {
    const file = pngFile({});
    const chunk = pngChunk('zTXt', Buffer.from('Comment\0\0no zlib', 'latin1'));
    expect(readPicture(Buffer.concat([file.subarray(0, 33), chunk, file.subarray(33)]))?.issues).toEqual([
      { code: 'damaged-text' },
    ]);
  });
});

test('a TIFF gives the IIM and the Photoshop resources of its tags, with bytes swapped or not', () => {
  const padded = Buffer.concat([iim, Buffer.alloc((4 - (iim.length % 4)) % 4)]);
  for (const block of [iim, Buffer.from(padded).swap32()]) {
    expect(readPicture(tiffFile({}, { iim: block }))).toMatchObject({ headline: 'Ferry at the quay' });
  }
  expect(readPicture(tiffFile({ photoshop }))).toMatchObject({ headline: 'Ferry at the quay' });
});
