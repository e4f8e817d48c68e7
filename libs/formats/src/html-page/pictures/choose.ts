import type { Media } from '#contracts';
import { fileOf } from '../../illustrated-html.ts';
import type { BodyChoice } from '../body/read-body.ts';
import type { PageElement } from '../dom.ts';
import { MAX_PICTURES } from '../limits.ts';
import type { Piece } from '../pieces.ts';
import type { PictureData } from './data.ts';
import { type Figure, isFurniture, readFigure } from './figure.ts';

/** Pieces above the headline among which the leading picture may stand. */
const ABOVE = 12;
/** Pieces below the body among which a picture with a caption may still be one of it, in the element that holds the body. */
const BELOW = 14;
const ELSEWHERE =
  /relat|recommend|teaser|promo|newsletter|subscri|author|avatar|share|social|comment|sidebar|footer|most-?read|popular|trending|latest|more-(?:news|stories)|read-?(?:more|next|also)|outbrain|taboola|advert|sponsor|card-list|up-next|playlist|carousel-?(?:related|more)|nav(?:$|[\s_-])|menu|banner/i;
/** Names that say so even of a picture with a caption. */
const SURELY =
  /relat(?:ed|e)(?:$|[\s_-])|recommend|newsletter|author|comment|footer|most-?read|outbrain|taboola|advert|read-?(?:more|next|also)/i;
const APART: ReadonlySet<string> = new Set(['nav', 'footer']);

/** A picture of the story: the place of its piece, undefined where only the data names it, and what is known of it. */
export type StoryPicture = { readonly place?: number; readonly media: Media };

/**
 * The pictures of a story: those between headline and end of the body that are no part of a template or of a list of
 * other stories, and the one that the page's data calls its image. Captions and credits stand on the page; the data
 * fills in a credit that doesn't.
 */
export function choosePictures(
  pieces: readonly Piece[],
  { first, last, chosen }: BodyChoice,
  title: number,
  data: { readonly lead: readonly string[]; readonly all: readonly PictureData[] },
  absolute: (href: string) => string | undefined,
): StoryPicture[] {
  const body = pieces[first]?.element;
  const own = new Set([...chosen].flatMap((place) => pieces[place]?.element ?? []));
  const pictures: StoryPicture[] = [];
  const seen = new Set<string>();
  let looked = 0;
  const start = Math.max(0, Math.min(title, first) - ABOVE);
  const box = common(body, pieces[last]?.element);
  for (let place = start; place <= last + BELOW && pictures.length < MAX_PICTURES; place += 1) {
    const piece = pieces[place];
    if (piece?.kind !== 'picture' || chosen.size === 0) continue;
    if (++looked > 3 * MAX_PICTURES) break;
    const figure = readFigure(piece.element, own);
    if (figure === undefined || isFurniture(figure) || isElsewhere(figure, body, place < Math.min(title, first)))
      continue;
    if (place > last + 1 && (figure.caption === undefined || box === undefined || !ancestors(figure.element).has(box)))
      continue;
    const media = mediaOf(figure, data.all, absolute);
    const key = nameOf(media.renditions[0]?.href ?? '');
    if (media.renditions.length === 0 || seen.has(key)) continue;
    seen.add(key);
    pictures.push({ place, media });
  }
  lead(pictures, data, absolute);
  return pictures;
}

/** Names the leading picture, and adds it where it doesn't stand on the page. */
function lead(
  pictures: StoryPicture[],
  data: { readonly lead: readonly string[]; readonly all: readonly PictureData[] },
  absolute: (href: string) => string | undefined,
): void {
  const addresses = data.lead.flatMap((address) => absolute(address) ?? []);
  const known = pictures.find(({ media }) =>
    media.renditions.some(({ href }) => addresses.some((address) => nameOf(address) === nameOf(href ?? ''))),
  );
  if (known !== undefined) known.media.name = 'main';
  const [href] = addresses;
  if (known !== undefined || href === undefined) return;
  const said = data.all.find(({ address }) => nameOf(address) === nameOf(href));
  const media: Media = {
    type: 'picture',
    name: 'main',
    captions: said?.caption === undefined || pictures.length > 0 ? [] : [said.caption],
    ...(said?.credit && { credit: said.credit }),
    renditions: [{ name: 'original', href }],
  };
  pictures.unshift({ media });
}

function mediaOf(figure: Figure, all: readonly PictureData[], absolute: (href: string) => string | undefined): Media {
  const files = figure.sources.flatMap((source) => absolute(source) ?? []);
  const said = all.find(({ address }) => files.some((file) => nameOf(file) === nameOf(address)));
  const credit = figure.credit ?? said?.credit;
  return {
    type: 'picture',
    captions: figure.caption === undefined ? [] : [figure.caption],
    ...(credit && { credit }),
    ...(figure.alt && { altText: figure.alt }),
    renditions: [...new Set(files)].map((href, index) => ({
      name: index === 0 ? 'original' : `rendition${index + 1}`,
      href,
    })),
  };
}

/** Whether a picture belongs to something else: a list of stories, a teaser, the frame of the site. */
function isElsewhere({ element, caption }: Figure, body: PageElement | undefined, above: boolean): boolean {
  const shared = ancestors(body);
  let link: string | undefined;
  let at: PageElement | undefined = element;
  for (let level = 0; at !== undefined && !shared.has(at); at = at.parent, level += 1) {
    if (
      APART.has(at.name) ||
      (at.name === 'aside' && caption === undefined) ||
      (at.name === 'header' && above && caption === undefined)
    )
      return true;
    if (at.name === 'a') link = at.attributes['href'];
    const names = `${at.attributes['class'] ?? ''} ${at.attributes['id'] ?? ''}`;
    if (level > 0 && (caption === undefined ? ELSEWHERE : SURELY).test(names)) return true;
  }
  if (caption !== undefined) return false;
  const other = link !== undefined && !/\.(?:jpe?g|png|webp|gif|avif)(?:[?#]|$)|^#|^javascript:|^$/i.test(link);
  return other || (above && at?.name === 'body');
}

/** The element that holds two others; undefined where that is the whole page. */
function common(one: PageElement | undefined, other: PageElement | undefined): PageElement | undefined {
  const above = ancestors(one);
  let at = other?.parent;
  while (at !== undefined && !above.has(at)) at = at.parent;
  return at === undefined || /^(?:body|html|main|#root)$/.test(at.name) ? undefined : at;
}

function ancestors(element: PageElement | undefined): Set<PageElement> {
  const all = new Set<PageElement>();
  for (let at = element?.parent; at !== undefined; at = at.parent) all.add(at);
  return all;
}

/** The name of a picture's file, without folders, sizes and endings: sites serve one file under many addresses. */
function nameOf(address: string): string {
  const path = fileOf(address);
  const name = path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/\.\w{2,5}$/, '')
    .replace(/[-_](?:\d{2,4}x\d{2,4}|scaled|\d{3,4}w?)$/, '');
  return name.length >= 8 ? name.toLowerCase() : path.toLowerCase();
}
