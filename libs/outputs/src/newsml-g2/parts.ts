import type { Association, Rendition } from '#contracts';
import type { Medium } from '../media.ts';
import { element, textElement, type XmlElement, type XmlNode } from '../xml.ts';
import { sourceElement, subjectElement } from './concept.ts';
import { descriptions, digitalSourceType, located } from './content-meta.ts';
import { positive } from './item-meta.ts';
import { rightsElement } from './rights.ts';
import { isQcode, type Schemes } from './schemes.ts';

/** The pictures, videos, audio and graphics of an item: their files, what is said of each, and whose they are. */
export type Parts = { readonly files: XmlNode[]; readonly metadata: XmlNode[]; readonly rights: XmlNode[] };

/**
 * Media as parts of an item: each file is a `remoteContent`, and a `partMeta` says of all files of a medium what they
 * show (NewsML-G2, `partMeta/@contentrefs`). A medium without files has one that points to it by its identifier alone.
 */
export function parts(media: readonly Medium[], schemes: Schemes): Parts {
  const files: XmlNode[] = [];
  const metadata: XmlNode[] = [];
  const rights: XmlNode[] = [];
  for (const [index, { association, credit }] of media.entries()) {
    const id = `media-${index + 1}`;
    const renditions = association.renditions ?? [];
    const ids = renditions.length === 0 ? [id] : renditions.map((_, number) => `${id}-${number + 1}`);
    if (renditions.length === 0) files.push(element('remoteContent', { id, residref: association.uri }));
    for (const [number, rendition] of renditions.entries()) {
      files.push(fileElement(rendition, ids[number], association, schemes));
    }
    metadata.push(partMeta(association, credit, ids.join(' '), schemes));
    rights.push(rightsElement(association, ids.join(' ')));
  }
  return { files, metadata, rights };
}

function fileElement(rendition: Rendition, id: string | undefined, { uri }: Association, schemes: Schemes): XmlElement {
  const { name, href, contentType, title, width, height, sizeInBytes, duration, format } = rendition;
  return element('remoteContent', {
    id,
    rendition: schemes.own('dlrnd', name),
    href,
    residref: uri,
    contenttype: contentType,
    format: isQcode(format) ? schemes.foreign(format) : undefined,
    size: natural(sizeInBytes),
    title,
    width: natural(width),
    height: natural(height),
    duration,
  });
}

function natural(size: number | undefined): number | undefined {
  return size === undefined || size < 0 ? undefined : size;
}

function partMeta(part: Association, credit: string | undefined, contentrefs: string, schemes: Schemes): XmlElement {
  const [headline] = part.headlines ?? [];
  const own = { 'dl:name': part.name, 'dl:rel': part.rel, 'dl:version': positive(part.version) };
  return element('partMeta', { contentrefs, ...own }, [
    part.type === undefined ? undefined : element('role', { qcode: schemes.iptc('ninat', part.type) }),
    textElement('contentCreated', part.contentCreated),
    digitalSourceType(part.digitalSourceType, schemes),
    located(part.located),
    ...(part.infoSources ?? [])
      .filter(({ role }) => role !== 'credit')
      .map((source) => sourceElement('infoSource', source, schemes, { role: schemes.own('dlrole', source.role) })),
    ...(part.people ?? []).map((person) => subjectElement(person, 'person', schemes)),
    textElement('headline', headline?.value),
    textElement('by', part.by),
    textElement('creditline', credit),
    ...descriptions(part.descriptions, schemes),
  ]);
}
