import type { NewsType } from '#contracts';
import { attr, child, children, textOf, type XmlElement } from '../xml-element.ts';
import { formalName } from './formal-name.ts';

/** Media types by the words of NewsML's MediaType topics, of MIME types and of formats. */
const TYPES: readonly (readonly [RegExp, NewsType])[] = [
  [/^(?:photo|picture|image)|^jpe?g|^png$|^gif$|^tiff?$|^webp$/i, 'picture'],
  [/^(?:graphic|animat|logo|illustrator|flash)|^svg|^eps$/i, 'graphic'],
  [/^(?:video|mpeg-4 video|quicktime|windows media video)|^(?:mp4|mov|wmv|avi|m4v|webm|flv)$/i, 'video'],
  [/^(?:audio|sound)|^(?:mp3|wav|m4a|ogg|wma|aac)$/i, 'audio'],
  [/^(?:text|complexdata|application)/i, 'text'],
];

/** What a content item is: text inside of the document, a file elsewhere, binary data, or nothing for readers. */
export function contentKind(item: XmlElement): 'text' | 'file' | 'binary' | 'none' {
  if (/css/i.test(formalName(child(item, 'MimeType')) ?? formalName(child(item, 'Format')) ?? '')) return 'none';
  if (child(item, 'Encoding') !== undefined || child(child(item, 'DataContent'), 'Encoding') !== undefined)
    return 'binary';
  const data = child(item, 'DataContent');
  if (data !== undefined && (children(data).length > 0 || textOf(data).trim() !== '')) return 'text';
  return attr(item, 'Href') === undefined ? 'none' : 'file';
}

/** What a file is by what its content item says of it, else by the end of its name. */
export function fileType(item: XmlElement): NewsType | undefined {
  const said = ['MediaType', 'MimeType', 'Format'].map((name) => formalName(child(item, name)));
  const extension = /\.(\w{2,5})(?:[?#]|$)/.exec(attr(item, 'Href') ?? '')?.[1];
  for (const word of [...said, extension]) {
    const type = TYPES.find(([pattern]) => word !== undefined && pattern.test(word))?.[1];
    if (type !== undefined) return type;
  }
  return undefined;
}

/** Whether a file is a picture, graphic, video or audio. */
export function isMediaFile(item: XmlElement): boolean {
  const type = fileType(item);
  return type !== undefined && type !== 'text';
}
