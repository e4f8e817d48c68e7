import type { Media, NewsType, Rendition } from '#contracts';
import { given } from '../given.ts';
import { attr, child, children, descendants, lineOf, type XmlElement } from '../xml-element.ts';

const TYPES: ReadonlyMap<string, NewsType> = new Map([
  ['image', 'picture'],
  ['audio', 'audio'],
  ['video', 'video'],
]);
const PICTURE_FILE = /\.(?:jpe?g|png|gif|webp|avif|svg|tiff?|bmp)(?:$|[?#])/i;

/** NITF's `media`: one thing with its files, caption and makers; undefined when it shows and says nothing. */
export function nitfMedia(element: XmlElement): Media | undefined {
  const references = children(element, 'media-reference');
  const first = (name: string): string | undefined =>
    references.map((reference) => attr(reference, name)).find((value) => value !== undefined);
  const renditions = references.flatMap(renditionOf);
  const captions = children(element, 'media-caption').flatMap((caption) => lineOf(caption) ?? []);
  if (renditions.length === 0 && captions.length === 0) return undefined;
  return {
    type: typeOf(attr(element, 'media-type') ?? first('mime-type')),
    captions,
    ...given({
      altText: first('alternate-text'),
      credit: first('source-credit'),
      creator: lineOf(child(element, 'media-producer')),
      copyrightNotice: first('copyright'),
      duration: renditions.find(({ duration }) => duration !== undefined)?.duration,
    }),
    renditions,
  };
}

/** HTML's `img`, also with NITF's `source`. A picture that counts readers, or is said to be mere decoration, is none. */
export function imageMedia(element: XmlElement): Media | undefined {
  const href = attr(element, 'src') ?? attr(element, 'source');
  if (href === undefined || attr(element, 'width') === '1' || attr(element, 'height') === '1') return undefined;
  const altText = attr(element, 'alt');
  if (element.attributes.get('alt') === '' && !PICTURE_FILE.test(href)) return undefined;
  return {
    type: 'picture',
    captions: [],
    ...given({ altText }),
    renditions: [given({ name: 'original', href, ...sizesOf(element) })],
  };
}

/** The pictures of HTML's `figure`; its caption goes to the first one. */
export function figureMedia(figure: XmlElement): Media[] {
  const pictures = descendants(figure, 'img').flatMap((image) => imageMedia(image) ?? []);
  const captions = descendants(figure, 'figcaption').flatMap((caption) => lineOf(caption) ?? []);
  pictures[0]?.captions.push(...captions);
  return pictures;
}

function renditionOf(reference: XmlElement): Rendition[] {
  const href = attr(reference, 'source') ?? attr(reference, 'data-location');
  if (href === undefined) return [];
  const rendition = {
    name: attr(reference, 'name') ?? 'original',
    href,
    contentType: attr(reference, 'mime-type'),
    ...sizesOf(reference),
    duration: secondsOf(reference),
  };
  return [given(rendition)];
}

function sizesOf(element: XmlElement): Pick<Rendition, 'width' | 'height'> {
  return given({ width: integer(attr(element, 'width')), height: integer(attr(element, 'height')) });
}

const integer = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;

/** `time` is in the unit that `time-unit-of-measure` names; a number without a unit says no duration. */
function secondsOf(reference: XmlElement): number | undefined {
  const time = attr(reference, 'time');
  if (time === undefined || !/^\d{1,9}(?:\.\d{1,6})?$/.test(time)) return undefined;
  const unit = attr(reference, 'time-unit-of-measure') ?? '';
  if (/^milli|^ms$/i.test(unit)) return Number(time) / 1000;
  return /^s(?:ec|$)/i.test(unit) ? Number(time) : undefined;
}

function typeOf(written: string | undefined): NewsType {
  if (written === undefined) return 'picture';
  return TYPES.get(written.toLowerCase().split('/', 1)[0] ?? '') ?? 'component';
}
