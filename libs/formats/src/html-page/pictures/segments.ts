import type { PageElement } from '../dom.ts';

/** Words of a caption that stand in an element of their own, and whether its names say that they are the credit. */
export type Segment = { readonly text: string; readonly credit: boolean; readonly named: boolean };

const CREDIT =
  /credit|copyright|photographer|fotograf|(?:^|[\s_-])(?:author|autor|byline|source|quelle|agency|agentur|rights|urheber|fonte|firma|attribution|provider|creator|owner)(?:$|[\s_-])|__(?:author|source|byline)/i;
const CAPTION =
  /caption|legend|bildunterschrift|bildtext|subtitle|infotext|(?:^|[\s_-])(?:bu|cutline|pie-foto|piefoto|didascalia|legenda|podpis|kuvateksti|img-info|description)(?:$|[\s_-])/i;
const MERGED: ReadonlySet<string> = new Set([
  'a',
  'em',
  'strong',
  'b',
  'i',
  'u',
  'sup',
  'sub',
  'q',
  'abbr',
  'mark',
  'wbr',
]);
const SKIPPED: ReadonlySet<string> = new Set([
  'script',
  'style',
  'noscript',
  'svg',
  'button',
  'template',
  'select',
  'picture',
  'img',
  'video',
  'iframe',
  'audio',
]);
const MOST = 60;

/** The words of a caption or of the box around a picture, cut where an element of its own begins. */
export function segmentsOf(root: PageElement): Segment[] {
  const segments: Segment[] = [];
  let text = '';
  let state = { credit: false, named: false };
  const flush = (next: { credit: boolean; named: boolean }): void => {
    const words = text
      .replace(/<[^<>]{0,200}>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    if (words !== '' && segments.length < MOST) segments.push({ text: words, ...state });
    text = '';
    state = next;
  };
  const walk = (element: PageElement, within: { credit: boolean; named: boolean }): void => {
    for (const child of element.children) {
      if (typeof child === 'string') text += child;
      else if (SKIPPED.has(child.name) || child.attributes['hidden'] !== undefined) continue;
      else if (MERGED.has(child.name) && !isNamed(child, CREDIT)) walk(child, within);
      else {
        const inside = {
          credit: within.credit || isNamed(child, CREDIT),
          named: within.named || child.name === 'figcaption' || isNamed(child, CAPTION),
        };
        flush(inside);
        walk(child, inside);
        flush(within);
      }
    }
  };
  state = { credit: false, named: root.name === 'figcaption' || isNamed(root, CAPTION) };
  walk(root, state);
  flush(state);
  return segments;
}

/** Whether an element is a caption by its name. */
export function isCaption(element: PageElement): boolean {
  return element.name === 'figcaption' || isNamed(element, CAPTION);
}

function isNamed({ name, attributes }: PageElement, pattern: RegExp): boolean {
  if (pattern === CREDIT && (name === 'small' || name === 'cite')) return true;
  return pattern.test(
    `${attributes['class'] ?? ''} ${attributes['itemprop'] ?? ''} ${attributes['data-testid'] ?? ''}`,
  );
}
