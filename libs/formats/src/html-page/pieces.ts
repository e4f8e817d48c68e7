import { childElements, type PageElement } from './dom.ts';
import { MAX_PIECES } from './limits.ts';

/** Words in a row with the same marks. */
export type Run = { readonly text: string; readonly href?: string; readonly strong?: true; readonly em?: true };

/** A text of a page: the words of one line or paragraph, and the element that they stand in. */
export type TextPiece = {
  readonly kind: 'text';
  readonly element: PageElement;
  readonly runs: readonly Run[];
  readonly text: string;
  /** Characters in links. */
  readonly linked: number;
};

/** A picture, video, embed or table: an element that is taken whole. */
export type WholePiece = {
  readonly kind: 'picture' | 'video' | 'embed' | 'table';
  readonly element: PageElement;
  readonly text: string;
};

export type Piece = TextPiece | WholePiece;

const INLINE: ReadonlySet<string> = new Set([
  ...[
    'a',
    'span',
    'em',
    'strong',
    'b',
    'i',
    'u',
    'small',
    'sup',
    'sub',
    'abbr',
    'cite',
    'code',
    'font',
    'mark',
    'q',
    's',
  ],
  ...[
    'time',
    'label',
    'bdi',
    'bdo',
    'ins',
    'del',
    'wbr',
    'kbd',
    'tt',
    'big',
    'acronym',
    'dfn',
    'var',
    'samp',
    'data',
    'strike',
  ],
]);
const SKIPPED: ReadonlySet<string> = new Set([
  ...[
    'script',
    'style',
    'noscript',
    'template',
    'svg',
    'button',
    'select',
    'textarea',
    'input',
    'head',
    'object',
    'canvas',
  ],
  ...['meta', 'link', 'map', 'dialog', 'math'],
]);
const EMBEDS: ReadonlySet<string> = new Set(['iframe', 'embed', 'amp-iframe', 'amp-youtube', 'amp-twitter']);
const PICTURES: ReadonlySet<string> = new Set(['img', 'picture', 'amp-img']);

/** Cuts a page into the pieces that may be parts of a story, in the order of the page. */
export function piecesOf(root: PageElement): Piece[] {
  const cutter = new Cutter();
  cutter.walk(root, {});
  cutter.flush();
  return cutter.pieces.slice(0, MAX_PIECES);
}

type Marks = { readonly href?: string; readonly strong?: true; readonly em?: true };

class Cutter {
  readonly pieces: Piece[] = [];
  #runs: Run[] = [];
  #element: PageElement | undefined;
  #breaks = 0;

  /** As deep as the tree, which is bounded. */
  walk(element: PageElement, marks: Marks): void {
    for (const child of element.children) {
      if (this.pieces.length >= MAX_PIECES) return;
      if (typeof child === 'string') this.#text(child, element, marks);
      else if (child.name === 'br') this.#lineBreak();
      else if (child.name === 'noscript') this.#fallback(child);
      else if (SKIPPED.has(child.name)) continue;
      else if (INLINE.has(child.name)) this.walk(child, marked(child, marks));
      else this.#block(child, marks);
    }
  }

  #block(element: PageElement, marks: Marks): void {
    this.flush();
    const whole = wholeKind(element);
    if (whole !== undefined) this.pieces.push({ kind: whole, element, text: '' });
    else {
      this.walk(element, marks);
      this.flush();
    }
  }

  /** A picture that scripts load late stands in `noscript` for those without. */
  #fallback(element: PageElement): void {
    if (this.#runs.length > 0) return;
    const images = element.children.filter((child) => typeof child !== 'string' && PICTURES.has(child.name));
    if (images.length === 1) this.pieces.push({ kind: 'picture', element, text: '' });
  }

  #text(text: string, element: PageElement, marks: Marks): void {
    const words = text.replace(/[\s\u200b]+/g, ' ');
    if (words === '' || (words === ' ' && this.#runs.length === 0)) return;
    if (words !== ' ') this.#breaks = 0;
    this.#element ??= blockOf(element);
    this.#runs.push({ text: words, ...marks });
  }

  #lineBreak(): void {
    this.#breaks += 1;
    if (this.#breaks >= 2) this.flush();
    else if (this.#runs.length > 0) this.#runs.push({ text: '\n' });
  }

  flush(): void {
    const runs = this.#runs;
    const element = this.#element;
    this.#runs = [];
    this.#element = undefined;
    this.#breaks = 0;
    const text = runs
      .map((run) => run.text)
      .join('')
      .replace(/ {2,}/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .trim();
    if (text === '' || element === undefined) return;
    const linked = runs.reduce((sum, run) => sum + (run.href === undefined ? 0 : run.text.trim().length), 0);
    this.pieces.push({ kind: 'text', element, runs, text, linked });
  }
}

function marked(element: PageElement, marks: Marks): Marks {
  if (element.name === 'a') return { ...marks, href: element.attributes['href'] ?? '' };
  if (element.name === 'strong' || element.name === 'b') return { ...marks, strong: true };
  if (element.name === 'em' || element.name === 'i') return { ...marks, em: true };
  return marks;
}

/** The block that an inline element stands in. */
function blockOf(element: PageElement): PageElement {
  let at = element;
  while (INLINE.has(at.name) && at.parent !== undefined) at = at.parent;
  return at;
}

function wholeKind(element: PageElement): WholePiece['kind'] | undefined {
  const { name } = element;
  if (PICTURES.has(name)) return 'picture';
  if (EMBEDS.has(name)) return 'embed';
  if (name === 'video' || name === 'audio') return 'video';
  if (name === 'figure') return figureKind(element);
  return name === 'table' && isDataTable(element) ? 'table' : undefined;
}

/** A figure is what is in it; one with text alone is a quote or a box and is read on. */
function figureKind(element: PageElement): WholePiece['kind'] | undefined {
  let words = 0;
  let found: WholePiece['kind'] | undefined;
  const waiting: PageElement[] = [element];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at.name === 'table') return undefined;
    if (PICTURES.has(at.name)) found ??= 'picture';
    else if (EMBEDS.has(at.name)) found ??= 'embed';
    else if (at.name === 'video' || at.name === 'audio') found = 'video';
    for (const child of at.children) {
      if (typeof child !== 'string') waiting.push(child);
      else if (at.name !== 'script' && at.name !== 'noscript') words += child.trim().length;
    }
  }
  return words > 3000 ? undefined : found;
}

/** A table of data has several columns and short cells; one that only lays out a page is read on. */
function isDataTable(table: PageElement): boolean {
  let cells = 0;
  let rows = 0;
  let longest = 0;
  const waiting: PageElement[] = childElements(table);
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at.name === 'table' || at.name === 'article') return false;
    if (at.name === 'tr') rows += 1;
    if (at.name === 'td' || at.name === 'th') {
      cells += 1;
      longest = Math.max(longest, lengthOf(at, 1200));
    } else for (const child of childElements(at)) waiting.push(child);
  }
  return rows >= 2 && cells >= 2 * rows && longest < 1000;
}

function lengthOf(element: PageElement, limit: number): number {
  let length = 0;
  const waiting: PageElement[] = [element];
  for (let at = waiting.pop(); at !== undefined && length < limit; at = waiting.pop()) {
    for (const child of at.children) {
      if (typeof child === 'string') length += child.trim().length;
      else waiting.push(child);
    }
  }
  return length;
}
