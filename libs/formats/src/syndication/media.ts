import type { Media, NewsType, Rendition, Story } from '#contracts';
import { absoluteAddress } from '../absolute-addresses.ts';
import { fileOf } from '../illustrated-html.ts';
import { attr, child, children, lineOf, type XmlElement } from '../xml-element.ts';
import { enclosureLinks } from './links.ts';
import { all, line, type Members, membersOf } from './members.ts';
import { htmlOf, lineOfText, plainOf } from './texts.ts';

const EXTENSIONS: readonly (readonly [RegExp, NewsType])[] = [
  [/\.(?:jpe?g|png|gif|webp|avif|tiff?)$/i, 'picture'],
  [/\.(?:mp3|m4a|ogg|oga|wav|aac|flac|opus)$/i, 'audio'],
  [/\.(?:mp4|m4v|mov|webm|m3u8|avi|mpe?g|ogv)$/i, 'video'],
];

/**
 * Pictures, video and audio of an entry: Media RSS 1.5.1 with its groups, enclosures of RSS and Atom, pictures of
 * podcasts. Several files of one thing are its renditions. What Media RSS says for the entry holds for each of them.
 */
export function readMedia(members: Members, home: string, base: string | undefined): Media[] {
  const media: Media[] = [];
  const shared = describedBy(members);
  for (const group of all(members, 'media:group')) {
    const inner = membersOf(group, home);
    add(media, all(inner, 'media:content', 'media:player'), { ...shared, ...describedBy(inner) }, base, true);
    thumbnails(media, inner, base, media.length > 0);
  }
  add(media, all(members, 'media:content'), shared, base, false, home);
  add(media, [...all(members, 'enclosure'), ...enclosureLinks(members)], shared, base, false, home);
  if (media.length === 0) add(media, all(members, 'media:player'), shared, base, false, home);
  thumbnails(media, members, base, false);
  podcast(media, members, base);
  return media;
}

type Described = Partial<
  Pick<Media, 'headline' | 'captions' | 'credit' | 'creator' | 'copyrightNotice' | 'copyrightHolder' | 'place'>
>;

function describedBy(members: Members): Described {
  const headline = lineOfText(all(members, 'media:title')[0]);
  const [description] = all(members, 'media:description', 'media:text');
  const caption = description === undefined ? '' : plainOf(htmlOf(description)).trim();
  const credits = all(members, 'media:credit').filter((credit) => lineOf(credit) !== undefined);
  const creator = credits.find((credit) => /^(?:photographer|author|creator)$/i.test(attr(credit, 'role') ?? ''));
  const credit = lineOf(credits.find((each) => each !== creator) ?? creator);
  const notice = line(members, 'media:copyright');
  const place = attr(all(members, 'media:location')[0], 'description');
  return {
    ...(headline !== undefined && { headline }),
    ...(caption !== '' && { captions: [caption] }),
    ...(credit !== undefined && { credit }),
    ...(creator !== undefined && { creator: lineOf(creator) ?? '' }),
    ...(notice !== undefined && { copyrightNotice: notice }),
    ...(place !== undefined && { place }),
  };
}

function add(
  media: Media[],
  files: readonly XmlElement[],
  shared: Described,
  base: string | undefined,
  one: boolean,
  home = '',
): void {
  let group: Media | undefined;
  for (const file of files) {
    const href = absoluteAddress(attr(file, 'url') ?? attr(file, 'href'), base);
    const type = href === undefined ? undefined : mediaType(file, href);
    const inner = children(file).length === 0 ? undefined : membersOf(file, home);
    if (href === undefined || type === undefined) continue;
    const known = one ? (group?.type === type ? group : undefined) : media.find((each) => isOf(each, href, type));
    const described = { ...shared, ...(inner && describedBy(inner)) };
    const item: Media = known ?? { type, captions: [], renditions: [] };
    Object.assign(item, {
      ...described,
      ...item,
      captions: item.captions.length > 0 ? item.captions : (described.captions ?? []),
    });
    const seconds = Number(attr(file, 'duration'));
    if (seconds > 0) item.duration ??= seconds;
    if (!item.renditions.some((each) => each.href === href))
      item.renditions.push(rendition(file, href, item.renditions.length));
    if (inner) thumbnails([item], inner, base, true);
    if (known === undefined) media.push(item);
    group ??= item;
  }
}

function isOf({ type, renditions }: Media, href: string, other: NewsType): boolean {
  return type === other && renditions.some((each) => each.href !== undefined && fileOf(each.href) === fileOf(href));
}

function rendition(file: XmlElement, href: string, index: number): Rendition {
  const whole = (name: string): number | undefined => {
    const number = Number(attr(file, name));
    return Number.isInteger(number) && number > 0 ? number : undefined;
  };
  const contentType = attr(file, 'type');
  const [width, height, size] = [whole('width'), whole('height'), whole('fileSize') ?? whole('length')];
  return {
    name: index === 0 ? 'original' : `rendition${index + 1}`,
    href,
    ...(contentType?.includes('/') && { contentType }),
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    ...(size !== undefined && { sizeInBytes: size }),
  };
}

/** `medium`, then the media type, then the ending of the address; other documents are no media. */
function mediaType(file: XmlElement, href: string): NewsType | undefined {
  const said = `${attr(file, 'medium') ?? ''} ${attr(file, 'type') ?? ''}`;
  if (/^image\b| image\//.test(said)) return 'picture';
  if (/^video\b| video\/|mpegurl/i.test(said)) return 'video';
  if (/^audio\b| audio\//.test(said)) return 'audio';
  if (/^(?:document|executable)\b/.test(said)) return undefined;
  return (
    EXTENSIONS.find(([ending]) => ending.test(fileOf(href)))?.[1] ??
    (file.name === 'player' ? 'video' : said.trim() === '' && file.name === 'content' ? 'picture' : undefined)
  );
}

/** Thumbnails are a rendition of the thing they stand with; alone they are a picture. */
function thumbnails(media: Media[], members: Members, base: string | undefined, attached: boolean): void {
  for (const element of all(members, 'media:thumbnail')) {
    const href = absoluteAddress(attr(element, 'url') ?? lineOf(element), base);
    const [first] = media;
    if (href === undefined || media.some((each) => isOf(each, href, 'picture'))) continue;
    const small = { ...rendition(element, href, 0), name: 'thumbnail' };
    if (first !== undefined && (attached || media.length === 1)) first.renditions.push(small);
    else
      media.push({
        type: 'picture',
        ...describedBy(members),
        captions: describedBy(members).captions ?? [],
        renditions: [small],
      });
  }
}

function podcast(media: Media[], members: Members, base: string | undefined): void {
  const duration = secondsOf(line(members, 'itunes:duration'));
  const audio = media.find(({ type }) => type === 'audio' || type === 'video');
  if (audio !== undefined && duration !== undefined) audio.duration ??= duration;
  const pictures = [
    ...all(members, 'itunes:image'),
    ...all(members, 'image').map((image) => child(image, 'url') ?? image),
  ];
  for (const picture of pictures) {
    const href = absoluteAddress(attr(picture, 'href') ?? lineOf(picture), base);
    if (href === undefined || media.some((each) => isOf(each, href, 'picture'))) continue;
    media.push({ type: 'picture', captions: [], renditions: [{ name: 'original', href }] });
  }
}

/** "5400", "1:30:00", "90:00" */
function secondsOf(written: string | undefined): number | undefined {
  if (written === undefined || !/^\d{1,6}(?::\d{1,2}){0,2}$/.test(written)) return undefined;
  return written.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}

/** What an entry is when it has no text: the one thing it brings. */
export function typeOf(media: readonly Media[], hasText: boolean): Story['type'] {
  const [only] = media;
  return !hasText && media.length === 1 && only !== undefined ? only.type : 'text';
}
