import type { Media, NewsType } from '#contracts';
import type { Item } from './item.ts';

const SEEN_OR_HEARD: ReadonlySet<NewsType> = new Set(['picture', 'video', 'audio', 'graphic']);
const CAPTION_ROLE = /^(?:(?:.*_)?caption(?:_x?html)?|main|text|x?html|richtext)$/i;
const LONGEST_ALT_TEXT = 300;

/** The type of an item that is a picture, video, audio or graphic; taken from its renditions where it names none. */
export function mediaType({ type, renditions, body }: Item): NewsType | undefined {
  if (type !== undefined) return SEEN_OR_HEARD.has(type) ? type : undefined;
  if (body.length > 0) return undefined;
  const kind = renditions.find(({ contentType }) => contentType !== undefined)?.contentType?.split('/')[0];
  return kind === 'image' ? 'picture' : kind === 'video' || kind === 'audio' ? kind : undefined;
}

/** The item itself as a media item of a story: its captions are its descriptions or, where it has none, its headline. */
export function asMedia(item: Item, type: NewsType): Media {
  const headline = item.headlines[0]?.value ?? item.title;
  const credit = item.credit ?? item.infoSources.find(({ role }) => role === 'credit')?.name;
  const source = item.infoSources.find(({ role }) => role !== 'credit')?.name;
  const duration = item.renditions.find((rendition) => rendition.duration !== undefined)?.duration;
  const altText = item.altText ?? shortBody(item);
  const sourceType = item.digitalSourceType;
  const digitalSourceType = sourceType?.uri ?? sourceType?.code ?? sourceType?.name;
  return {
    type,
    ...(item.guid !== undefined && { guid: item.guid }),
    ...(item.name !== undefined && { name: item.name }),
    ...(item.rel !== undefined && { rel: item.rel }),
    ...(item.version !== undefined && { version: item.version }),
    ...(headline !== undefined && { headline }),
    captions: captionsOf(item, headline),
    ...(credit !== undefined && { credit }),
    ...(item.by !== undefined && { creator: item.by }),
    ...(source !== undefined && { source }),
    ...(altText !== undefined && { altText }),
    ...(item.copyrightHolder !== undefined && { copyrightHolder: item.copyrightHolder }),
    ...(item.copyrightNotice !== undefined && { copyrightNotice: item.copyrightNotice }),
    ...(item.usageTerms !== undefined && { usageTerms: item.usageTerms }),
    ...(item.times.contentCreated && { taken: item.times.contentCreated }),
    ...(item.located !== undefined && { place: item.located }),
    ...(item.people.length > 0 && { people: item.people }),
    ...(duration !== undefined && { duration }),
    ...(digitalSourceType !== undefined && { digitalSourceType }),
    renditions: item.renditions,
  };
}

function captionsOf(item: Item, headline: string | undefined): string[] {
  const captions = item.descriptions.filter(({ role }) => role === undefined || CAPTION_ROLE.test(role));
  const chosen = captions.length > 0 ? captions : item.descriptions;
  if (chosen.length > 0) return chosen.map(({ value }) => value);
  return headline === undefined ? [] : [headline];
}

/** Superdesk sends the alternative text of a picture as its `body_text`. */
function shortBody(item: Item): string | undefined {
  const [block] = item.body;
  return item.body.length === 1 && block !== undefined && block.text.length <= LONGEST_ALT_TEXT
    ? block.text
    : undefined;
}

/** What the item says and a media item has no room for, by the names of ninjs 3.1. */
export function notKeptOfMedia(item: Item, media: Media): string[] {
  const bodyKept = item.body.length === 0 || media.altText === item.body[0]?.text;
  return [...notKeptOfRelation(item).filter((name) => !KEPT_IN_MEDIA.has(name)), ...(bodyKept ? [] : ['bodies'])];
}

const KEPT_IN_MEDIA: ReadonlySet<string> = new Set([
  'bodies',
  'by',
  'copyrightHolder',
  'copyrightNotice',
  'descriptions',
  'digitalSourceType',
  'infoSources',
  'located',
  'people',
  'renditions',
  'usageTerms',
]);

const NAMES: Readonly<Partial<Record<keyof Item, string>>> = {
  body: 'bodies',
  by: 'by',
  contributors: 'authors',
  copyrightHolder: 'copyrightHolder',
  copyrightNotice: 'copyrightNotice',
  descriptions: 'descriptions',
  digitalSourceType: 'digitalSourceType',
  events: 'events',
  genres: 'genres',
  infoSources: 'infoSources',
  keywords: 'keywords',
  language: 'language',
  located: 'located',
  objects: 'objects',
  organisations: 'organisations',
  people: 'people',
  places: 'places',
  profile: 'profile',
  renditions: 'renditions',
  rightsInfo: 'rightsInfo',
  slugline: 'slugline',
  subjects: 'subjects',
  trustIndicators: 'trustIndicators',
  urgency: 'urgency',
  usageTerms: 'usageTerms',
};

/** What the item says and a relation has no room for, by the names of ninjs 3.1. */
export function notKeptOfRelation(item: Item): string[] {
  const times = Object.keys(item.times).filter((name) => name !== 'contentCreated');
  const names = (Object.keys(NAMES) as (keyof Item)[]).flatMap((key) => {
    const value = item[key];
    return value === undefined || (Array.isArray(value) && value.length === 0) ? [] : [NAMES[key] ?? key];
  });
  return [...times, ...names];
}
