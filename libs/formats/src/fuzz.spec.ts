import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { DOCUMENT_ERRORS, DocumentError } from './document-error.ts';
import { readDocument } from './read-document.ts';

/** No document may take longer, on any machine that runs the tests. */
const LONGEST_MS = 2_000;
const MUTATIONS = 40;

/** Numbers from 0 to below 1; the same for the same seed (mulberry32), so that a failure can be had again. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const PIECES = [
  ...[
    '<',
    '>',
    '&',
    '"',
    "'",
    '</',
    '/>',
    ']]>',
    '<!--',
    '-->',
    '<![CDATA[',
    '&#x0;',
    '&amp;',
    '<p>',
    '</p>',
    '<table>',
  ],
  ...['{', '}', '[', ']', ',', ':', '\\', '\\u0000', '\\ud800', 'null', '1e999', '-1', 'true', '""', '__proto__'],
  ...['xmlns=""', 'guid=""', 'qcode=":"', 'class="np-nonpublic"', 'xsi:nil="true"', '\u0000', '\uFFFD', '\u202e', 'é'],
];

/** A document with some of its bytes cut out, doubled, exchanged, or with a piece of markup put in. */
function mutated(document: Buffer, next: () => number): Buffer {
  let bytes = document;
  for (let times = 1 + Math.floor(next() * 4); times > 0; times--) {
    const at = Math.floor(next() * bytes.length);
    const length = Math.floor(next() ** 3 * 400);
    const [before, cut, after] = [bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at + length)];
    const kind = Math.floor(next() * 5);
    if (kind === 0) bytes = Buffer.concat([before, after]);
    else if (kind === 1) bytes = Buffer.concat([before, cut, cut, cut, after]);
    else if (kind === 2) bytes = Buffer.concat([after, before]);
    else if (kind === 3)
      bytes = Buffer.concat([before, Buffer.from([Math.floor(next() * 256)]), bytes.subarray(at + 1)]);
    else
      bytes = Buffer.concat([
        before,
        Buffer.from(PIECES[Math.floor(next() * PIECES.length)] ?? ''),
        bytes.subarray(at),
      ]);
  }
  return bytes;
}

/** What came of a document: undefined when it was read, or refused as it should be, in time. */
function fault(bytes: Buffer): string | undefined {
  const started = performance.now();
  try {
    if (readDocument(bytes).stories.length === 0) return 'no story and no error';
  } catch (error) {
    if (!(error instanceof DocumentError)) return `threw ${error}`;
    if (!(error.code in DOCUMENT_ERRORS)) return `unknown code ${error.code}`;
  }
  const took = performance.now() - started;
  return took > LONGEST_MS ? `took ${Math.round(took)} ms` : undefined;
}

function faults(files: readonly URL[], mutations: number): string[] {
  return files.flatMap((file, index) => {
    const document = readFileSync(file);
    const next = chance(index + 1);
    return Array.from({ length: mutations }, (_, number) => fault(mutated(document, next)) ?? `ok ${number}`)
      .filter((outcome) => !outcome.startsWith('ok'))
      .map((outcome) => `${decodeURIComponent(file.pathname.split('/').at(-1) ?? '')}: ${outcome}`);
  });
}

function filesIn(folder: URL): URL[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => new URL(encodeURIComponent(name), `file://${encodeURI(parentPath)}/`));
}

const rooms = ['newsml-g2', 'ninjs', 'page-text'].map((room) => new URL(`./${room}/fixtures/`, import.meta.url));
const samples = ['iptc/newsml-g2/', 'wire/'].map((at) => new URL(`../../../../shared/samples/${at}`, import.meta.url));
const present = samples.every((folder) => existsSync(folder));

describe('a damaged document', () => {
  test('of the fixtures is read or refused, in time', () => {
    expect(faults(rooms.flatMap(filesIn), MUTATIONS)).toEqual([]);
  });

  (present ? test : test.skip)(
    'of the samples is read or refused, in time (skipped where they are absent)',
    () => {
      const texts = samples
        .flatMap(filesIn)
        .filter((file) => /\.(?:xml|json|txt|newsml)$|newsml_/i.test(file.pathname));
      expect(texts.length).toBeGreaterThan(100);
      expect(faults(texts, 3)).toEqual([]);
    },
    120_000,
  );
});
