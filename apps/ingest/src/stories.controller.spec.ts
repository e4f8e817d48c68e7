import { Agent, request as httpRequest } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { MAX_DOCUMENT_BYTES, RawStory, RejectedDocument } from '#contracts';
import { Publisher } from '#kafka';
import { RecordingPublisher } from '../test/recording-publisher.ts';
import { type Door, KEYS, startDoor } from '../test/start-door.ts';

const KEY = KEYS.harbour;
const publisher = new RecordingPublisher();
let door: Door;
let url: string;

class RecordingModule {}

beforeAll(async () => {
  const providers = [{ provide: Publisher, useValue: publisher }];
  door = await startDoor(() => ({ module: RecordingModule, providers, exports: [Publisher] }), ['localhost:1']);
  url = door.url;
});

afterAll(() => door.stop());

beforeEach(() => publisher.forget());

const ferry = (more: Record<string, unknown> = {}) => ({
  uri: 'urn:example:ferry',
  type: 'text',
  version: '1',
  headlines: [{ value: 'Ferry returns to the harbour' }],
  bodies: [{ contentType: 'text/plain', value: 'The ferry returned on Monday.' }],
  ...more,
});

async function push(body: string | Buffer, headers: Record<string, string> = {}) {
  const answer = await door.push(body, headers);
  return { ...answer, body: JSON.parse(JSON.stringify(answer.body)) };
}

describe('an accepted document', () => {
  test('is answered with a receipt once its record is stored', async () => {
    const answer = await push(JSON.stringify(ferry()));
    const [record] = publisher.on('news.raw.v1');
    const raw = RawStory.parse(JSON.parse(String(record?.value)));
    expect(answer.status).toBe(202);
    expect(answer.body).toEqual({
      receipts: [{ receipt: raw.receipt, id: 'harbour-wire|urn:example:ferry', version: '1', part: 0 }],
      document: { sha256: raw.document.sha256, format: 'ninjs' },
    });
    expect(record?.headers['ce_receipt']).toBe(raw.receipt);
    expect(JSON.parse(String(record?.headers['document']))).toEqual(ferry());
  });

  test('is taken compressed, its bytes kept decompressed', async () => {
    const bytes = Buffer.from(JSON.stringify(ferry()));
    expect((await push(gzipSync(bytes), { 'content-encoding': 'gzip' })).status).toBe(202);
    expect(publisher.on('news.raw.v1')[0]?.headers['document']).toEqual(bytes);
  });

  test('too large for a record is stored in chunks first and named by them', async () => {
    const bytes = Buffer.from(JSON.stringify(ferry({ x_padding: 'x'.repeat(2_000_000) })));
    expect((await push(bytes)).status).toBe(202);
    const raw = RawStory.parse(JSON.parse(String(publisher.on('news.raw.v1')[0]?.value)));
    const chunks = (raw.document.chunks ?? []).map(
      ({ offset }) => publisher.on('news.documents.v1')[Number(offset)]?.value,
    );
    expect(chunks).toHaveLength(3);
    expect(Buffer.concat(chunks.map((chunk) => Buffer.from(chunk ?? ''))).equals(bytes)).toBe(true);
  });

  test('sent twice has the same event id and another receipt', async () => {
    const [first, second] = [await push(JSON.stringify(ferry())), await push(JSON.stringify(ferry()))];
    const ids = publisher.on('news.raw.v1').map(({ headers }) => headers['ce_id']);
    expect(ids[0]).toBe(ids[1]);
    expect(first.body.receipts[0].receipt).not.toBe(second.body.receipts[0].receipt);
  });
});

describe('a refused document', () => {
  test('is kept with the reason before the answer', async () => {
    const bytes = '{"uri":"urn:example:1",\n"headlines":[';
    const answer = await push(bytes);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ status: 400, code: 'malformed-json', kept: true, at: { line: 2 } });
    const [record] = publisher.on('news.rejected.v1');
    const rejected = RejectedDocument.parse(JSON.parse(String(record?.value)));
    expect(rejected).toMatchObject({ provider: 'harbour-wire', code: 'malformed-json' });
    expect(Buffer.from(rejected.document.base64 ?? '', 'base64').toString()).toBe(bytes);
    expect(answer.body.instance).toBe(`urn:uuid:${record?.headers['ce_id']}`);
  });

  test('is answered with 503 while its bytes can not be kept', async () => {
    publisher.down = true;
    const answer = await push('{');
    expect(answer).toMatchObject({ status: 503, body: { code: 'storage-unavailable', kept: false } });
  });

  test('of an unsupported type says which types are taken', async () => {
    const answer = await push('x', { 'content-type': 'video/mp4' });
    expect(answer).toMatchObject({ status: 415, body: { code: 'unsupported-media-type', kept: true } });
    expect(answer.headers.get('accept-post')).toContain('text/plain');
  });

  test('too large for a record is kept in chunks', async () => {
    const bytes = Buffer.from(`{"uri":${'x'.repeat(1_000_000)}`);
    expect((await push(bytes)).body).toMatchObject({ status: 400, kept: true });
    const rejected = RejectedDocument.parse(JSON.parse(String(publisher.on('news.rejected.v1')[0]?.value)));
    expect(rejected.document.chunks).toHaveLength(2);
    expect(
      Buffer.concat(publisher.on('news.documents.v1').map(({ value }) => Buffer.from(value ?? ''))).equals(bytes),
    ).toBe(true);
  });

  test.each([
    ['with its length', () => Buffer.alloc(MAX_DOCUMENT_BYTES + 1, ' ')],
    ['in a stream', () => new Blob([Buffer.alloc(MAX_DOCUMENT_BYTES + 1, ' ')]).stream()],
  ])('over the limit, sent %s, is not kept', async (_how, content) => {
    const response = await fetch(`${url}/v1/stories`, {
      method: 'POST',
      headers: { authorization: KEY },
      body: content(),
      duplex: 'half',
    });
    expect([response.status, await response.json()]).toMatchObject([413, { code: 'document-too-large', kept: false }]);
    expect(publisher.records).toEqual([]);
  });
});

test('a connection goes on after a refusal in the middle of a body', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const post = (body: Buffer) =>
    new Promise<[number | undefined, number | undefined]>((resolve, reject) => {
      // No Content-Length: the limit is only met on the way.
      const headers = { authorization: KEY, 'transfer-encoding': 'chunked' };
      const request = httpRequest(`${url}/v1/stories`, { method: 'POST', agent, headers }, (response) => {
        response.resume();
        response.on('end', () => resolve([response.statusCode, request.socket?.localPort]));
      });
      request.on('error', reject);
      request.end(body);
    });
  const [refused, firstPort] = await post(Buffer.alloc(2 * MAX_DOCUMENT_BYTES, ' '));
  const [accepted, secondPort] = await post(Buffer.from(JSON.stringify(ferry())));
  agent.destroy();
  expect([refused, accepted]).toEqual([413, 202]);
  expect(secondPort).toBe(firstPort);
});
