import type { Media, NewsType, Relation, Rendition } from '#contracts';
import { isFile, newsTypeOf } from '../agency-words.ts';
import type { JsonObject } from '../json-object.ts';
import { stated } from '../stated.ts';
import { readIdentity } from './identity.ts';

/** The type of an item; undefined where it names none. An unknown word is noted. */
export function readType(item: JsonObject): NewsType | undefined {
  const written = item.text('type', 'mediaType');
  const type = newsTypeOf(written);
  if (written !== undefined && type === undefined) item.note({ code: 'unknown-type', path: item.at('type') });
  return type;
}

/** The items associated with one: pictures, graphics, video and audio become its media, the others relations. */
export function readAssociations(item: JsonObject, rel: string): { media: Media[]; relations: Relation[] } {
  const media: Media[] = [];
  const relations: Relation[] = [];
  for (const associated of item.objects('associations')) {
    const type = readType(associated);
    if (isFile(type)) {
      media.push(readMedia(associated, type));
      continue;
    }
    const { guid, version } = readIdentity(associated);
    const title = associated.text('headLine', 'headline');
    relations.push({
      rel,
      guid,
      ...stated({ version, title, type }),
    });
  }
  return { media, relations };
}

/** An item that is seen or heard, with its files. */
export function readMedia(item: JsonObject, type: NewsType): Media {
  const { guid, version } = readIdentity(item);
  const caption = item.text('caption', 'intro', 'fragment');
  const duration = item.number('duration');
  return {
    type,
    guid,
    captions: caption === undefined ? [] : [caption],
    ...stated({
      version,
      headline: item.text('headLine', 'headline'),
      credit: item.text('credit'),
      creator: item.text('byLine', 'byline'),
      copyrightNotice: item.text('copyrightNotice'),
      usageTerms: item.text('usageTerms'),
      duration: duration === undefined || duration < 0 ? undefined : duration,
    }),
    renditions: item.objects('renditions').map(readRendition),
  };
}

function readRendition(file: JsonObject): Rendition {
  return {
    name: file.text('type', 'code', 'name') ?? 'original',
    ...stated({
      href: file.text('uri', 'url', 'href'),
      contentType: file.text('mimeType', 'mimetype'),
      width: file.integer('width'),
      height: file.integer('height'),
      sizeInBytes: file.integer('size'),
    }),
  };
}
