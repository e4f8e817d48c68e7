import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { FetchError } from './fetch-error.ts';
import { GuardedFetch } from './guarded-fetch.ts';
import type { Resolve } from './guarded-lookup.ts';

type Route = (request: IncomingMessage, response: ServerResponse) => void;
const KIB = 1024;
const asked: { path: string; headers: IncomingMessage['headers'] }[] = [];
let server: Server;
let port: number;

const routes: Record<string, Route> = {
  '/ok': (_, response) => response.end('the ferry'),
  '/gzip': (_, response) => response.setHeader('content-encoding', 'gzip').end(gzipSync('the ferry')),
  '/br': (_, response) => response.setHeader('content-encoding', 'br').end(brotliCompressSync('the ferry')),
  '/broken-gzip': (_, response) => response.setHeader('content-encoding', 'gzip').end('no gzip at all'),
  '/cut-gzip': (_, response) =>
    response.setHeader('content-encoding', 'gzip').end(gzipSync('x'.repeat(99)).subarray(0, 20)),
  '/zstd': (_, response) => response.setHeader('content-encoding', 'zstd').end('x'),
  '/bomb': (_, response) => response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(64 * KIB * KIB))),
  '/large': (_, response) => response.end(Buffer.alloc(65 * KIB)),
  '/endless': (_, response) => {
    const timer = setInterval(() => response.write(Buffer.alloc(16 * KIB)), 1);
    response.on('close', () => clearInterval(timer));
  },
  '/drip': (_, response) => {
    const timer = setInterval(() => response.write('x'), 20);
    response.on('close', () => clearInterval(timer));
  },
  '/silent': () => undefined,
  '/stuck': (_, response) => response.write('x'),
  '/headers': (_, response) => response.setHeader('x-long', 'x'.repeat(20 * KIB)).end(),
  '/cut': (_, response) => {
    response.setHeader('content-length', 100).write('x');
    setTimeout(() => response.destroy(), 20);
  },
  '/to-itself': (_, response) => response.writeHead(302, { location: '/to-itself' }).end(),
  '/to-nowhere': (_, response) => response.writeHead(302).end(),
  '/to-file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/to-metadata': (_, response) => response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end(),
  '/to-port': (_, response) => response.writeHead(302, { location: 'http://feed.example:6379/' }).end(),
  '/to-private-name': (_, response) => response.writeHead(302, { location: `http://inside.example:${port}/ok` }).end(),
  '/to-other': (_, response) => response.writeHead(307, { location: `http://other.example:${port}/ok` }).end(),
  '/to-same': (_, response) => response.writeHead(301, { location: '/ok' }).end(),
};

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push({ path, headers: request.headers });
    const route = routes[path];
    if (route === undefined) response.writeHead(404).end();
    else route(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const LIMITS = {
  totalMs: 2_000,
  firstByteMs: 300,
  slowGraceMs: 200,
  minBytesPerSecond: 1_000,
  bodyBytes: 64 * KIB,
};
const everywhere: Resolve = async () => [{ address: '127.0.0.1', family: 4 }];

/** Names lead to the local server; `allowPrivate` lets them, since a test has no public address. */
async function get(path: string, headers = {}, limits = {}, signal?: AbortSignal) {
  const fetcher = new GuardedFetch(
    { allowHttp: true, allowPrivate: true, ports: [port] },
    { ...LIMITS, ...limits },
    everywhere,
  );
  try {
    const url = path.startsWith('/') ? `http://feed.example:${port}${path}` : path;
    return await fetcher.fetch(url, { headers, ...(signal !== undefined && { signal }) });
  } finally {
    await fetcher.close();
  }
}

async function codeOf(fetching: Promise<unknown>): Promise<string> {
  return fetching.then(
    () => 'fetched',
    (error: unknown) => (error instanceof FetchError ? error.code : String(error)),
  );
}

describe('what is fetched', () => {
  test.each(['/ok', '/gzip', '/br', '/to-same'])('%s is the ferry', async (path) => {
    const answer = await get(path);
    expect([answer.status, answer.body.toString()]).toEqual([200, 'the ferry']);
  });

  test('an answer that is an error is given as it is', async () => {
    expect((await get('/missing')).status).toBe(404);
  });

  test('credentials stay with the host they were meant for', async () => {
    asked.length = 0;
    const answer = await get('/to-other', { Authorization: 'Bearer x', 'X-Api-Key': 'x', Accept: 'a/b' });
    expect(answer.url).toBe(`http://other.example:${port}/ok`);
    expect(asked[0]?.headers).toMatchObject({ authorization: 'Bearer x', 'x-api-key': 'x', accept: 'a/b' });
    expect(asked[1]?.headers).toMatchObject({ accept: 'a/b' });
    expect(asked[1]?.headers).not.toHaveProperty('authorization');
    expect(asked[1]?.headers).not.toHaveProperty('x-api-key');
  });
});

test.each([
  ['/broken-gzip', 'malformed-compression'],
  ['/cut-gzip', 'malformed-compression'],
  ['/zstd', 'unsupported-encoding'],
  ['/bomb', 'body-too-large'],
  ['/large', 'body-too-large'],
  ['/endless', 'body-too-large'],
  ['/drip', 'too-slow'],
  ['/stuck', 'too-slow'],
  ['/silent', 'no-answer-in-time'],
  ['/headers', 'bad-answer'],
  ['/cut', 'connection-failed'],
  ['/to-itself', 'too-many-redirects'],
  ['/to-nowhere', 'bad-redirect'],
  ['/to-file', 'scheme-not-allowed'],
  ['/to-port', 'port-not-allowed'],
])('%s ends with %s, within a second', async (path, code) => {
  const start = performance.now();
  expect(await codeOf(get(path))).toBe(code);
  expect(performance.now() - start).toBeLessThan(1_000);
});

test('the whole has an end, however lively it is', async () => {
  const limits = { totalMs: 400, minBytesPerSecond: 1, slowGraceMs: 100 };
  expect(await codeOf(get('/drip', {}, limits))).toBe('out-of-time');
});

test('a caller may give up', async () => {
  const signal = AbortSignal.timeout(50);
  await expect(get('/silent', {}, {}, signal)).rejects.toMatchObject({ name: 'TimeoutError' });
});

describe('where nobody is led to', () => {
  const strict = (resolve: Resolve = everywhere) =>
    new GuardedFetch({ allowHttp: true, ports: [port] }, LIMITS, resolve);

  test.each([
    '127.0.0.1',
    '127.1',
    '0x7f000001',
    '2130706433',
    '0177.0.0.1',
    '0',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '192.0.0.8',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '240.0.0.1',
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::127.0.0.1]',
    '[64:ff9b::7f00:1]',
    '[64:ff9b:1::1]',
    '[2002:7f00:1::]',
    '[2001::1]',
    '[2001:db8::1]',
    '[fe80::1]',
    '[fc00::1]',
    '[ff02::1]',
    '[fec0::1]',
    '[3fff::1]',
    '１２７.0.0.1',
    '127。0。0。1',
  ])('%s', async (host) => {
    asked.length = 0;
    expect(await codeOf(strict().fetch(`http://${host}:${port}/ok`))).toBe('address-not-allowed');
    expect(asked).toEqual([]);
  });

  test.each([
    ['127.0.0.1'],
    ['::1'],
    ['::ffff:10.0.0.1'],
    ['fd00::1'],
    ['169.254.169.254'],
    ['93.184.216.34', '127.0.0.1'],
  ])('a name that resolves to %s', async (...addresses) => {
    const resolve: Resolve = async () =>
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    asked.length = 0;
    expect(await codeOf(strict(resolve).fetch(`http://feed.example:${port}/ok`))).toBe('address-not-allowed');
    expect(asked).toEqual([]);
  });

  test('a name that is public when first asked and private when next', async () => {
    const answers = ['93.184.216.34', '127.0.0.1'];
    let at = 0;
    const rebinding: Resolve = async () => [{ address: answers[at++] ?? '127.0.0.1', family: 4 }];
    asked.length = 0;
    // The socket goes to what was checked: the first lookup is the only one, and nothing answers there.
    const first = await codeOf(strict(rebinding).fetch(`http://feed.example:${port}/ok`));
    expect(['no-answer-in-time', 'connection-failed']).toContain(first);
    expect(at).toBe(1);
    expect(await codeOf(strict(rebinding).fetch(`http://feed.example:${port}/ok`))).toBe('address-not-allowed');
    expect(asked).toEqual([]);
  });

  test('a name nobody knows', async () => {
    const resolve: Resolve = async () => Promise.reject(new Error('ENOTFOUND'));
    expect(await codeOf(strict(resolve).fetch(`http://feed.example:${port}/ok`))).toBe('name-not-found');
  });

  test.each([
    ['http://feed.example/', 'scheme-not-allowed'],
    ['file:///etc/passwd', 'scheme-not-allowed'],
    ['gopher://feed.example/', 'scheme-not-allowed'],
    ['data:text/plain,x', 'scheme-not-allowed'],
    ['https://user:secret@feed.example/', 'bad-address'],
    ['https://feed.example:22/', 'port-not-allowed'],
    ['https://feed.example:27017/', 'port-not-allowed'],
    ['no address', 'bad-address'],
    ['https://169.254.169.254\\@feed.example/', 'address-not-allowed'],
  ])('%s without any leave', async (address, code) => {
    expect(await codeOf(new GuardedFetch({}, LIMITS, everywhere).fetch(address))).toBe(code);
  });

  test.each(['/to-metadata', '/to-private-name'])('by a redirect, %s, even where private is allowed', async (path) => {
    const address = { 'feed.example': '127.0.0.1', 'inside.example': '169.254.169.254' };
    const resolve: Resolve = async (name) => [{ address: address[name as keyof typeof address], family: 4 }];
    const fetcher = new GuardedFetch({ allowHttp: true, allowPrivate: true, ports: [port] }, LIMITS, resolve);
    asked.length = 0;
    expect(await codeOf(fetcher.fetch(`http://feed.example:${port}${path}`))).toBe('address-not-allowed');
    expect(asked.map((request) => request.path)).toEqual([path]);
  });
});
