import { escapeHtml } from '../../escape-html.ts';
import { childElements, type PageElement } from '../dom.ts';
import type { Piece, Run, TextPiece } from '../pieces.ts';

/** A piece that is part of the body, with the HTML it is written as where it is no text. */
export type Part = { readonly piece: Piece; readonly html?: string };

const LISTS: ReadonlySet<string> = new Set(['ul', 'ol']);

/** The body as HTML: each text in the element it stood in, items of one list together, addresses absolute. */
export function bodyMarkup(parts: readonly Part[], absolute: (href: string) => string | undefined): string {
  let html = '';
  let open: { readonly element: PageElement; readonly tag: string } | undefined;
  for (const { piece, html: whole } of parts) {
    const group = piece.kind === 'text' ? groupOf(piece.element) : undefined;
    if (open !== undefined && open.element !== group?.element) {
      html += `</${open.tag}>\n`;
      open = undefined;
    }
    if (group !== undefined && open === undefined) {
      html += `<${group.tag}>`;
      open = group;
    }
    html += piece.kind === 'text' ? written(piece, group?.tag, absolute) : `${whole ?? ''}\n`;
  }
  return open === undefined ? html : `${html}</${open.tag}>`;
}

/** A table of data as HTML: its rows and cells with their words. */
export function tableMarkup(table: PageElement, textOf: (cell: PageElement) => string): string {
  const rows: string[] = [];
  const waiting: PageElement[] = [table];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const inner = childElements(at);
    if (at.name === 'tr') {
      const cells = inner.filter(({ name }) => name === 'td' || name === 'th');
      rows.push(`<tr>${cells.map((cell) => `<${cell.name}>${escapeHtml(textOf(cell))}</${cell.name}>`).join('')}</tr>`);
    } else for (const child of inner.reverse()) waiting.push(child);
  }
  return `<table>${rows.join('')}</table>`;
}

function groupOf(element: PageElement): { element: PageElement; tag: string } | undefined {
  for (
    let at: PageElement | undefined = element, level = 0;
    at !== undefined && level < 6;
    at = at.parent, level += 1
  ) {
    if (LISTS.has(at.name) && element.name !== at.name) return { element: at, tag: at.name };
    if (at.name === 'blockquote') return { element: at, tag: 'blockquote' };
    if (at.name === 'article' || at.name === 'section') return undefined;
  }
  return undefined;
}

function written(piece: TextPiece, group: string | undefined, absolute: (href: string) => string | undefined): string {
  const { name } = piece.element;
  const words = piece.runs
    .map((run) => inline(run, absolute))
    .join('')
    .trim()
    .replace(/(?:<br>\s*)+$/, '');
  if (group === 'ul' || group === 'ol') return `<li>${words}</li>`;
  const heading = /^h([1-6])$/.exec(name)?.[1];
  const tag = heading === undefined ? (name === 'pre' ? 'pre' : 'p') : heading === '1' ? 'h2' : `h${heading}`;
  return `<${tag}>${words}</${tag}>${group === undefined ? '\n' : ''}`;
}

function inline({ text, href, strong, em }: Run, absolute: (href: string) => string | undefined): string {
  if (text === '\n') return '<br>';
  let html = escapeHtml(text);
  if (em) html = `<em>${html}</em>`;
  if (strong) html = `<strong>${html}</strong>`;
  const address =
    href === undefined || href.startsWith('#') ? undefined : /^(?:mailto|tel):/i.test(href) ? href : absolute(href);
  return address === undefined ? html : `<a href="${escapeHtml(address)}">${html}</a>`;
}
