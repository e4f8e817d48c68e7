import type { Block } from '#contracts';
import { escapeHtml } from './escape-html.ts';
import { textBlock } from './html-blocks.ts';

type Opens = (line: string, next: string | undefined) => boolean;

/**
 * Cuts a paragraph or preformatted text before the first of its lines, from the second on, for which `opens` holds, given it
 * and the next one. The
 * second part loses its inline markup, and so does the first where the cut would go through an element.
 */
export function cutAtLine(block: Block, opens: Opens): Block[] {
  if (block.kind !== 'paragraph' && block.kind !== 'preformatted') return [block];
  const lines = block.text.split('\n');
  const at = lines.findIndex((line, index) => index > 0 && opens(line, lines[index + 1]));
  if (at < 0) return [block];
  const [before, after] = [lines.slice(0, at).join('\n'), lines.slice(at).join('\n')];
  const rest = textBlock('paragraph', after);
  if (block.kind === 'preformatted') {
    const text = before.replace(/\n+$/, '');
    return [{ ...block, html: `<pre>${escapeHtml(text)}</pre>`, text }, rest];
  }
  const html = linesBefore(block.html, at);
  return [html === undefined ? textBlock('paragraph', before) : { ...block, html, text: before }, rest];
}

/** The HTML of a paragraph up to its line `count`; undefined where an element goes on behind it. */
function linesBefore(html: string, count: number): string | undefined {
  const pieces = html.slice(html.indexOf('>') + 1).split('<br>');
  let seen = 0;
  const end = pieces.findIndex((piece) => piece.replace(/<[^>]*>/g, '').trim() !== '' && ++seen > count);
  const kept = pieces
    .slice(0, end)
    .join('<br>')
    .replace(/(?:<br>)+$/, '');
  const whole = (kept.match(/<[a-z](?!r>)/g)?.length ?? 0) === (kept.match(/<\//g)?.length ?? 0);
  return end > 0 && whole ? `<p>${kept}</p>` : undefined;
}
