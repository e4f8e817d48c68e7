import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MAX_DOCUMENT_BYTES, RawStory, RejectedDocument, topics } from '#contracts';
import { clientOptions, createTopics, type FollowedRecord, followTopics, KafkaModule, kafkaClient } from '#kafka';
import { testBrokers } from '#testing';
import { type Door, startDoor } from '../test/start-door.ts';

const G2 = 'xmlns="http://iptc.org/std/nar/2006-10-01/"';
let door: Door;

beforeAll(async () => {
  const brokers = testBrokers();
  const declared = [topics.raw, topics.documents, topics.rejected];
  const durability = { replicationFactor: 1, minInsyncReplicas: 1 };
  await createTopics(kafkaClient({ clientId: 'test', brokers }), declared, durability);
  door = await startDoor((env) => KafkaModule.forService(clientOptions('ingest-test', env)), brokers);
});

afterAll(() => door.stop());

type Answer = { readonly status: number; readonly body: Record<string, string & { receipt: string }[]> };

async function push(body: string | Buffer, headers: Record<string, string> = {}): Promise<Answer> {
  const answer = await door.push(body, headers);
  return { status: answer.status, body: JSON.parse(JSON.stringify(answer.body)) };
}

/** Reads a topic until it has seen a record with the header `name: value`; gives its value. */
async function findRecord(topic: string, name: string, value: string) {
  const found = (record: FollowedRecord) => record.headers[name] === value;
  const signal = AbortSignal.timeout(20_000);
  for await (const record of followTopics({ brokers: testBrokers(), topics: [topic], signal })) {
    if (found(record)) return { value: JSON.parse(record.value?.toString() ?? ''), headers: record.headers };
  }
  throw new Error(`${topic} has no record with ${name} ${value}`);
}

/** The document of a record, from the record itself or from its chunks. */
async function bytesOf(document: RawStory['document']): Promise<Buffer> {
  if (document.base64 !== undefined) return Buffer.from(document.base64, 'base64');
  const wanted = new Map((document.chunks ?? []).map((at, index) => [`${at.partition}/${at.offset}`, index]));
  const chunks: Buffer[] = [];
  const signal = AbortSignal.timeout(20_000);
  for await (const { partition, offset, value } of followTopics({
    brokers: testBrokers(),
    topics: [topics.documents.name],
    signal,
  })) {
    const index = wanted.get(`${partition}/${offset}`);
    if (index !== undefined) chunks[index] = value ?? Buffer.alloc(0);
    if (Object.keys(chunks).length === wanted.size) return Buffer.concat(chunks);
  }
  throw new Error('a chunk is missing');
}

const item = (more: Record<string, unknown> = {}) => ({
  uri: `urn:example:${crypto.randomUUID()}`,
  type: 'text',
  versionCreated: '2026-01-05T10:00:00Z',
  headlines: [{ value: 'Ferry returns to the harbour' }],
  bodies: [{ contentType: 'text/plain', value: 'The ferry returned on Monday.' }],
  ...more,
});

const xml = { 'content-type': 'application/vnd.iptc.g2.newsitem+xml' };
const text = { 'content-type': 'text/plain' };

const refused: readonly [string, number, string, string | Buffer, Record<string, string>][] = [
  ['an empty body', 400, 'empty-document', '', {}],
  ['blanks only', 400, 'empty-document', ' \n ', text],
  ['a film', 415, 'unsupported-media-type', 'not a story', { 'content-type': 'video/mp4' }],
  ['a picture that is none', 415, 'wrong-format', 'not a picture', { 'content-type': 'image/png' }],
  ['a form', 415, 'unsupported-media-type', '--x--', { 'content-type': 'multipart/form-data; boundary=x' }],
  [
    'XML declared as JSON',
    415,
    'wrong-format',
    `<newsItem ${G2} guid="g" version="1"/>`,
    { 'content-type': 'application/ninjs+json' },
  ],
  ['truncated JSON', 400, 'malformed-json', '{"uri":"urn:example:1","headlines":[', {}],
  ['malformed JSON', 400, 'malformed-json', '{"uri":"urn:example:1",}', {}],
  ['truncated XML', 400, 'malformed-xml', `<newsItem ${G2} guid="g" version="1"><itemMeta>`, xml],
  ['malformed XML', 400, 'malformed-xml', `<newsItem ${G2} guid="g"><itemMeta></newsItem>`, xml],
  [
    'an internal DTD subset',
    422,
    'unsafe-xml',
    `<!DOCTYPE newsItem [<!ELEMENT a ANY>]><newsItem ${G2} guid="g"/>`,
    xml,
  ],
  [
    'an entity bomb',
    422,
    'unsafe-xml',
    `<!DOCTYPE newsItem [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><newsItem ${G2} guid="g">&b;</newsItem>`,
    xml,
  ],
  [
    'an external entity',
    422,
    'unsafe-xml',
    `<!DOCTYPE newsItem [<!ENTITY a SYSTEM "file:///etc/passwd">]><newsItem ${G2}>&a;</newsItem>`,
    xml,
  ],
  ['bytes that are not UTF-8', 400, 'wrong-encoding', Buffer.from('{"uri":"urn:example:\xe9"}', 'latin1'), {}],
  [
    'an unknown character set',
    400,
    'wrong-encoding',
    Buffer.from('Caf\xe9', 'latin1'),
    { 'content-type': 'text/plain; charset=klingon' },
  ],
  ['a NUL byte', 400, 'wrong-encoding', '{"uri":"urn:example:1"}\0', {}],
  ['JSON deeper than 64', 422, 'too-deep', `{"uri":"urn:example:1","a":${'['.repeat(64)}${']'.repeat(64)}}`, {}],
  ['a key __proto__', 422, 'unsafe-json', '{"uri":"urn:example:1","__proto__":{"admin":true}}', {}],
  [
    'an item without identifier',
    422,
    'missing-identifier',
    JSON.stringify({ type: 'text', headlines: [{ value: 'x' }] }),
    {},
  ],
  ['an identifier with a NUL', 422, 'invalid-identifier', JSON.stringify(item({ uri: 'urn:example:a\u0000b' })), {}],
  ['content that is not gzip', 400, 'malformed-compression', '{}', { 'content-encoding': 'gzip' }],
  ['an unknown coding', 415, 'unsupported-encoding', '{}', { 'content-encoding': 'zstd' }],
  ['large malformed JSON', 400, 'malformed-json', `{"uri":"urn:example:1","x":"${'x'.repeat(1_000_000)}`, {}],
];

describe('bad input', () => {
  test.each(refused)('%s gets %i %s, and its bytes are kept', async (_what, status, code, bytes, headers) => {
    const answer = await push(bytes, headers);
    expect(answer).toMatchObject({ status, body: { status, code, kept: true } });
    const id = String(answer.body['instance']).replace('urn:uuid:', '');
    const rejected = RejectedDocument.parse((await findRecord(topics.rejected.name, 'ce_id', id)).value);
    expect(rejected).toMatchObject({ provider: 'harbour-wire', code });
    expect((await bytesOf(rejected.document)).equals(Buffer.from(bytes))).toBe(true);
  });

  test.each([
    ['over the limit', 413, 'document-too-large', Buffer.alloc(MAX_DOCUMENT_BYTES + 1, ' '), {}],
    [
      'a bomb',
      413,
      'inflated-too-large',
      gzipSync(Buffer.alloc(4 * MAX_DOCUMENT_BYTES)),
      { 'content-encoding': 'gzip' },
    ],
    ['of an unknown provider', 401, 'invalid-credentials', '{}', { authorization: 'Bearer dk_nobody_x' }],
    ['without a key', 401, 'missing-credentials', '{}', { authorization: '' }],
    ['with a wrong key', 401, 'invalid-credentials', '{}', { authorization: 'Bearer dk_k1_wrong' }],
  ])('a document %s gets %i %s, and nothing is kept', async (_what, status, code, bytes, headers) => {
    expect(await push(bytes, headers)).toMatchObject({ status, body: { code, kept: false } });
  });
});

describe('input that only looks bad', () => {
  test.each([
    ['$ and . in its text and keys', item({ title: '$19.99 {"$gt":""} a.b', 'x.y': { $set: 1 } })],
    ['a lone surrogate', item({ title: 'broken \ud800 pair' })],
    ['a NUL in a string', item({ title: 'zero \u0000 byte' })],
    [
      'a picture whose address is none',
      item({
        associations: [
          {
            name: 'main',
            uri: 'urn:example:picture',
            type: 'picture',
            renditions: [{ name: 'web', href: 'not an address' }],
          },
        ],
      }),
    ],
  ])('is accepted with %s', async (_what, content) => {
    const bytes = JSON.stringify(content);
    const answer = await push(bytes);
    expect(answer.status).toBe(202);
    const receipt = answer.body['receipts']?.[0]?.receipt ?? '';
    const { value, headers } = await findRecord(topics.raw.name, 'ce_receipt', receipt);
    expect(headers['document']).toBe(bytes);
    expect(JSON.stringify(value)).not.toContain('\\ud800');
  });
});

test('a document too large for a record is stored by reference to its chunks', async () => {
  const bytes = JSON.stringify(item({ x_padding: 'x'.repeat(3_000_000) }));
  const answer = await push(bytes);
  const receipt = answer.body['receipts']?.[0]?.receipt ?? '';
  const raw = RawStory.parse((await findRecord(topics.raw.name, 'ce_receipt', receipt)).value);
  expect(raw.document.chunks?.map(({ partition }) => partition)).toHaveLength(4);
  expect((await bytesOf(raw.document)).toString()).toBe(bytes);
});
