import type { Media, NewsType, Relation, Rendition, Story } from '#contracts';
import { isFile, newsTypeOf } from '../agency-words.ts';
import type { JsonObject } from '../json-object.ts';
import { jsonTime } from '../json-times.ts';
import { stated } from '../stated.ts';

const NOT_KEPT = ['rank', 'version_created', 'is_featureimage', 'audiobitrate', 'audiosamplerate', 'bitrate'];
const NOT_KEPT_OF_FILES = [
  'size',
  'audiobitrate',
  'audiosamplerate',
  'bitrate',
  'framerate',
  'videocodec',
  'audiocodec',
];

/** The associated items, by rank: pictures, graphics, video and audio with caption, credit and files, others as relations. */
export function readAssociations(entry: JsonObject): { media: Media[]; relations: Relation[] } {
  const media: Media[] = [];
  const relations: Relation[] = [];
  const ranked = entry.objects('associations').map((each) => ({ each, rank: each.number('rank') ?? 0 }));
  for (const { each } of ranked.toSorted((a, b) => a.rank - b.rank)) {
    const written = each.text('type');
    const type = newsTypeOf(written);
    if (isFile(type)) media.push(readMedia(each, type));
    else relations.push(...relationTo(each, type));
    each.close();
  }
  return { media, relations };
}

function readMedia(association: JsonObject, type: NewsType): Media {
  const caption = association.text('caption');
  const renditions = association.objects('renditions').map(readRendition);
  const found = stated({
    guid: association.text('urn'),
    name: association.flag('is_featureimage') === true ? 'main' : undefined,
    version: association.text('version'),
    headline: association.text('headline'),
    credit: association.text('creditline'),
    altText: association.text('alttext', 'alt_text'),
    duration: renditions.find((rendition) => rendition.duration !== undefined)?.duration,
  });
  association.ignore(NOT_KEPT);
  return { type, captions: caption === undefined ? [] : [caption], ...found, renditions };
}

function readRendition(file: JsonObject): Rendition {
  const longer = file.integer('size');
  const duration = file.number('duration');
  const area = file.object('fovealarea');
  const found = stated({
    href: file.text('url', 'href'),
    contentType: file.text('mimetype'),
    width: file.integer('width'),
    height: file.integer('height'),
    duration: duration === undefined || duration < 0 ? undefined : duration,
    poi: area && centre(area),
  });
  file.ignore(NOT_KEPT_OF_FILES);
  file.close();
  // `size` is the longer side, which is how dpa tells its files apart.
  return { name: longer === undefined ? 'original' : `s${longer}`, ...found };
}

/** The middle of the area that must stay visible when a picture is cut. */
function centre(area: JsonObject): { x: number; y: number } | undefined {
  const [left, right] = [area.integer('left'), area.integer('right')];
  const [top, bottom] = [area.integer('top'), area.integer('bottom')];
  if (left === undefined || right === undefined || top === undefined || bottom === undefined) return undefined;
  return { x: Math.round((left + right) / 2), y: Math.round((top + bottom) / 2) };
}

function relationTo(association: JsonObject, type: NewsType | undefined): Relation[] {
  const guid = association.text('urn');
  const href = association.objects('renditions')[0]?.text('url');
  const version = association.text('version');
  const title = association.text('headline');
  association.ignore([...NOT_KEPT, 'caption', 'creditline']);
  if (guid === undefined && href === undefined) return [];
  return [{ rel: 'seeAlso', ...stated({ guid, version, href, title, type }) }];
}

/** An entry that is a picture itself lists itself as its only association: what else it says describes that file. */
export function describeOwn(
  media: Media,
  entry: JsonObject,
  story: Pick<Story, 'by' | 'copyrightNotice' | 'usageTerms'>,
): Media {
  const taken = jsonTime(entry, 'content_created');
  return {
    ...media,
    ...stated({ creator: story.by, copyrightNotice: story.copyrightNotice, usageTerms: story.usageTerms, taken }),
  };
}
