import type { Block } from '#contracts';
import { escapeHtml } from '../escape-html.ts';
import { blocksFromHtml } from '../html-blocks.ts';

/** Two blanks or a tab between words, but for the two blanks that typists set after a sentence. */
const COLUMN = /[^\s.!?:;"”'](?:\t| {2,})\s*(?=\S)/;

/** Whether lines stand in columns: two of them or more, and half of all, have a gap between words. */
export function isTabular(lines: readonly string[]): boolean {
  if (lines.length < 2) return false;
  const gaps = lines.filter((line) => COLUMN.test(line.trim())).length;
  return gaps >= 2 && gaps * 2 >= lines.length;
}

/** Lines as they stand, without the indent they share. */
export function preformatted(lines: readonly string[]): Block[] {
  const shown = lines.map((line) => line.replaceAll('\t', '    ').trimEnd());
  const indents = shown.flatMap((line) => (line === '' ? [] : [line.length - line.trimStart().length]));
  const indent = indents.reduce((least, each) => Math.min(least, each), Number.MAX_SAFE_INTEGER);
  return blocksFromHtml(`<pre>${escapeHtml(shown.map((line) => line.slice(indent)).join('\n'))}</pre>`);
}

/** A table of rows of cells; `head` says that the first row names the columns. */
export function tableOf(rows: readonly (readonly string[])[], head: boolean): Block[] {
  const html = rows.map((cells, index) => {
    const tag = head && index === 0 ? 'th' : 'td';
    return `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`;
  });
  return blocksFromHtml(`<table>${html.join('')}</table>`);
}
