import { readGif } from './containers/gif.ts';
import { readIsoMedia } from './containers/isobmff.ts';
import { readJpeg } from './containers/jpeg.ts';
import { readPng } from './containers/png.ts';
import { readTiff } from './containers/tiff.ts';
import { readWebp } from './containers/webp.ts';
import { aboutFrom } from './facts/about.ts';
import { datesFrom } from './facts/dates.ts';
import { identityFrom } from './facts/identity.ts';
import { makersFrom } from './facts/makers.ts';
import { placesFrom } from './facts/places.ts';
import { pointOfInterest } from './facts/regions.ts';
import { rightsFrom } from './facts/rights.ts';
import type { Sources } from './facts/sources.ts';
import { textsFrom } from './facts/texts.ts';
import { type FoundParts, noParts } from './found-parts.ts';
import { MAX_SIDE } from './limits.ts';
import type { PictureFacts } from './picture-facts.ts';
import { type PictureType, pictureType } from './picture-type.ts';
import { sourcesOf } from './read-parts.ts';
import { textOf } from './xmp/xmp-value.ts';

const CONTAINERS: Readonly<Record<PictureType, (bytes: Uint8Array, parts: FoundParts) => void>> = {
  'image/jpeg': readJpeg,
  'image/png': readPng,
  'image/tiff': readTiff,
  'image/webp': readWebp,
  'image/avif': readIsoMedia,
  'image/heic': readIsoMedia,
  'image/gif': readGif,
};

/**
 * What a picture file says of itself. Never throws: of a damaged file it gives what can be read, with `issues` that
 * say what couldn't. Undefined where the first bytes are those of no picture known here.
 */
export function readPicture(bytes: Uint8Array): PictureFacts | undefined {
  const mediaType = pictureType(bytes);
  if (mediaType === undefined) return undefined;
  const parts = noParts();
  CONTAINERS[mediaType](bytes, parts);
  const sources = sourcesOf(parts);
  return {
    mediaType,
    ...sizeOf(parts, sources),
    ...factsOf(sources),
    ...flagsOf(parts, sources),
    issues: parts.issues,
  };
}

type Size = Pick<PictureFacts, 'width' | 'height' | 'orientation' | 'pointOfInterest'>;

/** The container's own size; what EXIF says of it is the camera's and may be from before the picture was cut. */
function sizeOf(parts: FoundParts, { exif, xmp }: Sources): Size {
  const orientation = exif?.orientation ?? orientationOf(textOf(xmp('tiff:Orientation')));
  const { width = 0, height = 0 } = parts;
  const known = width > 0 && height > 0 && width <= MAX_SIDE && height <= MAX_SIDE;
  if (!known) parts.issues.push({ code: 'size-unknown' });
  const point = known ? (pointOfInterest(xmp, { width, height }) ?? subjectIn(exif, { width, height })) : undefined;
  return {
    ...(known && { width, height }),
    ...(orientation !== undefined && { orientation }),
    ...(point !== undefined && { pointOfInterest: point }),
  };
}

/** EXIF's subject area counts in the camera's pixels, so it is used only where the picture still has their number. */
function subjectIn(exif: Sources['exif'], { width, height }: { width: number; height: number }) {
  const same = exif?.width === width && exif.height === height;
  const point = same ? exif.subject : undefined;
  return point !== undefined && point.x <= width && point.y <= height ? point : undefined;
}

function orientationOf(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-8]$/.test(text) ? Number(text) : undefined;
}

function factsOf(sources: Sources) {
  return {
    ...textsFrom(sources),
    ...makersFrom(sources),
    ...rightsFrom(sources),
    ...aboutFrom(sources),
    ...placesFrom(sources),
    ...datesFrom(sources),
    ...identityFrom(sources),
  };
}

function flagsOf(parts: FoundParts, { exif, xmp }: Sources) {
  return {
    located: exif?.located === true || xmp('exif:GPSLatitude') !== undefined,
    ...(parts.animated === true && { animated: true }),
    ...(parts.contentCredentials === true && { contentCredentials: true }),
  };
}
