import { describe, expect, test } from '@jest/globals';
import { blockHtml, MAX_INLINE_DOCUMENT_BYTES, RawStory } from '#contracts';
import { chunkRecords, rawRecord, rawValue, withChunks } from './raw-records.ts';
import { type Accepted, receive } from './receive.ts';
import { storyDigest } from './story-digest.ts';

const ninjs = (more: Record<string, unknown> = {}) => ({
  uri: 'urn:example:harbour-1',
  type: 'text',
  version: '2',
  versionCreated: '2026-01-05T10:00:00Z',
  headlines: [{ value: 'Ferry returns to the harbour' }],
  bodies: [{ contentType: 'text/plain', value: 'The ferry returned on Monday.' }],
  ...more,
});

function arrive(content: unknown, mediaType = 'application/json') {
  let receipts = 0;
  return receive({
    bytes: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
    declared: { mediaType },
    provider: 'harbour-wire',
    receivedAt: '2026-01-05T10:00:01.000Z',
    nextReceipt: () => `receipt-${receipts++}`,
  });
}

function accepted(content: unknown): Accepted {
  const outcome = arrive(content);
  if ('refusal' in outcome) throw new Error(outcome.refusal.code);
  return outcome;
}

describe('receive', () => {
  test('makes a raw story, its document small enough to go with it', () => {
    const { byReference, stories, format } = accepted(ninjs());
    const [raw] = stories;
    expect({ byReference, format, count: stories.length }).toEqual({ byReference: false, format: 'ninjs', count: 1 });
    expect(RawStory.parse(raw)).toEqual(raw);
    expect(raw).toMatchObject({ provider: 'harbour-wire', receipt: 'receipt-0', part: { index: 0, count: 1 } });
  });

  test('keeps a larger document by reference, its story still in one record', () => {
    const { byReference, stories } = accepted(ninjs({ x_padding: 'x'.repeat(MAX_INLINE_DOCUMENT_BYTES) }));
    expect(byReference).toBe(true);
    expect(rawValue(stories[0] as RawStory).length).toBeLessThan(5_000);
  });

  test('refuses a story that no record can hold', () => {
    const paragraphs = Array.from({ length: 4_000 }, (_, n) => `<p>${n} ${'word '.repeat(40)}</p>`).join('');
    const outcome = arrive(ninjs({ bodies: [{ contentType: 'text/html', value: paragraphs }] }));
    expect(outcome).toHaveProperty('refusal.code', 'story-too-large');
  });

  test('refuses an identifier whose key is too long', () => {
    const outcome = arrive(ninjs({ uri: `urn:example:${'高'.repeat(400)}` }));
    expect(outcome).toHaveProperty('refusal.code', 'key-too-long');
  });

  test('refuses an identifier with a control character', () => {
    expect(arrive(ninjs({ uri: 'urn:example:a\u0000b' }))).toHaveProperty('refusal.code', 'invalid-identifier');
  });

  test.each([
    ['truncated JSON', '{"uri":"urn:example:1","headlines":[', 'application/json', 'malformed-json'],
    ['JSON with __proto__', '{"uri":"urn:example:1","__proto__":{"a":1}}', 'application/json', 'unsafe-json'],
    ['JSON nested 100 deep', `${'{"a":'.repeat(100)}1${'}'.repeat(100)}`, 'application/json', 'too-deep'],
    [
      'truncated XML',
      '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta>',
      'application/xml',
      'malformed-xml',
    ],
    [
      'an internal DTD subset',
      '<!DOCTYPE x [<!ENTITY a "b">]><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/">&a;</newsItem>',
      'application/xml',
      'unsafe-xml',
    ],
    [
      'no identifier',
      JSON.stringify({ type: 'text', headlines: [{ value: 'x' }] }),
      'application/json',
      'missing-identifier',
    ],
    ['nothing', '', 'text/plain', 'empty-document'],
  ])('refuses %s', (_what, content, mediaType, code) => {
    expect(arrive(content, mediaType)).toHaveProperty('refusal.code', code);
  });
});

describe('storyDigest', () => {
  const digest = (more: Record<string, unknown>) => {
    const [raw] = accepted(ninjs(more)).stories;
    if (raw === undefined) throw new Error('no story');
    return { digest: raw.storySha256, story: raw.story };
  };

  test('is the same for the same story, whatever the order of its members and the time of transmission', () => {
    const { digest: first, story } = digest({});
    const reordered = Object.fromEntries(Object.entries(story).reverse()) as typeof story;
    expect(storyDigest(reordered)).toBe(first);
    expect(storyDigest({ ...story, times: { ...story.times, transmitted: { raw: 'now' } } })).toBe(first);
  });

  test('differs when the story says something else', () => {
    expect(digest({ version: '3' }).digest).not.toBe(digest({}).digest);
  });
});

describe('rawRecord', () => {
  test('is keyed by the story and named by what it says', () => {
    const [raw] = accepted(ninjs()).stories;
    const [again] = accepted(ninjs()).stories;
    if (raw === undefined || again === undefined) throw new Error('no story');
    const document = Buffer.from(JSON.stringify(ninjs()));
    const record = rawRecord(raw, document);
    expect(record).toMatchObject({
      topic: 'news.raw.v1',
      key: 'harbour-wire|urn:example:harbour-1',
      headers: {
        ce_type: 'news.story.received.v1',
        ce_source: '/providers/harbour-wire',
        ce_subject: 'harbour-wire|urn:example:harbour-1',
        ce_receipt: 'receipt-0',
        ce_time: '2026-01-05T10:00:00Z',
        document,
      },
    });
    expect(record.headers['ce_id']).toMatch(/^[0-9a-f]{32}$/);
    expect(rawRecord({ ...again, receipt: 'another' }).headers['ce_id']).toBe(record.headers['ce_id']);
    expect(JSON.parse(String(record.value))).toMatchObject({ receipt: 'receipt-0', document: raw.document });
  });

  test('says a paragraph without markup once', () => {
    const html = '<p>Fish &amp; chips.</p><p>A <em>long</em> wait.</p>';
    const [raw] = accepted(ninjs({ bodies: [{ contentType: 'text/html', value: html }] })).stories;
    if (raw === undefined) throw new Error('no story');
    const { body } = JSON.parse(rawValue(raw)).story;
    expect(body).toEqual([
      { kind: 'paragraph', text: 'Fish & chips.' },
      { kind: 'paragraph', text: 'A long wait.', html: '<p>A <em>long</em> wait.</p>' },
    ]);
    expect(body.map(blockHtml)).toEqual(raw.story.body.map(blockHtml));
  });
});

describe('chunkRecords', () => {
  test('cuts a document into records that give its bytes again', () => {
    const bytes = Buffer.alloc(2_500_000, 'abcdefg');
    const records = chunkRecords(bytes, { sha256: 'digest', contentType: 'text/plain' }, 'harbour-wire');
    expect(records.map(({ key }) => key)).toEqual(['digest', 'digest', 'digest']);
    expect(Buffer.concat(records.map(({ value }) => Buffer.from(value ?? ''))).equals(bytes)).toBe(true);
  });

  test('are named in every story of the document', () => {
    const { stories } = accepted(ninjs());
    const chunks = [{ topic: 'news.documents.v1', partition: 3, offset: '17' }];
    expect(withChunks(stories, chunks).map(({ document }) => document.chunks)).toEqual([chunks]);
  });
});
