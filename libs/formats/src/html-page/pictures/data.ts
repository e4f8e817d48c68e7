import type { Media } from '#contracts';
import { isNode, type Node, resolved, textMember, typesOf, valuesOf } from '../json-ld.ts';
import { bareCredit } from './credit-line.ts';

/** What JSON-LD says of a picture. */
export type PictureData = {
  readonly address: string;
  readonly caption?: string;
  readonly credit?: string;
  readonly alt?: string;
};

/** The pictures of a page's data: `image` of its article, and all `ImageObject` nodes. */
export function picturesOfData(
  article: Node | undefined,
  nodes: readonly Node[],
): { lead: string[]; all: PictureData[] } {
  const images = [...valuesOf(article?.['image']), ...valuesOf(article?.['thumbnailUrl'])];
  const lead = images.flatMap((image) =>
    typeof image === 'string' ? [image] : addressOf(isNode(image) ? resolved(image, nodes) : undefined),
  );
  const all = nodes
    .filter((node) => typesOf(node).includes('ImageObject'))
    .flatMap((node): PictureData[] => {
      const [address] = addressOf(node);
      if (address === undefined) return [];
      const caption = textMember(node, 'caption', 'description');
      const credit =
        textMember(node, 'creditText', 'copyrightNotice') ??
        nameOf(node, nodes, 'creator', 'author', 'copyrightHolder', 'provider');
      return [{ address, ...(caption && { caption }), ...(credit && { credit: bareCredit(credit) }) }];
    });
  return { lead: lead.slice(0, 10), all: all.slice(0, 200) };
}

/** Videos and audio that a page's data describes. */
export function recordingsOfData(nodes: readonly Node[]): Media[] {
  return nodes
    .filter((node) => typesOf(node).some((type) => type === 'VideoObject' || type === 'AudioObject'))
    .slice(0, 20)
    .flatMap((node): Media[] => {
      const href = [textMember(node, 'contentUrl'), textMember(node, 'embedUrl')].find((address) =>
        /^https?:\/\//.test(address ?? ''),
      );
      const thumbnail = textMember(node, 'thumbnailUrl');
      const headline = textMember(node, 'name', 'headline');
      const caption = textMember(node, 'description', 'caption');
      const duration = secondsOf(textMember(node, 'duration'));
      const renditions = [
        ...(href === undefined ? [] : [{ name: 'original', href }]),
        ...(thumbnail !== undefined && /^https?:\/\//.test(thumbnail) ? [{ name: 'thumbnail', href: thumbnail }] : []),
      ];
      if (renditions.length === 0) return [];
      return [
        {
          type: typesOf(node).includes('AudioObject') ? 'audio' : 'video',
          ...(headline && { headline }),
          captions: caption ? [caption.slice(0, 2000)] : [],
          ...(duration !== undefined && { duration }),
          renditions,
        },
      ];
    });
}

function addressOf(node: Node | undefined): string[] {
  const address = textMember(node, 'url', 'contentUrl', '@id');
  return address === undefined ? [] : [address];
}

function nameOf(node: Node, nodes: readonly Node[], ...members: readonly string[]): string | undefined {
  for (const member of members) {
    for (const value of valuesOf(node[member])) {
      const name = typeof value === 'string' ? value : textMember(resolved(value, nodes), 'name');
      if (name !== undefined && name.trim() !== '') return name;
    }
  }
  return undefined;
}

/** ISO 8601 durations of a day at most: "PT1M30S". */
function secondsOf(written: string | undefined): number | undefined {
  const match = /^P(?:0D)?T?(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:(\d{1,5})(?:\.\d+)?S)?$/.exec(written ?? '');
  if (match === null) return undefined;
  const seconds = Number(match[1] ?? 0) * 3600 + Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0);
  return seconds > 0 ? seconds : undefined;
}
