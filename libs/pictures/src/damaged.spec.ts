import { deflateSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import {
  type ExifDirectories,
  exifBlock,
  gifFile,
  IIM_UTF8,
  iimBlock,
  isoMediaFile,
  jpegFile,
  photoshopResources,
  pngChunk,
  pngFile,
  tiffFile,
  webpFile,
  xmpAlternative,
  xmpList,
  xmpPacket,
} from '#testing';
import { readPicture } from './read-picture.ts';

const directories: ExifDirectories = {
  main: [
    [0x010e, 2, 'A ferry leaves the old quay in the morning'],
    [0x0112, 3, [6]],
    [0x013b, 2, 'Mona Vik; Tom Vale'],
  ],
  photo: [[0x9003, 2, '2021:03:04 05:06:07']],
  gps: [[1, 2, 'N']],
};
const exif = exifBlock(directories);
const xmp = xmpPacket(xmpAlternative('dc:title', 'A ferry') + xmpList('dc:subject', 'Bag', ['ferry', 'quay', 'sea']));
const iim = iimBlock(IIM_UTF8, [2, 105, 'Ferry at the quay'], [2, 25, 'ferry'], [2, 25, 'quay']);
const photoshop = photoshopResources([0x0404, iim], [0x0425, Buffer.alloc(16)]);
const whole = { exif, xmp, photoshop };

const FILES: Readonly<Record<string, Buffer>> = {
  jpeg: jpegFile(whole, { photoshopPieces: 2 }),
  png: pngFile(whole, { compressed: true }),
  tiff: tiffFile(whole, { order: 'MM', iim, exif: directories }),
  webp: webpFile(whole),
  avif: isoMediaFile('avif', whole),
  heic: isoMediaFile('heic', whole),
  gif: gifFile(whole, 2),
};

/** Numbers from 0 to 2^32, the same for the same seed (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/** Some bytes changed to those that matter in lengths and marks, and the file perhaps cut off or a piece of it doubled. */
function damaged(file: Buffer, next: () => number): Buffer {
  const bytes = Buffer.from(file);
  for (let count = 1 + (next() % 8); count > 0; count -= 1) {
    const value = [0, 0xff, 0x7f, 0x80, 1, 0x1c, 0x3c, next() % 256][next() % 8] ?? 0;
    bytes[12 + (next() % (bytes.length - 12))] = value;
  }
  const kind = next() % 4;
  if (kind === 0) return bytes.subarray(0, next() % bytes.length);
  const at = next() % bytes.length;
  return kind === 1 ? Buffer.concat([bytes.subarray(0, at), bytes.subarray(at >> 1)]) : bytes;
}

const cpuMilliseconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

describe('a damaged picture', () => {
  test.each(Object.keys(FILES))('%s never throws, and always says its type', (name) => {
    const file = FILES[name] ?? Buffer.alloc(0);
    const next = chance(name.length);
    const type = readPicture(file)?.mediaType;
    const start = cpuMilliseconds();
    for (let round = 0; round < 3_000; round += 1) {
      const bytes = damaged(file, next);
      const facts = readPicture(bytes);
      if (bytes.length > 40 && bytes.subarray(0, 12).equals(file.subarray(0, 12))) expect(facts?.mediaType).toBe(type);
    }
    expect((cpuMilliseconds() - start) / 3_000).toBeLessThan(5);
  });

  test.each(Object.keys(FILES))('%s cut off at any byte gives what came before', (name) => {
    const file = FILES[name] ?? Buffer.alloc(0);
    for (let length = 12; length < file.length; length += 1) readPicture(file.subarray(0, length));
  });
});

describe('a hostile picture', () => {
  const big = 4 * 1024 * 1024;
  const jpegOf = (bytes: Buffer): Buffer => Buffer.concat([Buffer.from([0xff, 0xd8]), bytes]);
  const tiffOf = (entries: number): Buffer => {
    const directory = Buffer.alloc(2 + entries * 12 + 4);
    directory.writeUInt16LE(entries, 0);
    for (let at = 2; at < directory.length - 4; at += 12)
      directory.set([at & 0xff, at >> 8, 2, 0, 0xff, 0xff, 0xff, 0], at);
    return Buffer.concat([Buffer.from('II*\0\x08\0\0\0', 'latin1'), directory]);
  };
  const isoOf = (meta: Buffer): Buffer => Buffer.concat([Buffer.from('\0\0\0\x10ftypavif\0\0\0\0', 'latin1'), meta]);
  const box = (type: string, data: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(data.length + 8, 0);
    head.write(type, 4, 'latin1');
    return Buffer.concat([head, data]);
  };
  const item = (id: number): Buffer =>
    box('infe', Buffer.concat([Buffer.from([2, 0, 0, 0, id >> 8, id & 0xff, 0, 0]), Buffer.from('Exif\0\0')]));
  const items = Buffer.concat(Array.from({ length: 5_000 }, (_, id) => item(id)));
  const locations = Buffer.concat(
    Array.from({ length: 5_000 }, (_, id) => Buffer.from([id >> 8, id & 0xff, 0, 0, 0, 0, 0xff, 0xff])),
  );

  test.each<[string, () => Buffer]>([
    ['of bytes that are markers', () => jpegOf(Buffer.alloc(big, 0xff))],
    ['of bytes that are none', () => jpegOf(Buffer.concat([Buffer.from([0xff]), Buffer.alloc(big, 0x20)]))],
    ['of a million tiny segments', () => jpegOf(Buffer.from('ffe50002'.repeat(1_000_000), 'hex'))],
    [
      'of resources without end',
      () =>
        jpegFile({
          photoshop: photoshopResources(
            ...Array.from({ length: 4_000 }, () => [1, Buffer.alloc(2)] as [number, Buffer]),
          ).subarray(0, 65_000),
        }),
    ],
    [
      'of IIM that is all tags',
      () => jpegFile({ photoshop: photoshopResources([0x0404, Buffer.alloc(60_000, 0x1c)]) }),
    ],
    [
      'of IIM that is all empty',
      () =>
        jpegFile({
          photoshop: photoshopResources([
            0x0404,
            iimBlock(...Array.from({ length: 12_000 }, () => [2, 25, ''] as const)),
          ]),
        }),
    ],
    ['of XMP that is all ampersands', () => jpegFile({ xmp: xmpPacket('&'.repeat(60_000)) })],
    ['of a large XMP packet', () => pngFile({ xmp: xmpPacket('<dc:a b="c">d</dc:a>'.repeat(200_000)) })],
    [
      'of compressed XMP that grows a thousandfold',
      () => pngFile({ xmp: xmpPacket('x'.repeat(big)) }, { compressed: true }),
    ],
    [
      'of ten thousand compressed texts',
      () => {
        const text = pngChunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(Buffer.alloc(500_000))]));
        const file = pngFile({});
        return Buffer.concat([file.subarray(0, 33), ...Array.from({ length: 9_000 }, () => text), file.subarray(33)]);
      },
    ],
    [
      'of ten thousand Photoshop segments',
      () => jpegFile({ photoshop: Buffer.alloc(20_000) }, { photoshopPieces: 9_900 }),
    ],
    ['of a directory with all entries', () => tiffOf(65_535)],
    [
      'of items and extents without end',
      () =>
        isoOf(
          box(
            'meta',
            Buffer.concat([
              Buffer.alloc(4),
              box('iinf', Buffer.concat([Buffer.from([0, 0, 0, 0, 0x13, 0x88]), items])),
              box('iloc', Buffer.concat([Buffer.from([1, 0, 0, 0, 0, 0, 0x13, 0x88]), locations])),
            ]),
          ),
        ),
    ],
    [
      'of GIF blocks without end',
      () => Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(7), Buffer.from('2100'.repeat(big / 4), 'hex')]),
    ],
  ])('%s takes no more than a moment', (_what, make) => {
    const bytes = make();
    const times = Array.from({ length: 4 }, () => {
      const start = cpuMilliseconds();
      readPicture(bytes);
      return cpuMilliseconds() - start;
    });
    // Some 20 to 45 ms; what grows without bound takes seconds.
    expect(Math.min(...times)).toBeLessThan(200);
  });

  test("with a packet that is too large says so, and its logs don't count", () => {
    const packet = (inside: string): string => xmpPacket(`<photoshop:City>Zenda</photoshop:City>${inside}`);
    const log = `<photoshop:DocumentAncestors><rdf:Bag>${'<rdf:li>0</rdf:li>'.repeat(50_000)}</rdf:Bag></photoshop:DocumentAncestors>`;
    expect(readPicture(pngFile({ xmp: packet(log) }))).toMatchObject({ place: { city: 'Zenda' }, issues: [] });
    const facts = readPicture(pngFile({ xmp: packet('x'.repeat(300_000)) }));
    expect(facts?.place).toEqual({ city: 'Zenda' });
    expect(facts?.issues).toContainEqual({ code: 'xmp-too-large' });
  });
});
