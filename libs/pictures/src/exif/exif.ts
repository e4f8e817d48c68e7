import type { PrintedTime } from '#contracts';
import { cleanText } from '../clean-text.ts';
import { defined } from '../defined.ts';
import { exifTime } from '../times.ts';
import { exifText, userComment, windowsText } from './exif-text.ts';
import { exifTags, firstIfd, type Ifd, ifdNumber, ifdNumbers, subIfd } from './ifd.ts';

/** What the EXIF of a picture says of its content; camera settings are left alone. */
export type Exif = {
  readonly description?: string;
  readonly artist?: string;
  readonly copyright?: string;
  readonly title?: string;
  readonly comment?: string;
  readonly keywords?: readonly string[];
  readonly orientation?: number;
  /** Pixels as the camera made them; an editor may have cut the picture since. */
  readonly width?: number;
  readonly height?: number;
  readonly taken?: PrintedTime;
  readonly digitized?: PrintedTime;
  readonly modified?: PrintedTime;
  /** Middle of the main subject, in pixels. */
  readonly subject?: { readonly x: number; readonly y: number };
  readonly imageId?: string;
  /** The file tells the position of the camera. */
  readonly located: boolean;
};

const GPS_POSITION = [1, 2, 3, 4] as const;

/** Reads a TIFF structure as Exif 2.32 and 3.0 (CIPA DC-008) say. Never throws; damaged entries are absent. */
export function readExif(tiff: Uint8Array): Exif | undefined {
  const main = firstIfd(tiff);
  if (main === undefined) return undefined;
  const photo = subIfd(main, 0x8769);
  const gps = exifTags(subIfd(main, 0x8825));
  return {
    ...defined({
      description: exifText(main, 0x010e),
      artist: exifText(main, 0x013b) ?? exifText(photo, 0xa437) ?? windowsText(main, 0x9c9d),
      copyright: copyrightOf(main),
      title: exifText(photo, 0xa436) ?? windowsText(main, 0x9c9b),
      comment: userComment(photo) ?? windowsText(main, 0x9c9c),
      keywords: windowsText(main, 0x9c9e)
        ?.split(/\s*;\s*/)
        .filter((word) => word !== ''),
      orientation: orientationOf(main),
      width: photo && ifdNumber(photo, 0xa002),
      height: photo && ifdNumber(photo, 0xa003),
      taken: timeOf(photo, 0x9003, 0x9011, 0x9291),
      digitized: timeOf(photo, 0x9004, 0x9012, 0x9292),
      modified: exifTime(exifText(main, 0x0132), exifText(photo, 0x9010), exifText(photo, 0x9290)),
      subject: subjectOf(photo),
      imageId: exifText(photo, 0xa420),
    }),
    located: GPS_POSITION.filter((tag) => gps.has(tag)).length === GPS_POSITION.length,
  };
}

function timeOf(ifd: Ifd | undefined, time: number, offset: number, fraction: number): PrintedTime | undefined {
  return exifTime(exifText(ifd, time), exifText(ifd, offset), exifText(ifd, fraction));
}

/** "photographer NUL editor" (4.6.5.4.10): both, one a line. */
function copyrightOf(ifd: Ifd): string | undefined {
  const entry = ifd.entries.get(0x8298);
  if (entry === undefined) return undefined;
  const whole = exifText(ifd, 0x8298, '\n');
  return whole === undefined ? undefined : cleanText(whole.replace(/[ \0]*\n[ \0]*/g, '\n'));
}

function orientationOf(ifd: Ifd): number | undefined {
  const value = ifdNumber(ifd, 0x0112);
  return value !== undefined && value >= 1 && value <= 8 ? value : undefined;
}

/** SubjectArea: a point, a circle or a rectangle; each begins with its middle. */
function subjectOf(ifd: Ifd | undefined): { x: number; y: number } | undefined {
  const [x, y] = ifd === undefined ? [] : ifdNumbers(ifd, 0x9214);
  return x === undefined || y === undefined || (x === 0 && y === 0) ? undefined : { x, y };
}
