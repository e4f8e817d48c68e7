export { type ExifDirectories, type ExifTag, exifBlock } from './exif-block.ts';
export { IIM_UTF8, type IimDataset, iimBlock, photoshopResources } from './iim-block.ts';
export {
  extendedXmpSegments,
  gifFile,
  isoMediaFile,
  jpegFile,
  jpegSegment,
  type PictureParts,
  pngChunk,
  pngFile,
  tiffFile,
  webpFile,
} from './picture-files.ts';
export { xmpAlternative, xmpList, xmpPacket } from './xmp-packet.ts';
