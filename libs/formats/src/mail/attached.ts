import type { Media, NewsType, Story } from '#contracts';
import { DocumentError } from '../document-error.ts';
import type { Declared, ReadPart } from '../format.ts';
import { fileName } from './contents.ts';
import type { MimePart } from './mime-part.ts';
import { partBytes } from './part-content.ts';

/** What a file of a mail is: stories of a format known here, a picture (or video, audio), or something else with a name. */
export type Attached =
  | { readonly kind: 'stories'; readonly stories: readonly Story[] }
  | { readonly kind: 'media'; readonly media: Media }
  | { readonly kind: 'file'; readonly name: string };

const MEDIA: Readonly<Record<string, NewsType>> = { image: 'picture', video: 'video', audio: 'audio' };
/** Files that a text document may come in; anything else is not looked into. */
const DOCUMENT = /^(?:text\/|application\/(?:.*(?:xml|json)|octet-stream)$)/;
const EXTENSION = /\.(?:jpe?g|png|gif|tiff?|webp|heic)$/i;

/** Looks into a file of a mail. `readPart` reads documents; without it they stay files. */
export function attachedOf(part: MimePart, readPart: ReadPart | undefined): Attached {
  const bytes = partBytes(part);
  const name = fileName(part) ?? part.type.value;
  const type =
    part.type.value === 'application/octet-stream' && EXTENSION.test(name) ? 'image' : part.type.value.split('/')[0];
  const mediaType = MEDIA[type ?? ''];
  if (mediaType !== undefined) return { kind: 'media', media: mediaOf(part, mediaType, bytes, readPart) };
  // Any lines make a page: a calendar or a table of numbers is none.
  const stories = (DOCUMENT.test(part.type.value) ? storiesOf(bytes, part, readPart) : []).filter(
    ({ format }) => format !== 'page-text' || part.type.value === 'text/plain',
  );
  return stories.length > 0 ? { kind: 'stories', stories } : { kind: 'file', name };
}

/** A picture with what its file says of it, where its format is known; its name and size in any case. */
function mediaOf(part: MimePart, type: NewsType, bytes: Buffer, readPart: ReadPart | undefined): Media {
  const title = fileName(part);
  const [story] = type === 'picture' ? storiesOf(bytes, part, readPart) : [];
  const [described] = story?.type === 'picture' ? story.media : [];
  const id = part.header.fields.get('content-id')?.[0]?.replace(/^<|>$/g, '');
  const contentType = part.type.value;
  return {
    ...(described ?? { type, captions: [] }),
    ...(id !== undefined && id !== '' && { guid: id }),
    renditions: [
      {
        name: 'attachment',
        ...(contentType !== '' && { contentType }),
        ...(title !== undefined && { title }),
        sizeInBytes: bytes.byteLength,
      },
    ],
  };
}

function storiesOf(bytes: Buffer, part: MimePart, readPart: ReadPart | undefined): Story[] {
  const charset = part.type.parameters.get('charset');
  return storiesIn(bytes, charset === undefined ? {} : { charset }, readPart);
}

/** The stories of a document inside of a mail; none where it is of no format known here. */
export function storiesIn(bytes: Buffer, declared: Declared, readPart: ReadPart | undefined): Story[] {
  try {
    return readPart?.(bytes, declared) ?? [];
  } catch (error) {
    if (error instanceof DocumentError) return [];
    throw error;
  }
}
