import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Story } from '#contracts';
import { DocumentError } from './document-error.ts';
import { readDocument } from './read-document.ts';

const ROOMS = [
  ...['ap-media', 'dpa-digitalwires', 'reuters-connect', 'eventsml', 'onclusive'],
  ...['superdesk-event', 'ntb-event', 'ritzau', 'solita'],
];
const SAMPLES = new URL('../../../../shared/samples/wire/', import.meta.url);
const SAMPLE_FOLDERS = [
  'superdesk-cp/ap/',
  'dpa-digitalwires/input/',
  'superdesk-ntb/ntb_events_api/',
  'superdesk-stt/',
];
const ROUNDS = 60;

/** Numbers from a seed (mulberry32), so that a failure can be had again. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const VALUES = ['null', '[]', '{}', '0', '-1', '1e308', 'true', '"x"', '[[]]', '{"a":{"b":[1]}}', '"\\ud800"', '""'];
const TOKENS = [
  '"',
  '<',
  '>',
  '&',
  ']]>',
  '{',
  '}',
  '\u0000',
  '<p>',
  '</p>',
  '\\u0000',
  'é',
  '<!--',
  '<script>',
  ':',
  ',',
];

/** What goes wrong with a document on its way: bytes lost, doubled, moved or replaced, values of another type. */
function mutate(text: string, next: () => number): string {
  const at = Math.floor(next() * text.length);
  const length = Math.floor(next() * 40);
  const pick = (list: readonly string[]): string => list[Math.floor(next() * list.length)] ?? '';
  switch (Math.floor(next() * 6)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(0, at) + text.slice(at + length);
    case 2:
      return text.slice(0, at) + pick(TOKENS) + text.slice(at);
    case 3:
      return text.slice(0, at + length) + text.slice(at);
    case 4:
      return text.slice(0, at) + text.slice(at).replace(/:\s*(?:"[^"]*"|\d+|null|true|false)/, `: ${pick(VALUES)}`);
    default:
      return text.slice(0, at) + text.slice(at).replace(/>[^<]*</, `>${pick(TOKENS)}<`);
  }
}

/** An article or a DocumentError: anything else is what the test fails with. */
function outcomeOf(text: string): unknown {
  try {
    const { stories } = readDocument(Buffer.from(text));
    return stories.map((story) => Story.safeParse(story).error).find((error) => error !== undefined);
  } catch (error) {
    return error instanceof DocumentError ? undefined : error;
  }
}

function check(text: string, seed: number): void {
  const next = random(seed);
  for (let round = 0; round < ROUNDS; round++) {
    let damaged = text;
    for (let times = Math.floor(next() * 4); times >= 0; times--) damaged = mutate(damaged, next);
    const outcome = outcomeOf(damaged);
    if (outcome !== undefined) throw new Error(`seed ${seed}, round ${round}`, { cause: outcome });
  }
}

const filesOf = (folder: URL): URL[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.(?:json|xml)$/.test(entry.name))
        .map(({ name }) => new URL(name, folder))
    : [];

describe('a damaged document gives an article or a DocumentError', () => {
  const fixtures = ROOMS.flatMap((room) => filesOf(new URL(`./${room}/fixtures/`, import.meta.url)));
  test.each(fixtures.map((file) => [file.pathname.split('/').slice(-3).join('/'), file] as const))(
    '%s',
    (_name, file) => {
      expect(() => check(readFileSync(file, 'utf8'), 1)).not.toThrow();
    },
  );

  const samples = SAMPLE_FOLDERS.flatMap((folder) => filesOf(new URL(folder, SAMPLES)));
  (samples.length > 0 ? test : test.skip)('the samples (skipped where ../shared/samples is absent)', () => {
    for (const [index, file] of samples.entries()) check(readFileSync(file, 'utf8'), index + 100);
  });
});
