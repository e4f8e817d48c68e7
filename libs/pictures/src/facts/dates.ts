import type { PrintedTime } from '#contracts';
import { defined } from '../defined.ts';
import type { PictureFacts, PictureTime } from '../picture-facts.ts';
import { iimTime, xmpTime } from '../times.ts';
import { textOf } from '../xmp/xmp-value.ts';
import type { Sources } from './sources.ts';

type Dates = Pick<PictureFacts, 'taken' | 'digitized' | 'modified' | 'sent' | 'released' | 'expires'>;

/** The times of a picture, each with its origin (guidelines, 5.4): EXIF's first, then those of IIM and XMP. */
export function datesFrom(sources: Sources): Dates {
  const { exif, iim, xmp } = sources;
  const xmpDate = (name: string): PictureTime | undefined => from('xmp', xmpTime(textOf(xmp(name))));
  const iimDate = (day: string, time: string): PictureTime | undefined =>
    from('iim', iimTime(iim?.first(day), iim?.first(time)));
  const created = shared(sources, iimDate('2:55', '2:60'), xmpDate('photoshop:DateCreated'));
  const digital = shared(sources, iimDate('2:62', '2:63'), xmpDate('xmp:CreateDate'));
  const modified = xmpDate('xmp:MetadataDate') ?? xmpDate('xmp:ModifyDate');
  return defined({
    taken: withZone(from('exif', exif?.taken), created) ?? created ?? xmpDate('exif:DateTimeOriginal'),
    digitized: withZone(from('exif', exif?.digitized), digital) ?? digital ?? xmpDate('exif:DateTimeDigitized'),
    modified: modified ?? from('exif', exif?.modified),
    sent: iimDate('1:70', '1:80'),
    released: iimDate('2:30', '2:35'),
    expires: iimDate('2:37', '2:38'),
  });
}

function from(origin: PictureTime['origin'], time: PrintedTime | undefined): PictureTime | undefined {
  return time === undefined ? undefined : { ...time, origin };
}

/** XMP, unless IIM was changed behind its back; but a day alone never hides a time of that day. */
function shared(
  { iimWins }: Sources,
  iim: PictureTime | undefined,
  xmp: PictureTime | undefined,
): PictureTime | undefined {
  const [first, second] = iimWins ? [iim, xmp] : [xmp, iim];
  if (first === undefined || second === undefined) return first ?? second;
  return weight(second) > weight(first) && clock(first).slice(0, 8) === clock(second).slice(0, 8) ? second : first;
}

function weight({ utc, local }: PictureTime): number {
  return utc !== undefined ? 3 : (local?.length ?? 0) > 10 ? 2 : 1;
}

/** EXIF seldom knows the zone; where an editor wrote the same clock time with one, that is the instant. */
function withZone(camera: PictureTime | undefined, edited: PictureTime | undefined): PictureTime | undefined {
  if (camera?.local === undefined || edited?.utc === undefined) return camera;
  return clock(camera) === clock(edited) && clock(camera).length === 12 ? edited : camera;
}

/** Year to minute as digits, of the time as written. */
function clock({ raw }: PictureTime): string {
  return raw.replace(/\D/g, '').slice(0, 12);
}
