import type { Rendition } from '#contracts';
import type { Medium } from '../media.ts';
import { element, mixed, textElement, type XmlElement, type XmlNode } from '../xml.ts';

const TYPES: Readonly<Record<string, string>> = { picture: 'image', graphic: 'image', video: 'video', audio: 'audio' };

/** A picture, video, audio or graphic beside the text: its files, captions and credit. */
export function mediaElement(medium: Medium): XmlElement {
  const { association } = medium;
  const { type = 'other', renditions = [], descriptions = [], uri } = association;
  const captions = descriptions.filter(({ role }) => role !== 'altText');
  const altText = descriptions.find(({ role }) => role === 'altText')?.value;
  const files: readonly (Rendition | undefined)[] = renditions.length === 0 ? [undefined] : renditions;
  return element('media', { 'media-type': TYPES[type] ?? 'other' }, [
    element('media-metadata', { name: 'id', value: uri }),
    ...files.map((file) => reference(file, medium, altText)),
    ...captions.map(({ value }) => mixed('media-caption', {}, [value])),
    textElement('media-producer', association.by),
  ]);
}

function reference(file: Rendition | undefined, { association, credit }: Medium, altText: string | undefined): XmlNode {
  const { href, name, contentType, duration, height, width } = file ?? {};
  const pixels = height !== undefined || width !== undefined ? 'pixels' : undefined;
  return element('media-reference', {
    source: href,
    name,
    'mime-type': contentType,
    time: duration,
    'time-unit-of-measure': duration === undefined ? undefined : 'second',
    'source-credit': credit,
    copyright: association.copyrightNotice ?? association.copyrightHolder,
    'alternate-text': altText,
    height,
    width,
    units: pixels,
  });
}
