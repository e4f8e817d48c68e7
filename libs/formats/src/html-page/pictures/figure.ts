import { type PageElement, textOf } from '../dom.ts';
import { bareCredit, splitCaption } from './credit-line.ts';

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

const CREDIT =
  /credit|copyright|photographer|fotograf|(?:^|[\s_-])(?:author|autor|byline|source|quelle|agency|agentur|rights|urheber|fonte|firma|attribution|provider|creator|owner|copy)(?:$|[\s_-])|__(?:author|source|copy|byline)/i;
const CAPTION =
  /caption|legend|bildunterschrift|bildtext|description|(?:^|[\s_-])(?:bu|cutline|pie-foto|piefoto|didascalia|legenda|podpis|kuvateksti)(?:$|[\s_-])/i;
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
const PLACEHOLDER =
  /^data:|\/(?:blank|placeholder|spacer|pixel|transparent|1x1|lazy)[^/]*\.(?:gif|png|jpg|svg)|\.svg(?:[?#]|$)/i;
const ICON = /logo|icon|avatar|author|profile|badge|emoji|sprite|placeholder|gravatar|pixel/i;

/** Reads a picture piece: its files, and caption and credit from the figure or box around it. */
export function readFigure(element: PageElement): Figure | undefined {
  const frame = element.name === 'figure' ? element : frameOf(element);
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
    ...words(frame, image),
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
  };
}

/** Whether a picture is part of a template: small, a logo, a face beside a byline. */
export function isFurniture({ element, width, height, sources, caption, alt }: Figure): boolean {
  if ((width !== undefined && width < 90) || (height !== undefined && height < 60)) return true;
  if (caption !== undefined) return false;
  let names = '';
  let at: PageElement | undefined = element;
  for (let level = 0; level < 3 && at !== undefined; level += 1, at = at.parent)
    names += ` ${at.attributes['class'] ?? ''}`;
  return ICON.test(`${names} ${sources[0]?.replace(/^.*\//, '') ?? ''} ${alt?.slice(0, 20) ?? ''}`);
}

/** The smallest box around a picture that has a caption's name, up to three levels up and with no other picture in it. */
function frameOf(element: PageElement): PageElement {
  let frame = element;
  let at = element.parent;
  for (
    let level = 0;
    level < 4 && at !== undefined && at.name !== 'body' && at.name !== 'article';
    level += 1, at = at.parent
  ) {
    if (countPictures(at) > 1) break;
    if (at.name === 'figure') return at;
    if (find(at, (each) => isNamed(each, CAPTION) || isNamed(each, CREDIT)) !== undefined) return at;
    frame = frame === element ? element : frame;
  }
  return frame;
}

function words(frame: PageElement, image: PageElement | undefined): { caption?: string; credit?: string } {
  const captioned =
    find(frame, ({ name }) => name === 'figcaption') ??
    find(frame, (each) => each !== frame && isNamed(each, CAPTION) && textOf(each) !== '');
  const inside =
    captioned === undefined
      ? undefined
      : findAll(captioned, (each) => each !== captioned && isNamed(each, CREDIT))
          .map(textOf)
          .filter((text) => text !== '');
  const marked =
    inside !== undefined && inside.length > 0
      ? inside
      : findAll(
          frame,
          (each) => each !== frame && each !== captioned && isNamed(each, CREDIT) && !within(captioned, each),
        )
          .map(textOf)
          .filter((text) => text !== '');
  let line = captioned === undefined ? (image?.attributes['data-caption'] ?? '') : textOf(captioned);
  line = line
    .replace(/<[^<>]{0,200}>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const [first] = marked;
  if (first !== undefined && first.length < 200) {
    for (const text of marked) line = without(line, text);
    const rest = splitCaption(line);
    const credit = bareCredit(first);
    return {
      ...(tidy(rest.credit !== undefined && credit !== '' ? rest.caption : line) && {
        caption: tidy(rest.credit !== undefined ? rest.caption : line),
      }),
      ...(credit !== '' && { credit }),
    };
  }
  const attribute =
    image?.attributes['data-credit'] ?? image?.attributes['data-copyright'] ?? image?.attributes['data-photographer'];
  const { caption, credit } = splitCaption(line);
  const said = credit ?? (attribute === undefined ? undefined : bareCredit(attribute));
  return { ...(tidy(caption) !== '' && { caption: tidy(caption) }), ...(said && { credit: said }) };
}

/** A caption without what pages print around it. */
function tidy(line: string): string {
  return line
    .replace(/^(?:image caption|media caption|bildunterschrift|caption)[:,\s]+/i, '')
    .replace(/^[\s|•·–—-]+|[\s|•·–—]+$/g, '')
    .trim();
}

function without(line: string, part: string): string {
  const at = line.lastIndexOf(part);
  if (at < 0) return line;
  const before = line.slice(0, at).replace(/[\s([|/–—-]+$/, '');
  const label = /(?:^|\s)(?:foto|photo|bild|quelle|source|credit|image|fotos|crédito|©)s?\s*[:：]?$/i;
  return `${before.replace(label, '')} ${line.slice(at + part.length).replace(/^[\s)\]|/–—-]+/, '')}`.trim();
}

function isNamed({ name, attributes }: PageElement, pattern: RegExp): boolean {
  if (name === 'img' || name === 'figure' || name === 'picture') return false;
  if (pattern === CREDIT && (name === 'small' || name === 'cite')) return true;
  return pattern.test(
    `${attributes['class'] ?? ''} ${attributes['itemprop'] ?? ''} ${attributes['data-testid'] ?? ''}`,
  );
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

function within(outer: PageElement | undefined, element: PageElement): boolean {
  let at: PageElement | undefined = element;
  while (at !== undefined && at !== outer) at = at.parent;
  return outer !== undefined && at === outer;
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
