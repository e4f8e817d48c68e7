import type { Block } from '#contracts';
import { escapeHtml } from '../escape-html.ts';
import { blocksFromHtml, textBlock } from '../html-blocks.ts';
import { isTabular, preformatted } from './tabular.ts';
import { groupsOf } from './wire-lines.ts';
import { fits, isWrapped, unwrapped } from './wrapped-lines.ts';

const BULLET = /^\s*[-*•]\s+(?=\S)/;
const NUMBER = /^\s*\d{1,3}[.)]\s+(?=\S)/;
const NUMBER_SIGNS = /^\s*#{1,4}\s+(?=\S)/;
const INDENT = /^[\t ]/;

/**
 * Blocks of a plain text wrapped to `width`: paragraphs (parted by blank lines or an indented first line), lists of
 * lines with a dash, and columns, which keep every blank. A line with number signs (`# Notebook`) stands alone.
 */
export function textBlocks(lines: readonly string[], width: number | undefined): Block[] {
  return groupsOf(lines).flatMap((group) =>
    isTabular(group)
      ? preformatted(group)
      : paragraphs(group, width).flatMap((paragraph) => blocksOf(paragraph, width)),
  );
}

/** A group of lines, cut before indented ones and around lists. A line that only goes on from a full one opens nothing. */
function paragraphs(group: readonly string[], width: number | undefined): string[][] {
  const found: string[][] = [];
  // Lines that are all indented are a poem or a list, and no paragraphs.
  const verse = group.length > 2 && group.every((line) => INDENT.test(line));
  for (const [index, line] of group.entries()) {
    const open = found.at(-1);
    const before = group[index - 1] ?? '';
    const goesOn = width !== undefined && !fits(before, line.trim(), width);
    if (open === undefined || opens(line, { before, goesOn, verse, inList: BULLET.test(open[0] ?? '') }))
      found.push([line]);
    else open.push(line);
  }
  return found;
}

type Around = { readonly before: string; readonly goesOn: boolean; readonly verse: boolean; readonly inList: boolean };

function opens(line: string, { before, goesOn, verse, inList }: Around): boolean {
  if (NUMBER_SIGNS.test(line) || NUMBER_SIGNS.test(before)) return true;
  if (inList) return !BULLET.test(line) && !INDENT.test(line) && !goesOn;
  return BULLET.test(line) ? !goesOn : INDENT.test(line) && !verse;
}

function blocksOf(lines: readonly string[], width: number | undefined): Block[] {
  const first = lines[0] ?? '';
  if (BULLET.test(first)) return listOf(lines, width);
  if (NUMBER.test(first)) return [textBlock('paragraph', numbered(lines, width).join('\n'))];
  const wrap = width !== undefined && isWrapped(lines, width) ? width : undefined;
  return [textBlock('paragraph', unwrapped(lines, wrap).join('\n'))];
}

/** Lines that count on from a first one with a number: each number opens a line. */
function numbered(lines: readonly string[], width: number | undefined): string[] {
  const items: string[][] = [];
  for (const line of lines) {
    if (items.length === 0 || NUMBER.test(line)) items.push([line]);
    else items.at(-1)?.push(line);
  }
  return items.flatMap((item) => unwrapped(item, width));
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
