import type { Media } from '#contracts';
import { attr, child, children, lineOf, type XmlElement } from '../xml-element.ts';

const FILES = { original: 'url', medium: 'mediumimageurl', small: 'smallimageurl' } as const;

/** The pictures of a release with their files, then the publisher's logos. */
export function readImages(release: XmlElement): Media[] {
  const images = children(child(release, 'images'), 'image').flatMap((image) => readImage(image, 'picture'));
  const logos = children(child(release, 'logos'), 'logo').flatMap((logo) => readImage(logo, 'graphic'));
  return [...images, ...logos.map((logo, index) => ({ ...logo, name: index === 0 ? 'logo' : `logo-${index + 1}` }))];
}

function readImage(image: XmlElement, type: 'picture' | 'graphic'): Media[] {
  const guid = attr(image, 'id');
  const caption = lineOf(child(image, 'caption'));
  const renditions = Object.entries(FILES).flatMap(([name, element]) => {
    const href = lineOf(child(image, element));
    return href === undefined ? [] : [{ name, href }];
  });
  if (renditions.length === 0) return [];
  return [{ type, ...(guid !== undefined && { guid }), captions: caption === undefined ? [] : [caption], renditions }];
}
