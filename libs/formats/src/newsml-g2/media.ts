import type { Concept, Media, Rendition, Story } from '#contracts';
import { printedTime } from '../printed-time.ts';
import { attr, child, children, lineOf, type XmlElement } from '../xml-element.ts';
import { shortCode } from './catalog.ts';
import type { ContentMeta } from './content-meta.ts';
import type { ItemContext } from './item-context.ts';
import { mediaType } from './item-type.ts';
import type { Rights } from './rights.ts';

/** What is known of an item besides its files. */
type Known = ContentMeta & Rights & { readonly type: Story['type'] };

const OF_ONE_FILE: ReadonlySet<string> = new Set(['picture', 'graphic', 'video', 'audio']);

/**
 * The media of an item by its `remoteContent`: one with all its renditions when the item is a picture, graphic, video or
 * audio, described by the item's metadata; else each file is a media of its own.
 */
export function readMedia(item: XmlElement, context: ItemContext, known: Known): Media[] {
  const files = children(child(item, 'contentSet'), 'remoteContent');
  if (files.length === 0) return [];
  if (!OF_ONE_FILE.has(known.type)) {
    return files.map((file) => ({
      type: mediaType(attr(file, 'contenttype')) ?? 'component',
      captions: [],
      renditions: [renditionOf(file, context)],
    }));
  }
  const icons = children(child(item, 'contentMeta'), 'icon').filter((icon) => attr(icon, 'href') !== undefined);
  const renditions = [...files, ...icons].map((file) => renditionOf(file, context));
  const duration = renditions.find((rendition) => rendition.duration !== undefined)?.duration;
  return [{ ...describe(item, known), ...(duration !== undefined && { duration }), renditions }];
}

/** What the metadata of an item, or of one of its parts, says of its media. */
export function describe(item: XmlElement, known: Known): Omit<Media, 'renditions'> {
  const meta = child(item, 'contentMeta');
  const taken = lineOf(child(meta, 'contentCreated'));
  const credit = lineOf(child(meta, 'creditline'));
  const infoSource = child(meta, 'infoSource');
  const source = lineOf(child(infoSource, 'name')) ?? attr(infoSource, 'literal');
  const makers = known.contributors.filter(
    ({ role }) => role !== undefined && /photograph|creator|camera|author/i.test(role),
  );
  const creator = known.by ?? (makers.find(({ role }) => role !== 'creator') ?? makers[0])?.name;
  const sourceType = codeText(known.digitalSourceType);
  return {
    type: known.type,
    ...(known.headlines[0] !== undefined && { headline: known.headlines[0].value }),
    captions: known.descriptions.map(({ value }) => value),
    ...(credit !== undefined && { credit }),
    ...(creator !== undefined && { creator }),
    ...(source !== undefined && { source }),
    ...(known.copyrightHolder !== undefined && { copyrightHolder: known.copyrightHolder }),
    ...(known.copyrightNotice !== undefined && { copyrightNotice: known.copyrightNotice }),
    ...(known.usageTerms !== undefined && { usageTerms: known.usageTerms }),
    ...(taken !== undefined && { taken: printedTime(taken) }),
    ...(known.located !== undefined && { place: known.located }),
    ...(known.people.length > 0 && { people: known.people }),
    ...(sourceType !== undefined && { digitalSourceType: sourceType }),
  };
}

const codeText = (concept: Concept | undefined): string | undefined => concept?.uri ?? concept?.code ?? concept?.name;

/** A file as a rendition of its content. */
export function renditionOf(file: XmlElement, { catalog }: ItemContext): Rendition {
  const rendition = attr(file, 'rendition');
  const name = rendition === undefined ? undefined : shortCode(catalog.resolve(rendition));
  const href = attr(file, 'href') ?? attr(file, 'residref');
  const contentType = attr(file, 'contenttype');
  const title = lineOf(child(file, 'title')) ?? attr(file, 'title');
  const format = attr(file, 'format');
  return {
    name: name ?? (file.name === 'icon' ? 'icon' : 'original'),
    ...(href !== undefined && { href }),
    ...(contentType !== undefined && { contentType }),
    ...(title !== undefined && { title }),
    ...integer('width', file, 'width'),
    ...integer('height', file, 'height'),
    ...integer('sizeInBytes', file, 'size'),
    ...durationOf(file),
    ...(format !== undefined && { format }),
  };
}

function integer(key: 'width' | 'height' | 'sizeInBytes', file: XmlElement, name: string): Partial<Rendition> {
  const text = attr(file, name);
  return text !== undefined && /^\d{1,15}$/.test(text) ? { [key]: Number(text) } : {};
}

/** Seconds, or milliseconds where `durationunit` says so; frames and time codes of an unknown rate say no duration. */
function durationOf(file: XmlElement): Partial<Rendition> {
  const text = attr(file, 'duration');
  if (text === undefined || !/^\d{1,9}(?:\.\d{1,6})?$/.test(text)) return {};
  const unit = attr(file, 'durationunit') ?? 'seconds';
  if (/milliseconds$/i.test(unit)) return { duration: Number(text) / 1000 };
  return /seconds$/i.test(unit) ? { duration: Number(text) } : {};
}
