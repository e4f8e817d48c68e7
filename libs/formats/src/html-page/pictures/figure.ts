import type { PageElement } from '../dom.ts';
import { bareCredit, splitCaption } from './credit-line.ts';
import { isCaption, type Segment, segmentsOf } from './segments.ts';

/** What stands with a picture on the page. `sources` are its files, the best first. */
export type Figure = {
  readonly element: PageElement;
  readonly sources: readonly string[];
  readonly alt?: string;
  readonly caption?: string;
  readonly credit?: string;
  readonly width?: number;
  readonly height?: number;
};

const CREDIT_LABEL =
  /^\(?(?:foto|photo|bild|quelle|source|credit|image|fotos|crédito|copyright|©|fotograf|photograph|kuva|photo by|image credit|photo credit|bildquelle|사진)s?\s*(?:von|by)?\s*[:：]?$/i;
/** What pages print inside of a caption that is none. */
const NOTHING =
  /^(?:legende|bildunterschrift|image caption|media caption|caption|open image|close|zoom|vergrößern|bild vergrößern|\d+ ?(?:\/|of|von) ?\d+|[^\p{L}\p{N}©]+)\s*:?$/iu;
const PREFIX = /^(?:image caption|media caption|image source|bildunterschrift|legende|caption|bild)\s*[:,]\s*/i;
const OUTER: ReadonlySet<string> = new Set(['body', 'main', 'article', 'html']);
const BOXES = 5;
const LONGEST_CAPTION = 900;
const SOURCES = [
  'src',
  'data-src',
  'data-original',
  'data-lazy-src',
  'data-image',
  'data-url',
  'data-full-src',
  'data-hi-res-src',
  'data-srcset',
  'srcset',
  'data-lazy-srcset',
];
/** The face beside a byline comes with the name below it. */
const BYLINE = /^(?:von|by|par|por|di|door)\s+\p{Lu}/iu;
const PLACEHOLDER =
  /^data:|\/(?:blank|placeholder|spacer|pixel|transparent|1x1|lazy)[^/]*\.(?:gif|png|jpg|svg)|\.svg(?:[?#]|$)/i;
const ICON = /logo|icon|avatar|author|profile|badge|emoji|sprite|placeholder|gravatar|pixel/i;

/** Reads a picture piece: its files, and caption and credit from the figure or the box around it that holds no part of the body. */
export function readFigure(element: PageElement, body: ReadonlySet<PageElement> = new Set()): Figure | undefined {
  const image = find(element, ({ name }) => name === 'img' || name === 'amp-img');
  const files = sourcesOf(element, image);
  if (files.length === 0) return undefined;
  const number = (name: string): number | undefined => {
    const value = Number.parseInt(image?.attributes[name] ?? '', 10);
    return value > 0 ? value : undefined;
  };
  const alt = image?.attributes['alt']?.replace(/\s+/g, ' ').trim();
  const [width, height] = [number('width'), number('height')];
  return {
    element,
    sources: files,
    ...(alt && { alt }),
    ...words(element, image, body),
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
  };
}

/** Whether a picture is part of a template: small, a logo, a face beside a byline. */
export function isFurniture({ element, width, height, sources, caption, alt }: Figure): boolean {
  if ((width !== undefined && width < 90) || (height !== undefined && height < 60)) return true;
  if (caption !== undefined) return BYLINE.test(caption);
  let names = '';
  let at: PageElement | undefined = element;
  for (let level = 0; level < 3 && at !== undefined; level += 1, at = at.parent)
    names += ` ${at.attributes['class'] ?? ''}`;
  return ICON.test(`${names} ${sources[0]?.replace(/^.*\//, '') ?? ''} ${alt?.slice(0, 20) ?? ''}`);
}

/** The words that stand with a picture: in its figure, else in the smallest box around it that has some of its own. */
function segmentsAround(element: PageElement, body: ReadonlySet<PageElement>): readonly Segment[] {
  const own = element.name === 'figure' ? element : undefined;
  const caption = own && find(own, ({ name }) => name === 'figcaption');
  if (caption !== undefined) {
    const inside = segmentsOf(caption);
    if (inside.length > 0)
      return [
        ...inside,
        ...segmentsOf(own ?? caption).filter(
          ({ credit, text }) => credit && !inside.some((each) => each.text === text),
        ),
      ];
  }
  if (own !== undefined && segmentsOf(own).length > 0) return segmentsOf(own);
  const beside = captionBeside(element);
  if (beside !== undefined && !body.has(beside) && !holds(beside, body)) return segmentsOf(beside);
  let at = element.parent;
  for (let level = 0; level < BOXES && at !== undefined && !OUTER.has(at.name); level += 1, at = at.parent) {
    if (body.has(at) || holds(at, body) || countPictures(at) > 1) break;
    const segments = segmentsOf(at);
    const length = segments.reduce((sum, { text }) => sum + text.length, 0);
    if (length > LONGEST_CAPTION) break;
    if (at.name === 'figure' || segments.some(({ credit, named }) => credit || named)) {
      if (segments.length > 0) return segments.filter(({ credit, named }) => at?.name === 'figure' || credit || named);
    }
  }
  return [];
}

/** The caption that follows a picture, or the element it stands in. */
function captionBeside(element: PageElement): PageElement | undefined {
  for (
    let at: PageElement | undefined = element, level = 0;
    at?.parent !== undefined && level < 3;
    at = at.parent, level += 1
  ) {
    const siblings = at.parent.children.filter((child) => typeof child !== 'string');
    const next = siblings[siblings.indexOf(at) + 1];
    if (next !== undefined && isCaption(next)) return next;
    if (next !== undefined && next.name !== 'noscript') return undefined;
  }
  return undefined;
}

function words(
  element: PageElement,
  image: PageElement | undefined,
  body: ReadonlySet<PageElement>,
): { caption?: string; credit?: string } {
  const attributes = image?.attributes ?? {};
  const segments = segmentsAround(element, body).filter(({ text }) => !NOTHING.test(text));
  const { captions, credits } = parted(segments);
  // An element that is small print as a whole is the caption with its credit.
  if (captions.length === 0 && credits.join(' ').split(' ').length > 7) captions.push(...credits.splice(0));
  let line = captions.join(' ').replace(PREFIX, '');
  if (line === '') line = (attributes['data-caption'] ?? '').replace(/<[^<>]{0,200}>/g, ' ');
  const marked = credits.map(bareCredit).filter((text) => text !== '');
  if (marked.length > 0) {
    for (const text of credits) line = line.endsWith(text) ? line.slice(0, -text.length) : line;
    return { ...captionOf(line), credit: [...new Set(marked)].join(' | ') };
  }
  const attribute = attributes['data-credit'] ?? attributes['data-copyright'] ?? attributes['data-photographer'];
  const { caption, credit } = splitCaption(line);
  const said = credit ?? (attribute === undefined ? undefined : bareCredit(attribute));
  return { ...captionOf(caption), ...(said && { credit: said }) };
}

/** Which segments are the caption and which the credit: by their names, by a label before them, or the last one by its build. */
function parted(segments: readonly Segment[]): { captions: string[]; credits: string[] } {
  const captions: string[] = [];
  const credits: string[] = [];
  for (const [index, { text, credit }] of segments.entries()) {
    const labelled = CREDIT_LABEL.test(segments[index - 1]?.text ?? '');
    if (CREDIT_LABEL.test(text)) continue;
    if ((credit && text.length < 160) || labelled || (index > 0 && isCreditLine(text))) credits.push(text);
    else captions.push(text);
  }
  const last = captions.at(-1);
  const before = captions.at(-2);
  if (
    credits.length === 0 &&
    last !== undefined &&
    before !== undefined &&
    isShortName(last) &&
    (/[.!?"”»)]$/.test(before) || before.length > 3 * last.length)
  ) {
    captions.pop();
    credits.push(last);
  }
  return { captions, credits };
}

function isCreditLine(text: string): boolean {
  return (
    text.length < 120 &&
    bareCredit(text) !== text.trim().replace(/^[([]|[)\]]$/g, '') &&
    /[:：©|]|\bby\b/i.test(text.slice(0, 24))
  );
}

/** A few words without the end of a sentence. */
function isShortName(text: string): boolean {
  return text.length <= 80 && text.split(' ').length <= 9 && !/[.!?:]$/.test(text.replace(/\b\p{Lu}\.$/u, ''));
}

function captionOf(line: string): { caption?: string } {
  const caption = line
    .replace(/\s+/g, ' ')
    .replace(PREFIX, '')
    .replace(/^[\s|•·–—-]+|[\s|•·–—(]+$/g, '')
    .trim();
  return caption === '' ? {} : { caption };
}

function holds(box: PageElement, body: ReadonlySet<PageElement>): boolean {
  return body.size > 0 && find(box, (each) => body.has(each)) !== undefined;
}

function sourcesOf(element: PageElement, image: PageElement | undefined): string[] {
  const files: string[] = [];
  const take = (from: PageElement | undefined): void => {
    for (const name of SOURCES) {
      const value = from?.attributes[name]?.trim();
      if (value === undefined || value === '') continue;
      const file = name.includes('srcset') ? largest(value) : value;
      if (file !== undefined && !PLACEHOLDER.test(file) && !files.includes(file)) files.push(file);
    }
  };
  take(image);
  for (const source of findAll(element, ({ name }) => name === 'source')) take(source);
  return files.slice(0, 6);
}

/** The file of a `srcset` with the greatest width or density. */
function largest(set: string): string | undefined {
  const files = set
    .slice(0, 8000)
    .split(/,\s+|,(?=https?:|\/\/)/)
    .map((part) => part.trim().split(/\s+/));
  const sized = files.map(([file, size = '1x']) => ({ file, size: Number.parseFloat(size) || 1 }));
  return sized.sort((a, b) => b.size - a.size)[0]?.file || undefined;
}

function countPictures(element: PageElement): number {
  return findAll(element, ({ name }) => name === 'img' || name === 'amp-img').length;
}

function find(root: PageElement, is: (element: PageElement) => boolean): PageElement | undefined {
  return findAll(root, is, 1)[0];
}

const MOST_STEPS = 400;

function findAll(root: PageElement, is: (element: PageElement) => boolean, most = 20): PageElement[] {
  const found: PageElement[] = [];
  const waiting: PageElement[] = [root];
  let steps = 0;
  for (
    let at = waiting.pop();
    at !== undefined && found.length < most && steps < MOST_STEPS;
    at = waiting.pop(), steps += 1
  ) {
    if (is(at)) found.push(at);
    for (let child = at.children.length - 1; child >= 0; child -= 1) {
      const each = at.children[child];
      if (each !== undefined && typeof each !== 'string') waiting.push(each);
    }
  }
  return found;
}
