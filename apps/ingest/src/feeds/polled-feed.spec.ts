import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { FeedState } from '#contracts';
import { GuardedFetch } from '#fetch';
import { feedParts, MemoryStates, TestClock } from '../../test/feed-parts.ts';
import { PolledFeed as PollSettings } from './feed.ts';
import { Hubs } from './hubs.ts';
import { PolledFeed } from './polled-feed.ts';
import { Turns } from './turns.ts';

Logger.overrideLogger(false);
const EVERY_MS = 60_000;
let server: Server;
let url: string;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
const asked: IncomingMessage['headers'][] = [];

let clock: TestClock;
let parts: ReturnType<typeof feedParts>;
let states: MemoryStates;
let fetcher: GuardedFetch;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.headers);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed`;
  const port = Number(new URL(url).port);
  fetcher = new GuardedFetch({ allowHttp: true, allowPrivate: true, ports: [port] }, { bodyBytes: 64 * 1024 });
});

afterAll(async () => {
  await fetcher.close();
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  asked.length = 0;
  clock = new TestClock();
  parts = feedParts(clock);
  states = new MemoryStates();
});

function polled(settings: object = {}): PolledFeed {
  const parsed = PollSettings.parse({ id: 'wire', url, everySeconds: EVERY_MS / 1000, allowHttp: true, ...settings });
  const fetch: GuardedFetch['fetch'] = (address, request) => fetcher.fetch(address, request);
  return new PolledFeed('harbour-wire', parsed, {
    ...parts,
    states,
    hubs: new Hubs(undefined, []),
    turns: new Turns(1),
    fetch,
    log: () => undefined,
  });
}

const round = (feed: PolledFeed) => feed.round(new AbortController().signal);

const item = (id: string, headline = 'Ferry returns') => ({
  uri: `urn:example:${id}`,
  type: 'text',
  headlines: [{ value: headline }],
});
const items = (...all: object[]) => JSON.stringify(all);
const document =
  (content: string, headers: Record<string, string> = {}) =>
  (_: IncomingMessage, response: ServerResponse) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.end(content);
  };
const status =
  (code: number, headers: Record<string, string> = {}) =>
  (_: IncomingMessage, response: ServerResponse) =>
    response.writeHead(code, headers).end();

const taken = () =>
  parts.publisher.on('news.raw.v1').map(({ key }) => String(key).replace('harbour-wire|urn:example:', ''));
const state = () => FeedState.parse(states.get({ provider: 'harbour-wire', feed: 'wire' }));
/** Milliseconds until the next poll. */
const pause = () => Date.parse(state().nextAt) - clock.at;

describe('a poll', () => {
  test('takes the stories of a document, and then only those that are new or changed', async () => {
    const feed = polled();
    answer = document(items(item('1'), item('2')));
    await round(feed);
    expect(taken()).toEqual(['1', '2']);
    answer = document(items(item('3'), item('1'), item('2', 'Ferry stays')));
    clock.at += EVERY_MS;
    await round(feed);
    expect(taken()).toEqual(['1', '2', '3', '2']);
    expect(state().digests).toHaveLength(3);
  });

  test('does not take the same bytes again, nor publishes anything', async () => {
    const feed = polled();
    answer = document(items(item('1')));
    await round(feed);
    clock.at += EVERY_MS;
    parts.publisher.forget();
    await round(feed);
    expect(asked).toHaveLength(2);
    expect(parts.publisher.records).toEqual([]);
  });

  test('is conditional, also of a process that takes over', async () => {
    answer = document(items(item('1')), { etag: '"v1"', 'last-modified': 'Mon, 05 Jan 2026 11:00:00 GMT' });
    await round(polled());
    answer = status(304);
    clock.at += EVERY_MS;
    await round(polled());
    expect(asked[1]).toMatchObject({ 'if-none-match': '"v1"', 'if-modified-since': 'Mon, 05 Jan 2026 11:00:00 GMT' });
    expect([taken(), pause()]).toEqual([['1'], EVERY_MS]);
    expect(state().etag).toBe('"v1"');
  });

  test('of another address starts anew', async () => {
    answer = document(items(item('1')), { etag: '"v1"' });
    await round(polled());
    await round(polled({ url: `${url}?other` }));
    expect(asked[1]).not.toHaveProperty('if-none-match');
  });

  test('sends the headers of its settings', async () => {
    answer = document(items(item('1')));
    await round(polled({ headers: { 'X-Api-Key': 'k', Accept: 'a/b' } }));
    expect(asked[0]).toMatchObject({
      'x-api-key': 'k',
      accept: 'a/b',
      'user-agent': 'Dateline',
      'accept-encoding': 'gzip, deflate, br',
    });
  });

  test('waits for its time, and for its turn among the processes', async () => {
    const feed = polled();
    answer = document(items(item('1')));
    states.others.add('wire');
    expect(await round(feed)).toBe(1_000);
    expect(asked).toHaveLength(0);
    states.others.clear();
    await round(feed);
    expect(await round(feed)).toBe(1_000);
    clock.at += EVERY_MS - 1;
    expect(await round(feed)).toBe(1);
    expect(asked).toHaveLength(1);
  });

  test('of a refused document is kept on news.rejected.v1 once', async () => {
    const feed = polled();
    answer = document('{"uri":');
    await round(feed);
    clock.at += EVERY_MS;
    await round(feed);
    expect(asked).toHaveLength(2);
    expect(parts.publisher.on('news.rejected.v1')).toHaveLength(1);
    expect(pause()).toBe(EVERY_MS);
  });

  test('is repeated soon while nothing can be stored, and nothing is forgotten', async () => {
    const feed = polled();
    answer = document(items(item('1')), { etag: '"v1"' });
    parts.publisher.down = true;
    expect(await round(feed)).toBeLessThan(7_000);
    expect(states.states.size).toBe(0);
    parts.publisher.down = false;
    await round(feed);
    expect(asked[1]).not.toHaveProperty('if-none-match');
    expect(taken()).toEqual(['1']);
  });

  test('that loses its feed on the way leaves the state to the new owner', async () => {
    answer = (request, response) => {
      states.others.add('wire');
      document(items(item('1')))(request, response);
    };
    await round(polled());
    expect(states.states.size).toBe(0);
  });
});

describe('the pause', () => {
  test.each([
    ['is the rhythm of the feed', {}, '', EVERY_MS],
    ['is longer by max-age', { 'cache-control': 'public, max-age=900' }, '', 900_000],
    ['is not shorter by max-age', { 'cache-control': 'max-age=5' }, '', EVERY_MS],
    ['ignores the max-age of what is not to be cached', { 'cache-control': 'no-cache, max-age=900' }, '', EVERY_MS],
    ['is a day at most', { 'cache-control': 'max-age=31536000' }, '', 86_400_000],
    ['is longer by ttl', {}, '<rss><channel><ttl>30</ttl><item/></channel></rss>', 1_800_000],
    ['ignores a ttl that is text of an item', {}, '<rss><channel><item><ttl>30</ttl></item></channel></rss>', EVERY_MS],
  ])('%s', async (_what, headers, content, ms) => {
    answer = document(content || items(item('1')), headers);
    await round(polled());
    expect(pause()).toBe(ms);
  });

  test('keeps to the ttl of the document when there is nothing new', async () => {
    const feed = polled();
    answer = document('<rss><channel><ttl>30</ttl></channel></rss>', { etag: '"v1"' });
    await round(feed);
    clock.at += 1_800_000;
    answer = status(304);
    await round(feed);
    expect(pause()).toBe(1_800_000);
  });

  test('doubles with each failure, a quarter more by chance, to an hour, and is over with the first success', async () => {
    const feed = polled();
    answer = status(500);
    const pauses: number[] = [];
    for (let failure = 0; failure < 10; failure += 1) {
      await round(feed);
      pauses.push(pause() / EVERY_MS);
      clock.at += pause();
    }
    for (const [index, factor] of [1, 2, 4, 8, 16, 32, 60, 60, 60, 60].entries()) {
      expect(pauses[index]).toBeGreaterThanOrEqual(factor);
      expect(pauses[index]).toBeLessThanOrEqual(factor * 1.25);
    }
    answer = document(items(item('1')));
    await round(feed);
    expect([pause(), state().failures]).toEqual([EVERY_MS, 0]);
  });

  test.each([
    ['seconds', () => '7200', 7_200_000],
    ['a date', () => new Date(clock.at + 7_200_000).toUTCString(), 7_200_000],
    ['a date that is over', () => 'Mon, 05 Jan 2015 11:00:00 GMT', EVERY_MS],
    ['nonsense', () => 'soon', EVERY_MS],
  ])('follows Retry-After in %s', async (_what, after, ms) => {
    answer = status(503, { 'retry-after': after() });
    await round(polled());
    expect(pause()).toBeGreaterThanOrEqual(ms);
    expect(pause()).toBeLessThanOrEqual(ms * 1.25);
  });

  test('is a day for what is gone', async () => {
    answer = status(410);
    await round(polled());
    expect(pause()).toBe(86_400_000);
  });

  test('after an answer that is too large is that of a failure', async () => {
    answer = document('x'.repeat(65 * 1024));
    await round(polled());
    expect([state().failures, taken()]).toEqual([1, []]);
    expect(await parts.registry.metrics()).toContain('code="body-too-large"} 1');
  });
});
