import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { anpa1312 } from '../anpa-1312/index.ts';
import { DocumentError } from '../document-error.ts';
import { iptc7901 } from '../iptc-7901/index.ts';
import { mail } from '../mail/index.ts';
import { readDocument } from '../read-document.ts';
import { zczc } from '../zczc/index.ts';

const ROOMS = ['iptc-7901', 'anpa-1312', 'zczc', 'mail'];
const SAMPLES = new URL('../../../../../shared/samples/wire/', import.meta.url);
const WIRE = /\.(?:tst|txt|eml)$/;

const fixtures = ROOMS.flatMap((room) => filesIn(new URL(`../${room}/fixtures/`, import.meta.url)));
const samples = existsSync(SAMPLES)
  ? ['superdesk-core/', 'superdesk-aap/', 'superdesk-belga/'].flatMap((folder) => filesIn(new URL(folder, SAMPLES)))
  : [];

function filesIn(folder: URL): Buffer[] {
  return readdirSync(folder)
    .filter((file) => WIRE.test(file))
    .map((file) => readFileSync(new URL(encodeURIComponent(file), folder)));
}

/** Reads bytes; anything but stories or a DocumentError fails the test. */
function survives(bytes: Uint8Array): void {
  try {
    expect(readDocument(bytes).stories.length).toBeGreaterThan(0);
  } catch (error) {
    expect(error).toBeInstanceOf(DocumentError);
  }
}

const SEED = 7901;
const flips = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 });

function fuzz(documents: readonly Buffer[], numRuns: number): void {
  fc.assert(
    fc.property(fc.constantFrom(...documents), flips, fc.nat(), fc.nat(), (whole, places, from, to) => {
      const flipped = Buffer.from(whole);
      for (const [at, value] of places) flipped[at % flipped.length] = value;
      survives(flipped);
      const [a, b] = [from % whole.length, to % whole.length];
      survives(Buffer.concat([whole.subarray(0, a), whole.subarray(b)]));
    }),
    { numRuns, seed: SEED },
  );
}

test(
  'fixtures with flipped bytes, missing and repeated parts are read or refused',
  () => fuzz(fixtures, 1_000),
  60_000,
);

(samples.length > 0 ? test : test.skip)(
  'so are samples (skipped where ../shared/samples is absent)',
  () => fuzz(samples, 500),
  60_000,
);

describe('in bounded time', () => {
  const MANY = 1_000_000;
  const HEADER = '\u0001xna0412 3 i 214\r\n\r\n';
  const MAIL = 'Message-ID: <1@a.example>\nFrom: a@a.example\nSubject: x\n';

  test.each([
    ['blanks in a 7901 headline', `${HEADER}Slug/\r\n\u0002Lamps${' '.repeat(MANY)}x\r\n\u0003`],
    ['slashes in 7901 keywords', `${HEADER}${'/ '.repeat(MANY)}x\r\n\u0002Lamps =\r\n\u0003`],
    ['equal signs in a 7901 text', `${HEADER}Slug/\r\n\u0002${'='.repeat(MANY)}x\r\n\u0003`],
    ['short lines of a 7901 text', `${HEADER}Slug/\r\n\u0002Lamps =\r\n${'lamp post-\r\n'.repeat(15_000)}\u0003`],
    ['letters of a 7901 text', `${HEADER}Slug/\r\n\u0002${'f}r '.repeat(MANY)}\u0003`],
    [
      'ANPA lines that go on',
      `\u0001w2411\nr i BC-Lamps 03-25 0218\n\u0002^BC-Lamps<\n\t   ${'lamp lamp\n'.repeat(15_000)}`,
    ],
    ['blanks in an ANPA line', `\u0001w2411\nr i BC-Lamps 03-25 0218\n\u0002^BC-Lamps${' '.repeat(MANY)}x<\n\ttext`],
    [
      'cells of an ANPA row',
      `\u0001w2411\nr i BC-Lamps 03-25 0218\n\u0002^BC-Lamps<\n${'\ba;b;c;d\u0010\n'.repeat(15_000)}`,
    ],
    ['blanks before NNNN', `ZCZC\n$Lamps\nText${' '.repeat(MANY)}x\n${'NNNN x '.repeat(MANY / 10)}`],
    ['dots in a ZCZC line', `ZCZC\n$Lamps\n${'. '.repeat(MANY)}x\n<${'.'.repeat(MANY)}=!`],
    ['telegrams', 'ZCZC\n$Lamps\nText\nNNNN\n'.repeat(50_000)],
    ['columns', `ZCZC\n$Lamps\n${'a    b\n'.repeat(15_000)}`],
    ['a folded header', `${MAIL}${' x\n'.repeat(50_000)}\n\ntext`],
    ['words in a header', `${MAIL}Keywords: ${'=?utf-8?Q?a?= '.repeat(15_000)}\n\ntext`],
    ['parameters', `${MAIL}Content-Type: text/plain${'; a*0*=b'.repeat(20_000)}\n\ntext`],
    ['blanks in quoted-printable', `${MAIL}Content-Transfer-Encoding: quoted-printable\n\n${' '.repeat(MANY)}x`],
    ['flowed lines', `${MAIL}Content-Type: text/plain; format=flowed; delsp=yes\n\n${'a \n'.repeat(MANY / 4)}`],
    [
      'lines that look like boundaries',
      `${MAIL}Content-Type: multipart/mixed; boundary=x\n\n${'--xx\n'.repeat(MANY / 4)}`,
    ],
    ['a form', `${MAIL}\nHeadline: x\nBody: ${'a: b\n'.repeat(15_000)}`],
    ['a disclaimer', `${MAIL}\nLamps.\n\n${'this message '.repeat(50_000)}`],
  ])('%s', (_, written) => {
    const document = { text: written, charset: 'utf-8', bytes: Buffer.from(written) };
    const room = written.startsWith(MAIL)
      ? mail
      : written.startsWith('ZCZC')
        ? zczc
        : written.startsWith(HEADER)
          ? iptc7901
          : anpa1312;
    const started = performance.now();
    expect(room.detect(document, {})).toBeGreaterThan(0.9);
    try {
      room.parse(document, {});
    } catch (error) {
      expect(error).toBeInstanceOf(DocumentError);
    }
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
