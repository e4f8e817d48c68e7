import type { Block } from '#contracts';
import { escapeHtml } from '../escape-html.ts';
import { blocksFromHtml, textBlock } from '../html-blocks.ts';
import { isTabular, preformatted } from './tabular.ts';
import { groupsOf } from './wire-lines.ts';
import { isWrapped, unwrapped } from './wrapped-lines.ts';

const BULLET = /^\s*[-*•]\s+(?=\S)/;
const NUMBER_SIGNS = /^\s*#{1,4}\s+(?=\S)/;
const INDENT = /^(?:\t| {2,})/;

/**
 * Blocks of a plain text wrapped to `width`: paragraphs (parted by blank lines or an indented first line), lists of
 * lines with a dash, and columns, which keep every blank. A line with number signs (`# Notebook`) stands alone.
 */
export function textBlocks(lines: readonly string[], width: number | undefined): Block[] {
  return groupsOf(lines).flatMap((group) =>
    isTabular(group) ? preformatted(group) : paragraphs(group).flatMap((paragraph) => blocksOf(paragraph, width)),
  );
}

/** A group of lines, cut before the indented ones that follow a line without indent. */
function paragraphs(group: readonly string[]): string[][] {
  const found: string[][] = [];
  for (const [index, line] of group.entries()) {
    const before = group[index - 1];
    if (before === undefined || startsParagraph(line, before)) found.push([line]);
    else found.at(-1)?.push(line);
  }
  return found;
}

function startsParagraph(line: string, before: string): boolean {
  if (NUMBER_SIGNS.test(line) || NUMBER_SIGNS.test(before)) return true;
  return INDENT.test(line) && !INDENT.test(before) && !BULLET.test(before) && !BULLET.test(line);
}

function blocksOf(lines: readonly string[], width: number | undefined): Block[] {
  const first = lines[0] ?? '';
  if (BULLET.test(first)) return listOf(lines, width);
  const wrap = width !== undefined && isWrapped(lines, width) ? width : undefined;
  return [textBlock('paragraph', unwrapped(lines, wrap).join('\n'))];
}

function listOf(lines: readonly string[], width: number | undefined): Block[] {
  const items: string[][] = [];
  for (const line of lines) {
    if (BULLET.test(line)) items.push([line.replace(BULLET, '')]);
    else items.at(-1)?.push(line);
  }
  const texts = items.map((item) => unwrapped(item, width).join(' '));
  return blocksFromHtml(`<ul>${texts.map((text) => `<li>${escapeHtml(text)}</li>`).join('')}</ul>`);
}
