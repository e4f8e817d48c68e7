import type { PrintedTime, Story } from '#contracts';
import type { PictureFacts, PictureTime } from '#pictures';

/** The times of a picture story: a later change of the picture or its metadata makes a newer version. */
export function timesOf({ taken, modified, sent, released, expires }: PictureFacts): Story['times'] {
  return {
    ...(taken !== undefined && { contentCreated: printed(taken) }),
    ...(modified !== undefined && { versionCreated: printed(modified) }),
    ...(sent !== undefined && { transmitted: printed(sent) }),
    ...(released !== undefined && { embargoedUntil: printed(released) }),
    ...(expires !== undefined && { expires: printed(expires) }),
  };
}

/** A time without its origin. */
export function printed({ raw, utc, local }: PictureTime): PrintedTime {
  return { raw, ...(utc !== undefined && { utc }), ...(local !== undefined && { local }) };
}
