import { createHash } from 'node:crypto';
import { emptyStory, type Issue, type Media, type Story } from '#contracts';
import { absoluteAddress } from '../absolute-addresses.ts';
import { DocumentError } from '../document-error.ts';
import { escapeHtml } from '../escape-html.ts';
import type { Declared, Text } from '../format.ts';
import { blocksFromHtml } from '../html-blocks.ts';
import { MAX_GUID_LENGTH } from '../limits.ts';
import { pageAddress } from './address.ts';
import { bareText, evidenceOf } from './body/evidence.ts';
import { bodyMarkup, type Part, tableMarkup } from './body/markup.ts';
import { type BodyChoice, chooseBody } from './body/read-body.ts';
import { readByline } from './byline.ts';
import { parsePage, textOf } from './dom.ts';
import { readHeadline } from './headline.ts';
import { articleNode, isNode, jsonLdOf, type Node, resolved, textMember, valuesOf } from './json-ld.ts';
import { type Head, meta, readHead } from './meta.ts';
import { choosePictures, type StoryPicture } from './pictures/choose.ts';
import { picturesOfData, recordingsOfData } from './pictures/data.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { readRecordings } from './recordings.ts';
import { readSubjects } from './subjects.ts';
import { readTies } from './ties.ts';
import { readTimes } from './times.ts';

const AD =
  /doubleclick|googlesyndication|adservice|\/ads?\/|google\.com\/recaptcha|googletagmanager|facebook\.com\/(?:plugins\/like|tr)|about:blank/i;

/**
 * Reads a news page. What its data says (JSON-LD, OpenGraph, Dublin Core, microdata) comes before what is printed;
 * the body, its pictures and videos are found on the page. Throws `no-story` for a page without a headline or a text.
 */
export function readPage({ text }: Text, declared: Declared): Story {
  const root = parsePage(text);
  const head = readHead(root);
  const nodes = jsonLdOf(root);
  const article = articleNode(nodes);
  const pieces = piecesOf(root);
  const issues: Issue[] = [];
  const headline = readHeadline(root, head, article);
  const choice = chooseBody(pieces, evidenceOf(nodes, head));
  if (choice.chosen.size === 0 && headline === undefined)
    throw new DocumentError('no-story', 'the page has no headline and no text');
  const address = pageAddress(head, article);
  const absolute = (href: string): string | undefined => absoluteAddress(href, head.base ?? address);
  const title = titlePlace(pieces, headline, choice);
  const images = picturesOfData(article, nodes);
  const lead = [
    ...images.lead,
    ...['og:image', 'og:image:url', 'twitter:image'].flatMap((name) => head.metas.get(name) ?? []),
  ];
  const pictures = choosePictures(pieces, choice, title, { lead, all: images.all }, absolute);
  const recordings = readRecordings(pieces, choice, recordingsOfData(nodes), absolute);
  const media = [...pictures.map((picture) => picture.media), ...recordings];
  const body = readBlocks(pieces, choice, pictures, absolute);
  if (body.length === 0) issues.push({ code: 'body-missing' });
  else if (choice.uncertain) issues.push({ code: 'body-uncertain' });
  if (headline === undefined) issues.push({ code: 'headline-missing' });
  const lines = pieces.slice(Math.max(0, title - 10), title + 40).filter((piece) => piece.kind === 'text');
  const times = readTimes(root, head, article, lines, issues);
  const description =
    textMember(article, 'description') ??
    meta(head, 'og:description', 'description', 'twitter:description', 'dc.description');
  const language =
    textMember(article, 'inLanguage') ??
    head.language ??
    meta(head, 'og:locale', 'content-language', 'dc.language')?.replace('_', '-');
  const notice =
    textMember(article, 'copyrightNotice') ?? meta(head, 'dc.rights', 'dcterms.rights', 'copyright', 'rights');
  return {
    ...emptyStory(),
    format: 'html-page',
    guid: guidOf(declared, address, headline ?? body[0]?.text ?? '', times),
    type: 'text',
    ...(language !== undefined && /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(language) && { language }),
    times,
    ...(head.title !== undefined && head.title !== headline && { title: head.title }),
    headlines: headline === undefined ? [] : [{ value: headline }],
    ...readByline(root, head, article, nodes),
    descriptions: description === undefined ? [] : [{ role: 'summary', value: plain(description) }],
    body,
    media,
    ...readSubjects(head, article),
    infoSources: publisher(head, article, nodes),
    ...(notice !== undefined && { copyrightNotice: plain(notice) }),
    relations: readTies(head, language, address),
    issues,
  };
}

/** Where the headline is printed: the last heading with its words before the body, else any text that has them, else the start of the body. */
function titlePlace(pieces: readonly Piece[], headline: string | undefined, { first }: BodyChoice): number {
  const bare = bareText(headline ?? '');
  let printed: number | undefined;
  for (let place = Math.min(first + 1, pieces.length - 1); bare !== '' && place >= 0; place -= 1) {
    const piece = pieces[place];
    if (piece?.kind !== 'text' || bareText(piece.text) !== bare) continue;
    if (/^h[1-3]$/.test(piece.element.name)) return place;
    printed ??= place;
  }
  return printed ?? first;
}

function readBlocks(
  pieces: readonly Piece[],
  { chosen, first, last }: BodyChoice,
  pictures: readonly StoryPicture[],
  absolute: (href: string) => string | undefined,
): Story['body'] {
  const places = new Map(pictures.flatMap(({ place }, index) => (place === undefined ? [] : [[place, index]])));
  const byAddress = new Map(pictures.map(({ media }, index) => [media.renditions[0]?.href ?? '', index]));
  const parts: Part[] = [];
  for (const [place, piece] of pieces.entries()) {
    const picture = places.get(place);
    if (piece.kind === 'text') {
      if (chosen.has(place)) parts.push({ piece });
    } else if (picture !== undefined) parts.push({ piece, html: figureMarkup(pictures[picture]?.media) });
    else if (place > first && place < last) {
      if (piece.kind === 'table') parts.push({ piece, html: tableMarkup(piece.element, textOf) });
      if (piece.kind === 'embed') {
        const src = absolute(piece.element.attributes['src'] ?? piece.element.attributes['data-src'] ?? '');
        if (src !== undefined && !AD.test(src))
          parts.push({ piece, html: `<iframe src="${escapeHtml(src)}"></iframe>` });
      }
    }
  }
  const blocks = blocksFromHtml(bodyMarkup(parts, absolute), (src) => byAddress.get(src));
  // The address of what is embedded is no word of the story.
  return blocks.map((block) => (block.kind === 'embed' ? { ...block, text: '' } : block));
}

function figureMarkup(media: Media | undefined): string {
  const href = media?.renditions[0]?.href;
  if (media === undefined || href === undefined) return '';
  const caption = [...media.captions, ...(media.credit === undefined ? [] : [media.credit])].join(' / ');
  const alt = media.altText === undefined ? '' : ` alt="${escapeHtml(media.altText)}"`;
  return `<figure><img src="${escapeHtml(href)}"${alt}>${caption === '' ? '' : `<figcaption>${escapeHtml(caption)}</figcaption>`}</figure>`;
}

/** The page's address; else made of headline and day, so that an update under the same headline meets its story. */
function guidOf(declared: Declared, address: string | undefined, title: string, { published }: Story['times']): string {
  const { guid } = declared;
  if (guid !== undefined && (guid === '' || guid.length > MAX_GUID_LENGTH)) {
    throw new DocumentError('invalid-member', 'the declared guid must have 1 to 512 characters');
  }
  if (guid !== undefined) return guid;
  if (address !== undefined && address.length <= MAX_GUID_LENGTH) return address;
  const day = (published?.local ?? published?.utc ?? '').slice(0, 10);
  const hash = createHash('sha256')
    .update(address ?? `${bareText(title)}\n${day}`)
    .digest('hex');
  return `urn:dateline:html-page:${hash.slice(0, 32)}`;
}

function publisher(head: Head, article: Node | undefined, nodes: readonly Node[]): Story['infoSources'] {
  const named = valuesOf(article?.['publisher']).map((value) =>
    typeof value === 'string' ? value : isNode(value) ? textMember(resolved(value, nodes), 'name') : undefined,
  );
  const name =
    named.find((each) => each !== undefined) ??
    meta(head, 'og:site_name', 'dc.publisher', 'application-name', 'publisher');
  return name === undefined || /^https?:/.test(name) ? [] : [{ name: plain(name), role: 'provider' }];
}

function plain(text: string): string {
  const bare = /<\w|&[a-z#\d]+;/i.test(text) ? textOf(parsePage(text)) : text;
  return bare.replace(/\s+/g, ' ').trim();
}
