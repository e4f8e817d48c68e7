import { describe, expect, test } from '@jest/globals';
import type { RawStory } from '#contracts';
import { receive } from '../../../apps/ingest/src/receive.ts';
import { reparse } from './reparse.ts';

const position = { topic: 'news.raw.v1', partition: 0, offset: '7' };
const nextReceipt = (): string => crypto.randomUUID();
const options = { nextReceipt, undated: false };

const item = (name: string, extra: object = {}) => ({
  uri: `urn:wire:${name}`,
  type: 'text',
  headlines: [{ value: `News of ${name}` }],
  bodies: [{ contentType: 'text/plain', value: `All is quiet at ${name}.` }],
  ...extra,
});
const dated = { version: '2', versionCreated: '2026-01-01T08:00:00Z' };

/** A document as it was accepted, and its bytes. */
function accepted(document: string, declared: Parameters<typeof receive>[0]['declared'] = {}) {
  const bytes = Buffer.from(document);
  const result = receive({ bytes, declared, provider: 'wire', receivedAt: '2026-01-01T08:01:00Z', nextReceipt });
  if ('refusal' in result) throw new Error(result.refusal.code);
  const [first] = result.stories;
  if (first === undefined) throw new Error('no story');
  return { bytes, stories: result.stories, first };
}

/** As if an earlier parser had read it otherwise. */
const otherwise = (raw: RawStory): RawStory => ({ ...raw, storySha256: 'of-an-earlier-parser' });

describe('reparse', () => {
  test('gives the same version under a new receipt', () => {
    const { bytes, first } = accepted(JSON.stringify(item('quay', dated)));
    const reread = reparse(first, position, bytes, options);
    expect(reread).toMatchObject([{ changed: false, story: { story: first.story, receivedAt: first.receivedAt } }]);
    expect(JSON.stringify(reread)).not.toContain(first.receipt);
  });

  test('says what is read differently now', () => {
    const { bytes, first } = accepted(JSON.stringify(item('quay', dated)));
    expect(reparse(otherwise(first), position, bytes, options)).toMatchObject([{ changed: true }]);
  });

  test('holds back what has neither number nor time when it is read differently', () => {
    const { bytes, first } = accepted(JSON.stringify(item('quay')));
    expect(reparse(first, position, bytes, options)).toMatchObject([{ changed: false }]);
    expect(reparse(otherwise(first), position, bytes, options)).toEqual({ obstacle: 'undated' });
    expect(reparse(otherwise(first), position, bytes, { ...options, undated: true })).toMatchObject([
      { changed: true },
    ]);
  });

  test('keeps the identifier that came with the request', () => {
    const page = 'Harbour lights return\n\nThe lights of the harbour came back on Tuesday night.\n';
    const { bytes, first } = accepted(page, { mediaType: 'text/plain', guid: 'page-17' });
    expect(reparse(first, position, bytes, options)).toMatchObject([{ story: { story: { guid: 'page-17' } } }]);
  });

  test('says when the door refuses it now, or finds another story in it', () => {
    const { first } = accepted(JSON.stringify(item('quay', dated)));
    expect(reparse(first, position, Buffer.from('{'), options)).toEqual({ obstacle: 'refused' });
    const other = Buffer.from(JSON.stringify(item('mole', dated)));
    expect(reparse(first, position, other, options)).toEqual({ obstacle: 'story-gone' });
  });
});
