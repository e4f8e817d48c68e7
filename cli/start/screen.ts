import { styleText } from 'node:util';
import type { Receipt } from '#contracts';
import type { Line } from './article-lines.ts';

type Style = Parameters<typeof styleText>[0];

/** Where the command writes: results to stdout, what is going on to stderr; in colour only on a terminal. */
export const screen = {
  progress(line: string): void {
    process.stderr.write(`${style('dim', `  ${line}`, process.stderr)}\n`);
  },
  error(line: string): void {
    process.stderr.write(`${style('red', line, process.stderr)}\n`);
  },
  title(line: string): void {
    process.stdout.write(`\n${style('bold', line)}\n`);
  },
  row(label: string, text: string, format: Style = 'reset'): void {
    const lines = wrap(printable(text)).map((line) => style(format, line));
    process.stdout.write(`  ${style('dim', label.padEnd(LABEL))}  ${lines.join(INDENT)}\n`);
  },
  /** How a story ended, and after how many milliseconds. */
  outcome({ outcome, reason }: Receipt, milliseconds: number): void {
    const text = reason === undefined ? outcome : `${outcome}: ${reason}`;
    screen.row('outcome', `${text} (${milliseconds} ms after the receipt)`, OUTCOME_STYLES[outcome]);
  },
  /** A line to paste into a shell: not broken. */
  command(line: string): void {
    process.stdout.write(`\n  ${line}\n`);
  },
  article(lines: readonly Line[]): void {
    for (const { label, text } of lines) {
      if (label === 'headline') process.stdout.write(`\n  ${style('bold', printable(text))}\n`);
      else screen.row(label, text);
    }
  },
};

const LABEL = 17;
const WIDTH = 110;
const INDENT = `\n${' '.repeat(LABEL + 4)}`;

const OUTCOME_STYLES: Readonly<Record<Receipt['outcome'], Style>> = {
  stored: 'green',
  duplicate: 'yellow',
  superseded: 'yellow',
  embargoed: 'cyan',
  killed: 'magenta',
  'dead-lettered': 'red',
};

function style(format: Style, text: string, stream: NodeJS.WriteStream = process.stdout): string {
  return styleText(format, text, { stream });
}

/** Without control characters: a terminal takes no orders from a feed. */
function printable(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

function wrap(text: string): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + word.length >= WIDTH) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}
