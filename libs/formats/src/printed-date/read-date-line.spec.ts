import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readDateLine } from './read-date-line.ts';

const NOW = '2031-11-20T12:00:00Z';
type Row = readonly [line: string, zone: string | undefined, expected: string];

/** Invented lines. Every third one was kept aside while the grammar was written. */
const TABLE = rows(new URL('./fixtures/date-lines.tsv', import.meta.url));
const TUNED = TABLE.filter((_, index) => index % 3 !== 2);
const KEPT_ASIDE = TABLE.filter((_, index) => index % 3 === 2);

function rows(file: URL): Row[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [text = '', zone = '-', expected = ''] = line.split('\t');
      return [text, zone === '-' ? undefined : zone, expected.trim()];
    });
}

function read(line: string, zone: string | undefined, reference: string): string {
  const { times } = readDateLine(line, { ...(zone !== undefined && { zone }), reference });
  return times
    .map(({ role, utc, local }) => `${role === undefined ? '' : `${role}=`}${utc ?? `local:${local ?? ''}`}`)
    .join(';');
}

describe('readDateLine', () => {
  test.each(TUNED)('reads %s', (line, zone, expected) => {
    expect(read(line, zone, NOW)).toBe(expected);
  });

  test.each(KEPT_ASIDE)('reads, kept aside: %s', (line, zone, expected) => {
    expect(read(line, zone, NOW)).toBe(expected);
  });

  test.each(['2 hours ago', 'vor 3 Stunden', 'Dec 24 at 5:00 PM'])('leaves %s unread without a reference', (line) => {
    expect(readDateLine(line).times).toEqual([]);
  });

  test('marks a time that the clock shows twice, and an abbreviation of several meanings', () => {
    expect(readDateLine('November 2, 2031 1:30 AM', { zone: 'America/New_York' }).times[0]?.ambiguous).toBe(true);
    expect(readDateLine('9 Sep 2031, 17:40 IST').times[0]).toMatchObject({ origin: 'explicit', ambiguous: true });
    expect(readDateLine('9 Sep 2031, 17:40 IST', { zone: 'Asia/Kolkata' }).times[0]?.ambiguous).toBeUndefined();
  });

  test('says where the zone came from, and keeps the words', () => {
    const { times } = readDateLine('Published 20 Nov 2031 10:00 CET, updated 11:30', { zone: 'Europe/Rome' });
    expect(times).toMatchObject([
      { role: 'published', raw: '20 Nov 2031 10:00 CET', utc: '2031-11-20T09:00:00Z', origin: 'explicit' },
      { role: 'updated', raw: '11:30', utc: '2031-11-20T10:30:00Z' },
    ]);
  });

  test('reads no line that is too long for a date line, and none in more than its time', () => {
    expect(readDateLine(`20 Nov 2031 ${'1:'.repeat(100_000)}`).times).toEqual([]);
    expect(readDateLine('1:1.1-'.repeat(66)).times).toEqual([]);
  });
});

const samples = new URL('../../../../../shared/samples/dates/bylines.tsv', import.meta.url);

(existsSync(samples) ? describe : describe.skip)('real date lines (skipped where ../shared/samples is absent)', () => {
  test('97 of 100 instants or more are exact', () => {
    const results = rows(samples).flatMap(([line, zone, expected]) => {
      const times = readDateLine(line, {
        ...(zone !== undefined && { zone }),
        reference: '2019-11-20T23:59:00Z',
      }).times;
      return expected.split(';').map((gold) => {
        const [role, instant = ''] = gold.split('=');
        const utc = times.find((time) => (time.role ?? 'published') === role)?.utc ?? '';
        return Date.parse(utc) === Date.parse(instant);
      });
    });
    const exact = results.filter(Boolean).length;
    console.log(`date lines: ${exact} of ${results.length} instants exact`);
    expect(exact / results.length).toBeGreaterThanOrEqual(0.97);
  });
});
