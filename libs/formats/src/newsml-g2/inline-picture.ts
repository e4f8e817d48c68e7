import type { Media } from '#contracts';
import { attr, child, children, lineOf, type XmlElement } from '../xml-element.ts';
import { addMedia, type InlineContent } from './inline-content.ts';
import { mediaType } from './item-type.ts';

/** Reads NITF's `media` or TT's `BILD` inside of a text into the media; a figure remains where the picture stood. */
export function pictureElement(element: XmlElement, content: InlineContent): XmlElement | string {
  const media = element.name === 'media' ? nitfMedia(element) : ttPicture(element);
  addMedia(content, media);
  const href = media.renditions.find((rendition) => rendition.href !== undefined)?.href;
  if (href === undefined || media.type !== 'picture') return '';
  const { altText } = media;
  const picture = html('img', [], [['src', href], ...(altText === undefined ? [] : [['alt', altText] as const])]);
  return html('figure', [picture, html('figcaption', [media.captions.join(' ')])]);
}

function html(
  name: string,
  children: readonly (XmlElement | string)[],
  attributes: readonly (readonly [string, string])[] = [],
): XmlElement {
  return { name, namespace: '', attributes: new Map(attributes), children };
}

function nitfMedia(element: XmlElement): Media {
  const references = children(element, 'media-reference');
  const altText = references.map((reference) => attr(reference, 'alternate-text')).find((text) => text !== undefined);
  const credit = lineOf(child(element, 'media-producer'));
  return {
    type: mediaType(`${attr(element, 'media-type') ?? 'image'}/`) ?? 'picture',
    captions: children(element, 'media-caption').flatMap((caption) => lineOf(caption) ?? []),
    ...(altText !== undefined && { altText }),
    ...(credit !== undefined && { credit }),
    renditions: references.flatMap((reference) => {
      const href = attr(reference, 'source');
      const contentType = attr(reference, 'mime-type');
      const name = attr(reference, 'name') ?? 'original';
      return href === undefined ? [] : [{ name, href, ...(contentType !== undefined && { contentType }) }];
    }),
  };
}

function ttPicture(element: XmlElement): Media {
  const href = lineOf(child(element, 'BILDFIL'));
  const creator = lineOf(child(element, 'BILDSKAPARE'));
  return {
    type: 'picture',
    captions: children(element, 'BILDTEXT').flatMap((caption) => lineOf(caption) ?? []),
    ...(creator !== undefined && { creator }),
    renditions: href === undefined ? [] : [{ name: 'original', href }],
  };
}
