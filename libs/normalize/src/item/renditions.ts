import type { Issue, Media, Rendition } from '#contracts';
import { present } from '../present.ts';
import { httpUri } from './uri.ts';

/**
 * The files of a media item. One whose link is no http(s) URI is left out with an issue; the running time of a video
 * or audio stands on each of its files, and on one without a link where there is no file.
 */
export function renditions(media: Media, path: string, issues: Issue[]): Rendition[] {
  const files = media.renditions.flatMap((rendition, index): Rendition[] => {
    const { href, name, ...rest } = rendition;
    const uri = href === undefined ? undefined : httpUri(href);
    if (href !== undefined && uri === undefined) {
      issues.push({ code: 'invalid-href', path: `${path}.renditions.${index}` });
      return [];
    }
    return [{ name, ...present({ href: uri, ...rest }) }];
  });
  const { duration, type } = media;
  if (duration === undefined || !Number.isFinite(duration)) return files;
  if (files.length === 0) return [{ name: type, duration }];
  return files.map((file) => ({ duration, ...file }));
}
