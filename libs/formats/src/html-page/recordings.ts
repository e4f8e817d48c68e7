import type { Media } from '#contracts';
import type { BodyChoice } from './body/read-body.ts';
import { elementsOf } from './dom.ts';
import type { Piece } from './pieces.ts';

const MOST = 20;

/** Videos and audio: those of the page's data, and the players between the head of the page and the end of the body. */
export function readRecordings(
  pieces: readonly Piece[],
  { last, first }: BodyChoice,
  data: readonly Media[],
  absolute: (href: string) => string | undefined,
): Media[] {
  const recordings: Media[] = [...data];
  const known = new Set(data.flatMap(({ renditions }) => renditions.map(({ href }) => href)));
  for (const piece of pieces.slice(Math.max(0, first - 40), last + 1)) {
    if (piece.kind !== 'video' || recordings.length >= MOST) continue;
    const files: string[] = [];
    let type: Media['type'] = 'video';
    let poster: string | undefined;
    for (const { name, attributes } of elementsOf(piece.element)) {
      if (name === 'audio') type = 'audio';
      if (name === 'video') poster ??= absolute(attributes['poster'] ?? attributes['data-poster'] ?? '');
      if (!/^(?:video|audio|source)$/.test(name)) continue;
      const href = absolute(attributes['src'] ?? attributes['data-src'] ?? attributes['data-video'] ?? '');
      if (href !== undefined && !files.includes(href)) files.push(href);
    }
    if (files.length === 0 || files.some((file) => known.has(file))) continue;
    const renditions = files
      .slice(0, 6)
      .map((href, index) => ({ name: index === 0 ? 'original' : `rendition${index + 1}`, href }));
    recordings.push({
      type,
      captions: [],
      renditions: [...renditions, ...(poster === undefined ? [] : [{ name: 'thumbnail', href: poster }])],
    });
  }
  return recordings;
}
