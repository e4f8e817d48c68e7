import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { MAX_DOCUMENT_BYTES } from '#contracts';
import { feedParts, TestClock } from '../../test/feed-parts.ts';
import { FolderFeed as FolderSettings } from './feed.ts';
import { FolderFeed } from './folder-feed.ts';

Logger.overrideLogger(false);
const SETTLE_MS = 2_000;
let root: string;
let clock: TestClock;
let parts: ReturnType<typeof feedParts>;
let feeds: FolderFeed[];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'feed-'));
  clock = new TestClock();
  parts = feedParts(clock);
  feeds = [];
});

afterEach(async () => {
  await Promise.all(feeds.map((feed) => feed.close()));
  rmSync(root, { recursive: true });
});

function folder(instance = 'one', settings: object = {}): FolderFeed {
  const parsed = FolderSettings.parse({ id: 'drop', folder: { path: root, reclaimSeconds: 3600, ...settings } });
  const feed = new FolderFeed('harbour-wire', parsed, { ...parts, instance, log: () => undefined });
  feeds.push(feed);
  return feed;
}

const story = (id: string, more: object = {}) =>
  JSON.stringify({ uri: `urn:example:${id}`, type: 'text', headlines: [{ value: 'Ferry returns' }], ...more });

let age = 0;
/** Writes a file that is a second younger than the one before. */
function put(name: string, content: string | Buffer): void {
  writeFileSync(join(root, name), content);
  age += 1;
  utimesSync(join(root, name), 1_700_000_000 + age, 1_700_000_000 + age);
}

const look = (feed: FolderFeed) => feed.look(new AbortController().signal);

/** Looks, waits for the settle time, and looks again. */
async function lookTwice(feed: FolderFeed): Promise<number> {
  await look(feed);
  clock.at += SETTLE_MS;
  return look(feed);
}

const taken = () =>
  parts.publisher.on('news.raw.v1').map(({ key }) => String(key).replace('harbour-wire|urn:example:', ''));
/** Every file below the folder, signs of life left out. */
const files = () =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && entry.name !== '.alive')
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();

describe('a file', () => {
  test('is taken once it stayed as it is, in the order of arrival, and moved aside', async () => {
    put('b.json', story('1'));
    put('a.json', story('2'));
    put('c.json', story('3'));
    const feed = folder();
    expect(await look(feed)).toBe(SETTLE_MS);
    expect(taken()).toEqual([]);
    clock.at += SETTLE_MS;
    expect(await look(feed)).toBe(5_000);
    expect(taken()).toEqual(['1', '2', '3']);
    expect(files()).toEqual(['done/a.json', 'done/b.json', 'done/c.json']);
    await lookTwice(feed);
    expect(taken()).toHaveLength(3);
  });

  test('that grows is left alone until it has stopped growing', async () => {
    const feed = folder();
    put('a.json', '{"uri":');
    for (const half of [20, 40]) {
      await look(feed);
      clock.at += SETTLE_MS;
      put('a.json', story('1').slice(0, half));
    }
    await look(feed);
    expect(files()).toEqual(['a.json']);
    put('a.json', story('1'));
    await lookTwice(feed);
    expect([taken(), files()]).toEqual([['1'], ['done/a.json']]);
  });

  test.each(['.a.json', 'a.json.part', 'a.json.tmp', 'a.json.TMP'])(
    'named %s is left until it is renamed',
    async (name) => {
      const feed = folder();
      put(name, story('1'));
      await lookTwice(feed);
      expect([taken(), files()]).toEqual([[], [name]]);
      renameSync(join(root, name), join(root, 'a.json'));
      await lookTwice(feed);
      expect([taken(), files()]).toEqual([['1'], ['done/a.json']]);
    },
  );

  test('is taken compressed', async () => {
    put('a.json.gz', gzipSync(story('1')));
    await lookTwice(folder());
    expect(taken()).toEqual(['1']);
  });

  test.each([
    ['malformed', '{"uri":', 'malformed-json', true],
    ['empty', '', 'empty-document', true],
    ['too large', Buffer.alloc(MAX_DOCUMENT_BYTES + 1), 'document-too-large', false],
  ])('that is %s goes to refused with its reason', async (_what, content, code, kept) => {
    put('a.json', content);
    put('b.json', story('2'));
    await lookTwice(folder());
    expect(files()).toEqual(['done/b.json', 'refused/a.json', 'refused/a.json.reason.json']);
    expect(JSON.parse(readFileSync(join(root, 'refused/a.json.reason.json'), 'utf8'))).toMatchObject({ code, kept });
    expect(readFileSync(join(root, 'refused/a.json')).equals(Buffer.from(content))).toBe(true);
    expect(parts.publisher.on('news.rejected.v1')).toHaveLength(kept ? 1 : 0);
  });

  test('never takes the place of another of the same name', async () => {
    const feed = folder();
    for (const content of [story('1'), story('2'), 'no JSON {', 'nor this {']) {
      put('a.json', content);
      await lookTwice(feed);
    }
    put('a.json.reason.json', '{');
    await lookTwice(feed);
    const refused = ['a.json', 'a.json.2', 'a.json.2.reason.json', 'a.json.reason.json'];
    const more = ['a.json.reason.json.2', 'a.json.reason.json.2.reason.json'];
    expect(files()).toEqual(
      ['done/a.json', 'done/a.json.2', ...[...refused, ...more].map((name) => `refused/${name}`)].sort(),
    );
    expect(readFileSync(join(root, 'refused/a.json.2'), 'utf8')).toBe('nor this {');
  });

  test('stays in its place while nothing can be stored, the others behind it', async () => {
    put('a.json', story('1'));
    put('b.json', story('2'));
    const feed = folder();
    parts.publisher.down = true;
    expect(await lookTwice(feed)).toBeLessThan(1_500);
    expect(files()).toEqual(['a.json', 'b.json']);
    expect(await look(feed)).toBeGreaterThanOrEqual(2_000);
    parts.publisher.down = false;
    await look(feed);
    expect([taken(), files()]).toEqual([
      ['1', '2'],
      ['done/a.json', 'done/b.json'],
    ]);
  });

  test('that is a link, a folder or a way out is not followed', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'outside-'));
    writeFileSync(join(outside, 'secret.json'), story('secret'));
    symlinkSync(join(outside, 'secret.json'), join(root, 'link.json'));
    symlinkSync(outside, join(root, 'linked'));
    await lookTwice(folder('one', { subfolders: true }));
    expect(taken()).toEqual([]);
    expect(existsSync(join(outside, 'secret.json'))).toBe(true);
    rmSync(outside, { recursive: true });
  });

  test.each([
    [true, ['1', '2']],
    [false, ['1']],
  ])('in a subfolder is taken: %s', async (subfolders, ids) => {
    mkdirSync(join(root, '2026/01'), { recursive: true });
    put('a.json', story('1'));
    put('2026/01/b.json', story('2'));
    await lookTwice(folder('one', { subfolders }));
    expect(taken()).toEqual(ids);
    expect(files()).toContain(subfolders ? 'done/2026/01/b.json' : '2026/01/b.json');
  });
});

describe('several processes', () => {
  test('never take a file twice', async () => {
    const ids = Array.from({ length: 60 }, (_, index) => String(index));
    for (const id of ids) put(`${id}.json`, story(id));
    const all = [folder('one'), folder('two'), folder('three')];
    await Promise.all(all.map(look));
    clock.at += SETTLE_MS;
    await Promise.all(all.map(look));
    expect(taken().sort()).toEqual(ids.sort());
    expect(files()).toHaveLength(60);
  });

  test('take over what one left behind that died after storing it: once more, with the same identity', async () => {
    put('a.json', story('1'));
    await lookTwice(folder('one'));
    // As the dead process left it: stored, claimed, not yet moved.
    mkdirSync(join(root, '.taking-dead'));
    renameSync(join(root, 'done/a.json'), join(root, '.taking-dead/a.json'));
    writeFileSync(join(root, '.taking-dead/.alive'), '');
    const feed = folder('two', { reclaimSeconds: 60 });
    await look(feed);
    clock.at += 59_000;
    await look(feed);
    expect(files()).toEqual(['.taking-dead/a.json']);
    clock.at += 1_000;
    await look(feed);
    expect(files()).toEqual(['done/a.json']);
    expect(existsSync(join(root, '.taking-dead'))).toBe(false);
    const ids = parts.publisher.on('news.raw.v1').map(({ headers }) => headers['ce_id']);
    expect([ids.length, new Set(ids).size]).toEqual([2, 1]);
  });

  test('take over at once from one that stopped in good order', async () => {
    mkdirSync(join(root, '.taking-gone'));
    put('.taking-gone/a.json', story('1'));
    await look(folder());
    expect(files()).toEqual(['done/a.json']);
  });

  test('leave the claims of one that lives', async () => {
    mkdirSync(join(root, '.taking-alive'));
    put('.taking-alive/a.json', story('1'));
    const feed = folder('two', { reclaimSeconds: 60 });
    for (let round = 0; round < 4; round += 1) {
      put('.taking-alive/.alive', '');
      await look(feed);
      clock.at += 50_000;
    }
    expect(files()).toEqual(['.taking-alive/a.json']);
  });
});

test('a folder that is not there is waited for, and never made', async () => {
  const missing = join(root, 'mount');
  const feed = folder('one', { path: missing });
  expect(await look(feed)).toBeGreaterThanOrEqual(1_000);
  expect(existsSync(missing)).toBe(false);
  mkdirSync(missing);
  writeFileSync(join(missing, 'a.json'), story('1'));
  await lookTwice(feed);
  expect(taken()).toEqual(['1']);
});

test('stops between two files when it is told to', async () => {
  put('a.json', story('1'));
  const feed = folder();
  await look(feed);
  clock.at += SETTLE_MS;
  await feed.look(AbortSignal.abort());
  expect([taken(), files()]).toEqual([[], ['a.json']]);
});
