import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readCaption } from './read-caption.ts';

/** One line of `fixtures/`: caption ‖ credit ¦ photographer ¦ agency ¦ people: name [position] {title} ¦ place ¦ date. */
type Gold = {
  readonly line: string;
  readonly caption: string;
  readonly people: ReadonlyMap<string, string>;
  readonly said: Readonly<Record<'photographer' | 'agency' | 'place' | 'date', string>>;
};

const folded = (text: string | undefined): string => (text ?? '').replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();

function goldOf(row: string): Gold {
  const [raw = '', photographer = '', agency = '', people = '', place = '', date = ''] = row
    .split('¦')
    .map((part) => part.trim());
  const [caption = ''] = raw.split('‖');
  const named = people.split(';').flatMap((person): [string, string][] => {
    const [, name, position = ''] = /^\s*([^[{]+?)\s*(?:\[(.*?)\])?\s*(?:\{.*\})?$/.exec(person) ?? [];
    return name === undefined ? [] : [[folded(name), folded(position)]];
  });
  return {
    line: raw.replace(' ‖ ', ' '),
    caption: caption.trim().replace(/^Image caption /, ''),
    people: new Map(named),
    said: { photographer, agency, place, date },
  };
}

function rowsOf(name: string): Gold[] {
  const text = readFileSync(new URL(`fixtures/${name}.txt`, import.meta.url), 'utf8');
  return text
    .split('\n')
    .filter((row) => row.includes('‖') && !row.startsWith('#'))
    .map(goldOf);
}

/** An agency may be named shorter or longer, a place may leave out the country. */
function agrees(name: keyof Gold['said'], want: string, got: string): boolean {
  if (want === got) return true;
  if (want === '' || got === '') return false;
  if (name === 'agency') return want.includes(got) || got.includes(want);
  return name === 'place' && (want.startsWith(got) || got.startsWith(want));
}

function scoresOf(rows: readonly Gold[]) {
  const right = { caption: 0, photographer: 0, agency: 0, place: 0, date: 0 };
  const people = { both: 0, wanted: 0, got: 0, placed: 0 };
  for (const { line, caption, people: wanted, said } of rows) {
    const reading = readCaption(line);
    const got = new Map(reading.people.map(({ name, position }) => [folded(name), folded(position)]));
    const both = [...wanted.keys()].filter((name) => got.has(name));
    people.both += both.length;
    people.wanted += wanted.size;
    people.got += got.size;
    people.placed += both.filter((name) => wanted.get(name) === got.get(name)).length;
    if (folded(caption) === folded(reading.caption)) right.caption += 1;
    for (const name of ['photographer', 'agency', 'place', 'date'] as const) {
      if (agrees(name, folded(said[name]), folded(reading[name]))) right[name] += 1;
    }
  }
  const shares = Object.entries(right).map(([name, count]) => [name, count / rows.length] as const);
  return {
    ...Object.fromEntries(shares),
    people: (2 * people.both) / (people.wanted + people.got),
    position: people.placed / people.both,
  };
}

describe.each(['tuned', 'held-out'])('the captions of %s.txt', (name) => {
  const rows = rowsOf(name);

  test('are at least as many as the figures of docs/captions.md stand on', () => {
    expect(rows.length).toBeGreaterThanOrEqual(name === 'tuned' ? 269 : 40);
  });

  test.each(Object.entries(scoresOf(rows)))('are read right in %s', (_field, share) => {
    expect(share).toBeGreaterThanOrEqual(name === 'tuned' ? 0.97 : 0.93);
  });
});
