import type { Media, Rendition } from '#contracts';
import { attr, child, children, type XmlElement } from '../xml-element.ts';
import { shortCode } from './catalog.ts';
import { readContentMeta } from './content-meta.ts';
import type { ItemContext } from './item-context.ts';
import { mediaType, natureOf } from './item-type.ts';
import { describe, renditionOf } from './media.ts';
import { readRights } from './rights.ts';

/**
 * The media of an item whose parts are described one by one: a `partMeta` tells of the files it refers to (NewsML-G2,
 * `partMeta/@contentrefs`), and a `rightsInfo` with the same references whose they are. Undefined unless all files are
 * told apart so. `dl:name`, `dl:rel` and `dl:version` are those of `libs/outputs`.
 */
export function readPartMedia(item: XmlElement, context: ItemContext): Media[] | undefined {
  const parts = mediaParts(item);
  if (parts.length === 0) return undefined;
  const files = filesOf(item);
  return parts.map((part) => {
    const ids = idsOf(part, 'contentrefs');
    const own = files.filter((file) => ids.includes(attr(file, 'id') ?? ''));
    return partMedia(partItem(item, part, ids), part, own, context);
  });
}

/** The `partMeta` that tell of media; none unless they tell all files of the item apart. Parts of a file's time are none. */
export function mediaParts(item: XmlElement): XmlElement[] {
  const ids = new Set(filesOf(item).map((file) => attr(file, 'id')));
  const parts = children(item, 'partMeta').filter(
    (part) => child(part, 'timeDelim') === undefined && idsOf(part, 'contentrefs').some((id) => ids.has(id)),
  );
  const told = new Set(parts.flatMap((part) => idsOf(part, 'contentrefs')));
  return [...ids].every((id) => id !== undefined && told.has(id)) ? parts : [];
}

function filesOf(item: XmlElement): XmlElement[] {
  return children(child(item, 'contentSet'), 'remoteContent');
}

function idsOf(element: XmlElement, attribute: string): string[] {
  return attr(element, attribute)?.split(/\s+/) ?? [];
}

/** The part as an item of its own: its metadata is that of the content. */
function partItem(item: XmlElement, part: XmlElement, ids: readonly string[]): XmlElement {
  const rights = children(item, 'rightsInfo').filter((info) => idsOf(info, 'idrefs').some((id) => ids.includes(id)));
  const whole = rights.map((info) => ({ ...info, attributes: new Map() }));
  return { ...item, children: [...whole, { ...part, name: 'contentMeta' }] };
}

function partMedia(item: XmlElement, part: XmlElement, files: readonly XmlElement[], context: ItemContext): Media {
  const [first] = files;
  const role = shortCode(context.catalog.codeOf(child(part, 'role')));
  const type = natureOf(role) ?? mediaType(attr(first, 'contenttype')) ?? 'component';
  const content = readContentMeta(item, context);
  const altText = content.descriptions.find((description) => description.role === 'altText')?.value;
  const descriptions = content.descriptions.filter((description) => description.role !== 'altText');
  const renditions = files.flatMap((file) => fileOf(file, context));
  const duration = renditions.find((rendition) => rendition.duration !== undefined)?.duration;
  const [guid, name] = [attr(first, 'residref'), attr(part, 'dl:name')];
  const [rel, version] = [attr(part, 'dl:rel'), attr(part, 'dl:version')];
  return {
    ...describe(item, { ...content, descriptions, ...readRights(item, context), type }),
    ...(guid !== undefined && { guid }),
    ...(name !== undefined && { name }),
    ...(rel !== undefined && { rel }),
    ...(version !== undefined && { version }),
    ...(altText !== undefined && { altText }),
    ...(duration !== undefined && { duration }),
    renditions,
  };
}

/** A file by its address. One that says nothing but which item it is of is none. */
function fileOf(file: XmlElement, context: ItemContext): Rendition[] {
  const { href: _, ...rendition } = renditionOf(file, context);
  const href = attr(file, 'href');
  if (href === undefined && attr(file, 'rendition') === undefined) return [];
  return [{ ...rendition, ...(href !== undefined && { href }) }];
}
