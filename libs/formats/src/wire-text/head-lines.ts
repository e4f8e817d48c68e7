import type { Contributor, Story } from '#contracts';
import { type Byline, readByline } from './byline.ts';
import { readDateline } from './dateline.ts';
import { isLabel, splitLabel } from './version-words.ts';
import { trimmedLines } from './wire-lines.ts';
import { unwrapped } from './wrapped-lines.ts';

/** What stands above a text: headlines (the main one first), labels such as "1ST LEAD", the byline. */
export type Head = {
  readonly headlines: Story['headlines'];
  readonly labels: readonly string[];
  readonly byline?: Byline;
  readonly contributors: readonly Contributor[];
};

const END_MARK = '=';
/** Lines of a head: labels, a headline of two or three lines, a byline of two. */
const LONGEST = 12;

/**
 * Parts the lines of a text at the end mark of its headline (` =`, IPTC 7901). Without one the first lines
 * are the headline when the dateline follows, or a blank line and they read like one.
 */
export function splitHead(lines: readonly string[]): { readonly head: string[]; readonly text: string[] } {
  const all = trimmedLines(lines);
  const marked = all.slice(0, LONGEST).findIndex((line) => line.endsWith(END_MARK));
  const end = marked >= 0 ? marked + 1 : unmarkedHead(all);
  return {
    head: all.slice(0, end).flatMap((line) => (line === '' ? [] : [withoutMark(line)])),
    text: trimmedLines(all.slice(end)),
  };
}

function withoutMark(line: string): string {
  return line.endsWith(END_MARK) ? line.slice(0, -END_MARK.length).trimEnd() : line;
}

function unmarkedHead(lines: readonly string[]): number {
  const dateline = lines.slice(0, LONGEST).findIndex((line) => readDateline(line) !== undefined);
  if (dateline > 0) return dateline;
  const blank = lines.indexOf('');
  if (blank < 1 || blank > 4) return 0;
  const last = lines[blank - 1] ?? '';
  return /^\s/.test(lines[0] ?? '') || /[.!?,;"”»]$/.test(last) ? 0 : blank;
}

/** Reads the lines above a text. Of several headlines one that ends with a colon is a kicker, one below the main a subheadline. */
export function readHead(lines: readonly string[], width: number | undefined): Head {
  const labels: string[] = [];
  const titles: string[] = [];
  let byline: Byline | undefined;
  for (const line of unwrapped(lines, width)) {
    const by = readByline(line);
    if (by !== undefined) byline ??= by;
    else if (titles.length === 0 && isLabel(line)) labels.push(line.replace(/^\((.*)\)$/, '$1'));
    else if (line !== '') titles.push(line);
  }
  const main = Math.max(
    titles.findIndex((title) => !title.endsWith(':')),
    0,
  );
  const { label, headline } = splitLabel(titles[main] ?? '');
  if (label !== undefined) labels.push(label);
  return {
    headlines: [
      ...(headline === '' ? [] : [{ value: headline }]),
      ...titles.slice(0, main).map((value) => ({ role: 'kicker', value })),
      ...titles.slice(main + 1).map((value) => ({ role: 'subheadline', value })),
    ],
    labels,
    ...(byline && { byline }),
    contributors: byline?.contributors ?? [],
  };
}
