import type { Block } from '#contracts';
import { textBlock } from '../html-blocks.ts';
import { tableOf } from '../wire-text/tabular.ts';
import type { Line } from './lines.ts';

const RULE = /^[_—-]{2,}$/;
const END = /^END$/;

/** Blocks of a text: rows next to each other are a table, centred lines subheads, lines of underscores rules. */
export function blocksOf(lines: readonly Line[]): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const rows = rowsFrom(lines, at);
    if (rows.length > 1) {
      blocks.push(...tableOf(rows, hasHead(rows)));
      at += rows.length;
    } else {
      const line = lines[at];
      if (line !== undefined && !END.test(line.text)) blocks.push(blockOf(line));
      at += 1;
    }
  }
  return blocks;
}

function blockOf({ text, start, end }: Line): Block {
  if (RULE.test(text)) return { kind: 'rule', html: '<hr>', text: '' };
  return textBlock(start === 'flush' && end === 'centre' ? 'heading' : 'paragraph', text, 3);
}

function rowsFrom(lines: readonly Line[], start: number): string[][] {
  const rows: string[][] = [];
  for (let at = start; lines[at]?.row === true; at++) rows.push((lines[at]?.text ?? '').split(';').map(cell));
  return rows;
}

/** Fractions of a typesetter: `{` is a half, as in games behind. A lone underscore is an empty cell. */
function cell(text: string): string {
  return text
    .trim()
    .replace(/^(\d*)\{$/, '$1½')
    .replace(/^_$/, '—');
}

/** The first row names the columns: its first cell is empty, and no other is a number. */
function hasHead([first = []]: readonly string[][]): boolean {
  return first[0] === '' && first.every((name) => !/^[\d.,½-]+$/.test(name));
}
