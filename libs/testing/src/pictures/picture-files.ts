import { deflateSync } from 'node:zlib';
import { type ExifDirectories, exifBlock } from './exif-block.ts';

/** What is put into a picture file. There are no pixels behind it: readers of metadata never get that far. */
export type PictureParts = {
  readonly width?: number;
  readonly height?: number;
  /** A TIFF structure. */
  readonly exif?: Buffer;
  readonly xmp?: string | Buffer;
  /** Photoshop image resources. */
  readonly photoshop?: Buffer;
  readonly comment?: string;
};

const XMP_HEADER = 'http://ns.adobe.com/xap/1.0/\0';

/** A JPEG; `segments` are written as they are after the metadata. Photoshop resources may be cut over several segments. */
export function jpegFile(parts: PictureParts, { segments = [] as Buffer[], photoshopPieces = 1 } = {}): Buffer {
  const { width = 640, height = 480, exif, xmp, photoshop, comment } = parts;
  const piece = Math.ceil((photoshop?.length ?? 0) / photoshopPieces);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...(exif === undefined ? [] : [jpegSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exif]))]),
    ...(xmp === undefined ? [] : [jpegSegment(0xe1, Buffer.concat([Buffer.from(XMP_HEADER), Buffer.from(xmp)]))]),
    ...Array.from({ length: photoshop === undefined ? 0 : photoshopPieces }, (_, index) => {
      const data = photoshop?.subarray(index * piece, (index + 1) * piece) ?? Buffer.alloc(0);
      return jpegSegment(0xed, Buffer.concat([Buffer.from('Photoshop 3.0\0'), data]));
    }),
    ...(comment === undefined ? [] : [jpegSegment(0xfe, Buffer.from(comment))]),
    ...segments,
    jpegSegment(0xc0, Buffer.from([8, ...short(height), ...short(width), 1, 1, 0x11, 0])),
    jpegSegment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x00, 0xff, 0xd9]),
  ]);
}

/** One marker segment with its length. */
export function jpegSegment(marker: number, data: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0xff, marker, ...short(data.length + 2)]), data]);
}

/** The segments of extended XMP, in pieces of `size` bytes. */
export function extendedXmpSegments(guid: string, packet: string, size: number): Buffer[] {
  const bytes = Buffer.from(packet);
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => {
    const head = Buffer.concat([
      Buffer.from(`http://ns.adobe.com/xmp/extension/\0${guid}`),
      Buffer.from([...long(bytes.length), ...long(index * size)]),
    ]);
    return jpegSegment(0xe1, Buffer.concat([head, bytes.subarray(index * size, (index + 1) * size)]));
  });
}

/** A PNG; XMP in an `iTXt`, compressed on demand; `texts` in `tEXt`. */
export function pngFile(
  parts: PictureParts,
  { compressed = false, texts = {} as Readonly<Record<string, string>> } = {},
): Buffer {
  const { width = 640, height = 480, exif, xmp } = parts;
  const flags = Buffer.from([compressed ? 1 : 0, 0, 0, 0]);
  const content = Buffer.from(xmp ?? '');
  const packet = [Buffer.from('XML:com.adobe.xmp\0'), flags, compressed ? deflateSync(content) : content];
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', Buffer.from([...long(width), ...long(height), 8, 2, 0, 0, 0])),
    ...Object.entries(texts).map(([name, text]) => pngChunk('tEXt', Buffer.from(`${name}\0${text}`, 'latin1'))),
    ...(xmp === undefined ? [] : [pngChunk('iTXt', Buffer.concat(packet))]),
    ...(exif === undefined ? [] : [pngChunk('eXIf', exif)]),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** One chunk; its checksum is left at zero, which nobody here looks at. */
export function pngChunk(type: string, data: Buffer): Buffer {
  return Buffer.concat([Buffer.from(long(data.length)), Buffer.from(type), data, Buffer.alloc(4)]);
}

/** A WebP of the extended kind. */
export function webpFile({ width = 640, height = 480, exif, xmp }: PictureParts): Buffer {
  const size24 = (value: number): number[] => [value & 0xff, (value >> 8) & 0xff, value >> 16];
  const chunks = Buffer.concat([
    riffChunk('VP8X', Buffer.from([0x0c, 0, 0, 0, ...size24(width - 1), ...size24(height - 1)])),
    ...(exif === undefined ? [] : [riffChunk('EXIF', exif)]),
    ...(xmp === undefined ? [] : [riffChunk('XMP ', Buffer.from(xmp))]),
  ]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(chunks.length + 4);
  return Buffer.concat([Buffer.from('RIFF'), length, Buffer.from('WEBP'), chunks]);
}

function riffChunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(data.length);
  return Buffer.concat([Buffer.from(type), length, data, Buffer.alloc(data.length % 2)]);
}

/** A TIFF with its metadata in tags 700, 33723 (IIM, given as `iim`) and 34377. */
export function tiffFile(
  { width = 640, height = 480, xmp, photoshop }: PictureParts,
  { order = 'II' as 'II' | 'MM', iim = undefined as Buffer | undefined, exif = {} as ExifDirectories } = {},
): Buffer {
  const main = [
    [256, 4, [width]] as const,
    [257, 4, [height]] as const,
    ...(xmp === undefined ? [] : [[700, 1, Buffer.from(xmp)] as const]),
    ...(iim === undefined ? [] : [[33723, 7, iim] as const]),
    ...(photoshop === undefined ? [] : [[34377, 7, photoshop] as const]),
    ...(exif.main ?? []),
  ];
  return exifBlock({ ...exif, main }, order);
}

/** An AVIF or HEIC of one item, with EXIF and XMP as items in `mdat`. */
export function isoMediaFile(brand: 'avif' | 'heic', { width = 640, height = 480, exif, xmp }: PictureParts): Buffer {
  const payloads = [
    { id: 2, type: 'Exif\0', data: Buffer.concat([Buffer.alloc(4), exif ?? Buffer.alloc(0)]) },
    { id: 3, type: 'mime\0application/rdf+xml\0', data: Buffer.from(xmp ?? '') },
  ];
  const head = box('ftyp', Buffer.from(`${brand}\0\0\0\0mif1${brand}`));
  const meta = (offset: number): Buffer => {
    let at = offset;
    const locations = payloads.map(({ id, data }) => {
      const entry = Buffer.from([...short(id), 0, 0, 0, 0, ...short(1), ...long(at), ...long(data.length)]);
      at += data.length;
      return entry;
    });
    const size = box('ispe', Buffer.from([0, 0, 0, 0, ...long(width), ...long(height)]));
    const thumb = box('ispe', Buffer.from([0, 0, 0, 0, ...long(99), ...long(99)]));
    const tie = box('ipma', Buffer.from([0, 0, 0, 0, ...long(1), ...short(1), 1, 2]));
    return box(
      'meta',
      Buffer.concat([
        Buffer.alloc(4),
        box('pitm', Buffer.from([0, 0, 0, 0, ...short(1)])),
        box('iprp', Buffer.concat([box('ipco', Buffer.concat([thumb, size])), tie])),
        box(
          'iinf',
          Buffer.concat([
            Buffer.from([0, 0, 0, 0, ...short(payloads.length)]),
            ...payloads.map(({ id, type }) =>
              box(
                'infe',
                Buffer.concat([Buffer.from([2, 0, 0, 0, ...short(id), 0, 0]), Buffer.from(type), Buffer.from([0])]),
              ),
            ),
          ]),
        ),
        box('iloc', Buffer.concat([Buffer.from([1, 0, 0, 0, 0x44, 0, ...short(payloads.length)]), ...locations])),
      ]),
    );
  };
  const start = head.length + meta(0).length + 8;
  return Buffer.concat([head, meta(start), box('mdat', Buffer.concat(payloads.map(({ data }) => data)))]);
}

function box(type: string, data: Buffer): Buffer {
  return Buffer.concat([Buffer.from(long(data.length + 8)), Buffer.from(type), data]);
}

/** A GIF of `frames` images, with XMP in its application extension. */
export function gifFile({ width = 640, height = 480, xmp }: PictureParts, frames = 1): Buffer {
  const trailer = Buffer.from([1, ...Array.from({ length: 256 }, (_, index) => 255 - index), 0]);
  const low = (value: number): number[] => [value & 0xff, value >> 8];
  const application = [Buffer.from([0x21, 0xff, 11]), Buffer.from('XMP DataXMP'), Buffer.from(xmp ?? ''), trailer];
  return Buffer.concat([
    Buffer.from('GIF89a'),
    Buffer.from([...low(width), ...low(height), 0, 0, 0]),
    ...(xmp === undefined ? [] : application),
    ...Array.from({ length: frames }, () => Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 1, 0, 0])),
    Buffer.from([0x3b]),
  ]);
}

const short = (value: number): number[] => [(value >> 8) & 0xff, value & 0xff];
const long = (value: number): number[] => [value >>> 24, (value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff];
