import { describe, expect, test } from '@jest/globals';
import { Providers } from '../provider.ts';

const read = (...feeds: object[]) => Providers.safeParse({ providers: [{ id: 'harbour-wire', feeds }] });
const problems = (...feeds: object[]) =>
  read(...feeds).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

describe('the feeds of the file of providers', () => {
  test('get what is not said', () => {
    const feeds = read({ id: 'drop', folder: { path: '/srv/drop' } }, { id: 'rss', url: 'https://feed.example/' }).data;
    expect(feeds?.providers[0]?.feeds).toEqual([
      {
        id: 'drop',
        folder: { path: '/srv/drop', everySeconds: 5, settleSeconds: 2, reclaimSeconds: 60, subfolders: false },
      },
      {
        id: 'rss',
        url: 'https://feed.example/',
        everySeconds: 300,
        headers: {},
        allowHttp: false,
        allowPrivate: false,
        ports: [],
      },
    ]);
  });

  test.each([
    [{ id: 'a', url: 'http://feed.example/' }, 'providers.0.feeds.0.url: must be https, unless allowHttp is true'],
    [{ id: 'a', url: 'ftp://feed.example/' }, 'providers.0.feeds.0.url: must be an http or https address'],
    [
      { id: 'a', url: 'https://u:p@feed.example/' },
      'providers.0.feeds.0.url: must have no user or password: use headers',
    ],
    [
      { id: 'a', url: 'https://feed.example/', contentType: 'video/mp4' },
      'providers.0.feeds.0.contentType: must be a media type that may be pushed',
    ],
    [{ id: 'a', folder: { path: 'drop' } }, 'providers.0.feeds.0.folder.path: must be an absolute path'],
    [{ id: 'push', folder: { path: '/drop' } }, 'providers.0.feeds.0.id: "push" is what is pushed'],
    [{ id: 'a', url: 'https://feed.example/', every: 5 }, 'providers.0.feeds.0: Unrecognized key: "every"'],
    [
      { id: 'a', url: 'https://feed.example/', headers: { 'x y': '' } },
      'providers.0.feeds.0.headers.x y: Invalid key in record',
    ],
  ])('%j is named with its place', (feed, problem) => {
    expect(problems(feed)).toEqual([problem]);
  });

  test('have ids of their own, and folders of their own', () => {
    const drop = { id: 'a', folder: { path: '/drop' } };
    expect(problems(drop, { ...drop, folder: { path: '/other' } })).toEqual([
      'providers: harbour-wire has the feed a twice',
    ]);
    expect(problems(drop, { id: 'b', folder: { path: '/drop/' } })).not.toEqual([]);
    expect(problems(drop, { id: 'b', folder: { path: '/drop/inside' } })).toEqual([
      'providers: two feeds look into /drop',
    ]);
  });

  test('may take the place of keys, not both be missing', () => {
    expect(problems()).toEqual(['providers.0.keys: must have a key or a feed']);
  });
});
