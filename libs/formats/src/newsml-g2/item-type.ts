import type { Story } from '#contracts';
import { attr, child, children, type XmlElement } from '../xml-element.ts';
import { shortCode } from './catalog.ts';
import type { ItemContext } from './item-context.ts';

type NewsType = Story['type'];

/** News item natures (`ninat:`, http://cv.iptc.org/newscodes/ninature/) and what agencies write for them. */
const NATURES: Readonly<Record<string, NewsType>> = {
  text: 'text',
  picture: 'picture',
  photo: 'picture',
  graphic: 'graphic',
  graphics: 'graphic',
  animated: 'graphic',
  audio: 'audio',
  video: 'video',
  composite: 'composite',
  component: 'component',
  event: 'event',
  planning: 'planning',
};

/** What an item is: its class says so, else its kind, else its content. */
export function itemType(item: XmlElement, { catalog }: ItemContext): NewsType {
  const written = shortCode(catalog.codeOf(child(child(item, 'itemMeta'), 'itemClass')));
  const type = natureOf(written);
  if (type !== undefined) return type;
  if (item.name === 'packageItem') return 'composite';
  if (item.name === 'planningItem') return 'planning';
  if (item.name === 'conceptItem') return 'event';
  const contents = children(child(item, 'contentSet'));
  const remote = contents.find(({ name }) => name === 'remoteContent');
  const inline = contents.some(({ name }) => name !== 'remoteContent');
  return inline || remote === undefined ? 'text' : (mediaType(attr(remote, 'contenttype')) ?? 'text');
}

/** The type a nature's code stands for; undefined for one that is not known. */
export function natureOf(code: string | undefined): NewsType | undefined {
  return code === undefined ? undefined : NATURES[code.toLowerCase()];
}

/** Picture, video or audio by a media type; undefined for all others. */
export function mediaType(contentType: string | undefined): NewsType | undefined {
  const top = contentType?.toLowerCase().split('/', 1)[0];
  if (top === 'image') return 'picture';
  return top === 'video' || top === 'audio' ? top : undefined;
}
