import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Connection } from 'mongoose';
import { Article, type EnrichedStory, Receipt, topics } from '#contracts';
import { eventually, readTopic, testBrokers, testMongoUri } from '#testing';
import { messages, received } from '../test/five-versions.ts';
import { Crash, Fate, gate, PublishingThrough, writingThrough } from '../test/mortal.ts';
import { openServers, type Servers } from '../test/servers.ts';
import type { ArticleDocument } from './article.schema.ts';
import { ArticleStore } from './article.store.ts';
import { Clock } from './clock.ts';
import { DueStore } from './due.store.ts';
import { IndexingController } from './indexing.controller.ts';
import { type Released, release } from './release.ts';
import { ReleaseLoop } from './release-loop.ts';

const HOUR = 3_600_000;
const SECRET = 'Rates rise by half a point';

let servers: Servers;
beforeAll(async () => {
  servers = await openServers(testBrokers(), testMongoUri('release'));
});
const loops: ReleaseLoop[] = [];
afterEach(async () => {
  await Promise.all(loops.splice(0).map((loop) => loop.close()));
});
afterAll(() => servers.close());

type Sending = { readonly article: Article; readonly from: number; readonly acknowledged: number };

/** A process of indexing whose own clock is off by `offMs`; `sent` is what it announced and when. */
function indexer({ offMs = 0, fate }: { offMs?: number; fate?: Fate } = {}) {
  const connection: Connection = fate
    ? writingThrough(servers.connection, (write) => fate.step(write))
    : servers.connection;
  const sent: Sending[] = [];
  const released: Released[] = [];
  const publisher = new PublishingThrough(servers.publisher, async (publish, records) => {
    const from = Date.now();
    const positions = await (fate ? fate.step(publish) : publish());
    for (const { topic, value } of records)
      if (topic === topics.articles.name)
        sent.push({ article: JSON.parse(String(value)), from, acknowledged: Date.now() });
    return positions;
  });
  const store = new ArticleStore(connection);
  const due = new DueStore(connection);
  const clock = new Clock(servers.connection, () => Date.now() + offMs);
  const controller = new IndexingController(store, publisher, clock);
  const loop = new ReleaseLoop({ store, due, publisher }, clock, {
    ended: (story) => released.push(story),
    clockLead: () => undefined,
  });
  return {
    sent,
    released,
    index: (...texts: EnrichedStory[]) => controller.onEnriched(texts.map((text) => received(text))),
    caption: (story: string, versionId: string) => {
      const captions = messages(story).find(({ kind, value }) => kind === 'captions' && value.versionId === versionId);
      return captions?.kind === 'captions'
        ? controller.onCaptions([received(captions.value)])
        : Promise.reject(captions);
    },
    start: () => {
      loops.push(loop);
      loop.onApplicationBootstrap();
    },
    stop: () => loop.close(),
    /** One release of whatever is due now, as the loop does it. */
    releaseOnce: async () => {
      const now = await clock.now();
      return release({ store, due, publisher }, await due.due(new Date(now)), now);
    },
  };
}

type Given = Partial<Pick<EnrichedStory, 'change'>> & {
  version?: number;
  receipt?: string;
  embargo?: number;
  expires?: number;
};

/** A version of a story; `embargo` and `expires` in milliseconds from now. */
function text(story: string, { version = 1, change = 'update', receipt, embargo, expires }: Given = {}): EnrichedStory {
  const message = messages(story).find(({ kind, value }) => kind === 'text' && value.versionId === 'version-1');
  if (message?.kind !== 'text') throw new Error('no such version');
  const at = (ms: number): string => new Date(Date.now() + ms).toISOString();
  const { value } = message;
  return {
    ...value,
    versionId: `version-${version}`,
    order: [version, 0, version],
    change,
    item: {
      ...value.item,
      version: String(version),
      headlines: [{ value: `${SECRET} (${version})` }],
      ...(embargo !== undefined && { embargoedUntil: at(embargo) }),
      ...(expires !== undefined && { expires: at(expires) }),
    },
    raw: { ...value.raw, offset: String(version), receipt: receipt ?? `${story}-${version}` },
  };
}

const endOf = ({ item }: EnrichedStory): number => Date.parse(item.embargoedUntil ?? '');

const document = (story: string) => servers.connection.collection<ArticleDocument>('articles').findOne({ _id: story });

async function allAnnounced(): Promise<Article[]> {
  const records = await readTopic(testBrokers(), topics.articles.name, 1);
  return records.map(({ value }) => Article.parse(JSON.parse(String(value))));
}

const announced = async (story: string): Promise<Article[]> => (await allAnnounced()).filter(({ id }) => id === story);

async function outcomes(story: string): Promise<string[]> {
  const records = await readTopic(testBrokers(), topics.receipts.name, 1);
  return records
    .filter(({ key }) => key === story)
    .map(({ value }) => Receipt.parse(JSON.parse(String(value))))
    .map(({ receipt, outcome }) => `${receipt.slice(story.length + 1)} ${outcome}`);
}

const statesOf = (articles: readonly Article[]): string[] =>
  articles.map(({ versionId, state }) => `${versionId} ${state}`);

/** Waits until a story is released and done with. */
const untilDone = (story: string): Promise<ArticleDocument> =>
  eventually(async () => {
    const found = await document(story);
    if (found === null || found.state === 'embargoed' || found.ledger.due !== undefined) throw new Error('still due');
    return found;
  });

/** None was sent before `end`, and the first was acknowledged within a second of it. */
function expectOnTime(sendings: readonly Sending[], story: string, end: number): void {
  const open = sendings.filter(({ article }) => article.id === story && article.state !== 'embargoed');
  expect(Math.min(...open.map(({ from }) => from))).toBeGreaterThanOrEqual(end);
  expect(Math.min(...open.map(({ acknowledged }) => acknowledged))).toBeLessThanOrEqual(end + 1_000);
}

describe('an embargo', () => {
  test('is announced without content, and ends at its time, whichever of two processes ends it', async () => {
    const [one, other] = [indexer(), indexer()];
    one.start();
    other.start();
    const stories = Array.from({ length: 20 }, (_, index) => text(`wire|embargoed-${index}`, { embargo: 1_500 }));
    const ours = new Set(stories.map(({ id }) => id));
    await one.index(...stories.slice(0, 10));
    await other.index(...stories.slice(10));
    const stored = servers.connection.collection<ArticleDocument>('articles').find({ _id: { $in: [...ours] } });
    const item = { headlines: [{ value: `${SECRET} (1)` }] };
    expect(await stored.toArray()).toMatchObject(stories.map(() => ({ state: 'embargoed', item })));
    for (const story of stories) {
      await untilDone(story.id);
      expectOnTime([...one.sent, ...other.sent], story.id, endOf(story));
    }
    const end = Map.groupBy(await allAnnounced(), ({ id }) => id);
    for (const { id } of stories) {
      const [shell, ...articles] = end.get(id) ?? [];
      expect(shell?.state).toBe('embargoed');
      expect(JSON.stringify(shell)).not.toContain(SECRET);
      expect(articles[0]).toMatchObject({ state: 'usable', change: 'update', item });
      expect(new Set(statesOf(articles))).toEqual(new Set(['version-1 usable']));
    }
    expect(await outcomes('wire|embargoed-0')).toEqual(['1 embargoed']);
    // Whoever ended it counts it; nobody counts what the other did.
    const ended = [...one.released, ...other.released];
    expect(ended.map(({ state }) => state)).toEqual(stories.map(() => 'usable'));
    expect(Math.max(...ended.map(({ lateMs }) => lateMs))).toBeLessThan(1_000);
  });

  test.each([
    ['an hour fast', HOUR],
    ['right', 0],
  ])('does not end early where the clock of a process is %s', async (name, offMs) => {
    const story = text(`wire|clock-${name}`, { embargo: 1_200 });
    const process = indexer({ offMs });
    process.start();
    await process.index(story);
    await untilDone(story.id);
    expectOnTime(process.sent, story.id, endOf(story));
    expect(statesOf(await announced(story.id))).toEqual(['version-1 embargoed', 'version-1 usable']);
  });

  test('ends in time where one of two clocks is an hour slow', async () => {
    const story = text('wire|clock-slow', { embargo: 1_200 });
    const [slow, right] = [indexer({ offMs: -HOUR }), indexer()];
    slow.start();
    right.start();
    await slow.index(story);
    await untilDone(story.id);
    expectOnTime([...slow.sent, ...right.sent], story.id, endOf(story));
  });

  test('ends in time after a restart, and at once when its time passed meanwhile', async () => {
    const [short, long] = [text('wire|restart-short', { embargo: 400 }), text('wire|restart-long', { embargo: 1_800 })];
    const before = indexer();
    before.start();
    await before.index(short, long);
    await before.stop();
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await document(short.id)).toMatchObject({ state: 'embargoed' });
    const after = indexer();
    const started = Date.now();
    after.start();
    await untilDone(short.id);
    expectOnTime(after.sent, short.id, started);
    await untilDone(long.id);
    expectOnTime(after.sent, long.id, endOf(long));
  });

  test.each<[string, Given, string]>([
    ['kill', { change: 'kill' }, 'version-2 canceled'],
    ['hold', { change: 'hold' }, 'version-2 withheld'],
    ['newer version under a longer embargo', { embargo: HOUR }, 'version-2 embargoed'],
    ['newer version without one', {}, 'version-2 usable'],
  ])('ends in nothing after a %s', async (name, given, expected) => {
    const story = `wire|before-its-time-${name}`;
    const process = indexer();
    process.start();
    await process.index(text(story, { embargo: 1_000 }));
    await process.index(text(story, { version: 2, ...given }));
    await new Promise((resolve) => setTimeout(resolve, 1_600));
    const articles = await announced(story);
    expect(statesOf(articles)).toEqual(['version-1 embargoed', expected]);
    expect(JSON.stringify(articles)).not.toContain(`${SECRET} (1)`);
  });

  test('a kill that comes between its release and the announcement has the last word', async () => {
    const story = 'wire|killed-in-between';
    await indexer({ offMs: -HOUR }).index(text(story, { embargo: -60_000 }));
    const releasing = gate();
    const publisher = new PublishingThrough(servers.publisher, async (publish) => {
      await releasing.pass();
      return publish();
    });
    const [store, due] = [new ArticleStore(servers.connection), new DueStore(servers.connection)];
    const now = Date.now();
    const released = release({ store, due, publisher }, await due.due(new Date(now)), now);
    await releasing.there;
    await indexer().index(text(story, { version: 2, change: 'kill' }));
    releasing.letOn();
    expect(await released).toEqual([]);
    expect((await announced(story)).at(-1)).toMatchObject({ versionId: 'version-2', state: 'canceled' });
    expect((await document(story))?.ledger.due).toBeUndefined();
  });

  test('does not come back with a late redelivery or a resend', async () => {
    const story = text('wire|replayed-after', { embargo: 300 });
    const process = indexer();
    process.start();
    await process.index(story);
    const after = await untilDone(story.id);
    await process.index(story);
    await process.index({ ...story, raw: { ...story.raw, receipt: `${story.id}-again`, offset: '7' } });
    await indexer({ offMs: -HOUR }).index(story);
    expect(await document(story.id)).toEqual(after);
    expect(statesOf(await announced(story.id))).toEqual([
      'version-1 embargoed',
      'version-1 usable',
      'version-1 usable',
      'version-1 usable',
    ]);
    expect(await outcomes(story.id)).toEqual(['1 embargoed', '1 embargoed', 'again duplicate', '1 embargoed']);
  });
});

test('an article expires at its time', async () => {
  const story = text('wire|expiring', { embargo: 300, expires: 1_500 });
  const process = indexer();
  process.start();
  await process.index(story);
  await eventually(async () => expect(await document(story.id)).toMatchObject({ state: 'expired' }));
  await untilDone(story.id);
  expect(statesOf(await announced(story.id))).toEqual(['version-1 embargoed', 'version-1 usable', 'version-1 expired']);
  expect(process.released.map(({ state }) => state)).toEqual(['usable', 'expired']);
});

test('one that can not be announced holds up no other', async () => {
  const stories = ['wire|good-1', 'wire|bad', 'wire|good-2'];
  await indexer({ offMs: -HOUR }).index(...stories.map((story) => text(story, { embargo: -60_000 })));
  const [store, due] = [new ArticleStore(servers.connection), new DueStore(servers.connection)];
  const publisher = new PublishingThrough(servers.publisher, async (publish, records) => {
    if (records.some(({ key }) => key === 'wire|bad')) throw new Error('too large');
    return publish();
  });
  const loop = new ReleaseLoop({ store, due, publisher }, new Clock(servers.connection));
  loop.onApplicationBootstrap();
  await untilDone('wire|good-1');
  await untilDone('wire|good-2');
  await eventually(() => expect(loop.ready()).toBe('release failed: Error'));
  await loop.close();
  await indexer().releaseOnce();
  expect(statesOf(await announced('wire|bad'))).toEqual(['version-1 embargoed', 'version-1 usable']);
});

describe('a crash of the release', () => {
  // Decided by a slow clock, so that it is due already.
  const embargoed = async (story: string): Promise<void> => {
    await indexer({ offMs: -HOUR }).index(text(story, { embargo: -60_000 }));
    expect(await document(story)).toMatchObject({ state: 'embargoed' });
  };
  const bare = async (story: string): Promise<string> =>
    JSON.stringify(await document(story))
      .replaceAll(story, 'story')
      .replaceAll(/"embargoedUntil":"[^"]+"/g, '');

  test('after any step ends as none does', async () => {
    await embargoed('wire|release-calm');
    const calm = new Fate(Number.POSITIVE_INFINITY);
    await indexer({ fate: calm }).releaseOnce();
    expect(calm.steps).toBe(3);
    const expected = await bare('wire|release-calm');
    for (let dieAfter = 1; dieAfter <= calm.steps; dieAfter += 1) {
      const story = `wire|release-crash-${dieAfter}`;
      await embargoed(story);
      await expect(indexer({ fate: new Fate(dieAfter) }).releaseOnce()).rejects.toThrow(Crash);
      await indexer().releaseOnce();
      expect([dieAfter, await bare(story)]).toEqual([dieAfter, expected]);
      expect((await announced(story)).at(-1)).toMatchObject({ state: 'usable' });
    }
  });

  test('is made good though another writer that announces nothing comes between', async () => {
    const story = 'wire|release-crossed';
    await embargoed(story);
    await expect(indexer({ fate: new Fate(1) }).releaseOnce()).rejects.toThrow(Crash);
    await indexer().caption(story, 'version-4');
    expect(statesOf(await announced(story))).toEqual(['version-1 embargoed']);
    await indexer().releaseOnce();
    expect(statesOf(await announced(story))).toEqual(['version-1 embargoed', 'version-1 usable']);
    expect((await document(story))?.ledger).toMatchObject({ seq: 3, pending: [{ versionId: 'version-4' }] });
  });
});
