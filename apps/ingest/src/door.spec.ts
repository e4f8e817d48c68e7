import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Publisher } from '#kafka';
import { RecordingPublisher } from '../test/recording-publisher.ts';
import { type Door, KEYS, startDoor } from '../test/start-door.ts';
import { describeApi } from './openapi.ts';

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

describe('a stranger', () => {
  test.each([
    ['missing-credentials', ''],
    ['malformed-credentials', 'Basic abc'],
    ['invalid-credentials', 'Bearer dk_k1_wrong'],
    ['invalid-credentials', 'Bearer dk_nobody_harbour-secret'],
  ])('gets 401 %s, and nothing is kept', async (code, authorization) => {
    const answer = await push('{', { authorization });
    expect(answer).toMatchObject({ status: 401, body: { code, kept: false } });
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer realm="dateline"/);
    expect(publisher.records).toEqual([]);
  });

  test('is refused before the body has come', async () => {
    const status = await new Promise((resolve, reject) => {
      const request = httpRequest(
        `${url}/v1/stories`,
        { method: 'POST', headers: { 'content-length': '9000000' } },
        (response) => {
          resolve(response.statusCode);
          request.destroy();
        },
      );
      request.on('error', reject);
      request.flushHeaders();
    });
    expect(status).toBe(401);
  });
});

describe('a sender', () => {
  test('that is too fast gets 429 with Retry-After', async () => {
    const authorization = KEYS.slow;
    expect((await push(JSON.stringify(ferry()), { authorization })).status).toBe(202);
    const answer = await push(JSON.stringify(ferry()), { authorization });
    expect(answer).toMatchObject({ status: 429, body: { code: 'rate-limited' } });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(90);
  });

  test('gets 503 with Retry-After while the broker is down, and readiness says so', async () => {
    publisher.down = true;
    const answer = await push(JSON.stringify(ferry()));
    expect(answer).toMatchObject({ status: 503, body: { code: 'storage-unavailable' } });
    expect(answer.headers.get('retry-after')).toMatch(/^[1-5]$/);
    expect(await (await fetch(`${url}/readyz`)).json()).toMatchObject({
      ok: false,
      checks: { storage: 'records could not be stored' },
    });
    publisher.down = false;
    expect((await push(JSON.stringify(ferry()))).status).toBe(202);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  });

  test.each([
    { records: 0, bytes: 33 * 1024 * 1024 },
    { records: 5_001, bytes: 0 },
  ])('gets 503 at once while %p wait', async (waiting) => {
    publisher.waiting = waiting;
    expect(await push(JSON.stringify(ferry()))).toMatchObject({ status: 503, body: { code: 'overloaded' } });
  });
});

describe('the address', () => {
  test('of nothing is a problem', async () => {
    const response = await fetch(`${url}/v2/stories`);
    expect([response.status, await response.json()]).toMatchObject([404, { code: 'not-found' }]);
  });

  test('says which methods it takes', async () => {
    const response = await fetch(`${url}/v1/stories`, { method: 'PUT', body: 'x' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });

  test('with headers over 16 KiB is refused as a problem', async () => {
    const response = await fetch(`${url}/v1/stories`, { method: 'POST', headers: { 'x-long': 'x'.repeat(17_000) } });
    expect([response.status, await response.json()]).toMatchObject([431, { code: 'headers-too-large' }]);
  });
});

test('is described the same without being started', async () => {
  const served = await (await fetch(`${url}/openapi.json`)).text();
  expect(JSON.parse(JSON.stringify(await describeApi()))).toEqual(JSON.parse(served));
});

test('describes itself in OpenAPI, with every code of its problems', async () => {
  const document = JSON.parse(await (await fetch(`${url}/openapi.json`)).text());
  const { post } = document.paths['/v1/stories'];
  expect(Object.keys(document.paths)).toEqual(['/v1/stories']);
  expect(Object.keys(post.requestBody.content)).toContain('text/plain');
  expect(post.responses['202'].content['application/json'].schema).toEqual({ $ref: '#/components/schemas/Accepted' });
  expect(document.components.schemas.Accepted.properties.receipts.type).toBe('array');
  expect(document.components.schemas.Problem.required).toContain('code');
  expect(post.responses['415'].description).toContain('`unsupported-media-type`');
});

test('counts requests by status and code', async () => {
  await push('{');
  await push(JSON.stringify(ferry()));
  const text = await (await fetch(`${url}/metrics`)).text();
  expect(text).toMatch(/dateline_http_requests_total\{status="400",code="malformed-json",service="ingest"\} \d+/);
  expect(text).toMatch(/dateline_http_requests_total\{status="202",code="accepted",service="ingest"\} \d+/);
  expect(text).toMatch(/dateline_stage_sent_total\{topic="news.raw.v1",service="ingest"\} \d+/);
});
