/** The picture files whose metadata is read. */
export const PICTURE_TYPES = [
  'image/jpeg',
  'image/png',
  'image/tiff',
  'image/webp',
  'image/avif',
  'image/heic',
  'image/gif',
] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const HEIF_BRANDS = /heic|heix|heim|heis|hevc|hevx|mif1|msf1/;

/** The type of a picture file by its first bytes, whatever it is called; undefined for anything else. */
export function pictureType(bytes: Uint8Array): PictureType | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (PNG.every((byte, at) => bytes[at] === byte)) return 'image/png';
  const head = String.fromCharCode(...bytes.subarray(0, 4));
  if (head === 'II*\0' || head === 'MM\0*') return 'image/tiff';
  if (head === 'GIF8') return 'image/gif';
  const kind = String.fromCharCode(...bytes.subarray(8, 12));
  if (head === 'RIFF' && kind === 'WEBP') return 'image/webp';
  return String.fromCharCode(...bytes.subarray(4, 8)) === 'ftyp' ? isoType(bytes, kind) : undefined;
}

/** By the major brand of ISO/IEC 14496-12, or the compatible ones where that says only "image". */
function isoType(bytes: Uint8Array, major: string): PictureType | undefined {
  const brands = String.fromCharCode(...bytes.subarray(8, Math.min(64, 8 + Math.max(0, (bytes[3] ?? 0) - 8))));
  if (/^avi[fs]/.test(major) || /avi[fs]/.test(brands)) return 'image/avif';
  return HEIF_BRANDS.test(brands) ? 'image/heic' : undefined;
}
