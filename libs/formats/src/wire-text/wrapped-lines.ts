/** Longer lines are paragraphs of their own: the sender doesn't wrap. */
const LONGEST_WRAP = 120;
/** A few lines stand out over the margin (addresses, tables): the margin is what the tenth of the lines reaches. */
const OUTLIERS = 0.1;
/** German leaves a hyphen open before these: "Ost- und Westküste". */
const AFTER_OPEN_HYPHEN = /^(?:und|oder|bis|sowie|et|ou|en|of|and|or)\b/;

/** Narrower texts are lists: wires are 60 characters wide and more, columns of newspapers 40. */
const SHORTEST_WRAP = 40;

/** The width in characters to which a text is wrapped; undefined when it isn't. */
export function wrapWidth(lines: readonly string[]): number | undefined {
  const lengths = lines.flatMap((line) => (line.trim() === '' ? [] : [line.length])).sort((a, b) => b - a);
  const width = lengths[Math.floor(lengths.length * OUTLIERS)];
  return width === undefined || width > LONGEST_WRAP || width < SHORTEST_WRAP ? undefined : width;
}

/** Whether lines that stand together are text that was wrapped to `width`, rather than a list: at least half of them are full. */
export function isWrapped(lines: readonly string[], width: number): boolean {
  const full = lines.filter((line, index) => index > 0 && !fits(lines[index - 1] ?? '', line.trim(), width));
  return full.length * 2 >= lines.length - 1;
}

/**
 * The lines as they were before they were wrapped to `width`: a line goes on in the next one when that one's first word
 * had no room behind it. Every other line break is meant and stays.
 */
export function unwrapped(lines: readonly string[], width: number | undefined): string[] {
  const whole: string[][] = [];
  for (const [index, line] of lines.entries()) {
    const text = line.trim();
    const before = lines[index - 1] ?? '';
    if (index > 0 && width !== undefined && !fits(before, text, width)) whole.at(-1)?.push(between(before, text), text);
    else whole.push([text]);
  }
  return whole.map((pieces) => pieces.join(''));
}

/** Whether a line was ended on purpose: the first word of the next one had room behind it, and no word was cut at a hyphen. */
export function fits(line: string, next: string, width: number): boolean {
  if (/\p{Ll}-$/u.test(line.slice(-2)) && /^\p{Ll}/u.test(next)) return false;
  const word = next.split(' ', 1)[0] ?? '';
  return line.length + 1 + word.length <= width;
}

/** Nothing where a word was cut at its hyphen, else a blank. */
function between(before: string, next: string): '' | ' ' {
  const cut = /[\p{L}\p{N}]-$/u.test(before.slice(-2)) && /^[\p{L}\p{N}]/u.test(next);
  return cut && !AFTER_OPEN_HYPHEN.test(next) ? '' : ' ';
}
