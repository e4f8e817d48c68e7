import type { Media, NewsType, Relation, Rendition, Story } from '#contracts';
import { newsTypeOf } from '../agency-words.ts';
import type { JsonObject } from '../json-object.ts';
import { stated } from '../stated.ts';

/** What of an item describes it as a picture of another. */
type Described = Pick<
  Story,
  | ('guid' | 'version' | 'headlines' | 'descriptions' | 'infoSources' | 'by' | 'located' | 'people')
  | ('copyrightHolder' | 'copyrightNotice' | 'usageTerms')
>;

/** What AP says of a file that only its own systems need, or that other members say better. */
const NOT_KEPT = [
  ...['rel', 'contentid', 'digest', 'orientation', 'originalfilename', 'fileextension', 'pricetag', 'mediafilterid'],
  ...['words', 'duid', 'scene', 'sceneid', 'videocodec', 'audiocodec', 'framerate', 'averagebitrate', 'samplerate'],
  ...[
    'aspectratio',
    'channels',
    'colorspace',
    'resolution',
    'resolutionunits',
    'inTimecode',
    'outTimecode',
    'backgroundcolour',
  ],
];

/** The type of an item; undefined where it names none. An unknown word is noted. */
export function readType(item: JsonObject): NewsType | undefined {
  const written = item.text('type');
  const type = newsTypeOf(written);
  if (written !== undefined && type === undefined) item.note({ code: 'unknown-type', path: item.at('type') });
  return type;
}

/** The files of an item: those of its own kind, and links to texts that can be had of it (its NITF, its caption, its script). */
export function readRenditions(item: JsonObject): { renditions: Rendition[]; texts: Relation[] } {
  const renditions: Rendition[] = [];
  const texts: Relation[] = [];
  for (const [name, rendition] of item.entries('renditions', true)) {
    const type = readType(rendition);
    const found = readRendition(name, rendition);
    if (type !== 'text') renditions.push(found);
    else if (found.href !== undefined)
      texts.push({ rel: 'rendition', href: found.href, title: found.title ?? name, type });
  }
  return { renditions, texts };
}

function readRendition(name: string, rendition: JsonObject): Rendition {
  const milliseconds = rendition.number('duration');
  rendition.ignore(NOT_KEPT);
  return {
    name,
    ...stated({
      href: rendition.text('href'),
      contentType: rendition.text('mimetype'),
      title: rendition.text('title'),
      width: rendition.integer('width'),
      height: rendition.integer('height'),
      sizeInBytes: rendition.integer('sizeinbytes'),
      duration: milliseconds === undefined || milliseconds < 0 ? undefined : milliseconds / 1000,
      format: rendition.text('format'),
    }),
  };
}

/** An item that is seen or heard, as a media of its story. `story` is what has been read of it. */
export function asMedia(type: NewsType, story: Described, renditions: Rendition[]): Media {
  const { guid, version, headlines, infoSources, located, people, copyrightHolder, copyrightNotice, usageTerms } =
    story;
  const caption = story.descriptions.find(({ role }) => role === 'caption') ?? story.descriptions[0];
  return {
    type,
    guid,
    captions: caption === undefined ? [] : [caption.value],
    ...stated({
      version,
      headline: headlines[0]?.value,
      credit: infoSources.find(({ role }) => role === 'creditline')?.name,
      creator: story.by,
      source: infoSources.find(({ role }) => role !== 'creditline' && role !== 'provider')?.name,
      copyrightHolder,
      copyrightNotice,
      usageTerms,
      place: located,
      people: people.length > 0 ? people : undefined,
      duration: renditions.find((rendition) => rendition.duration !== undefined)?.duration,
    }),
    renditions,
  };
}
