import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Article, topics } from '#contracts';
import { headerText } from '#kafka';
import { readTopic, testBrokers, testMongoUri } from '#testing';
import { type Message, messages, received } from '../test/five-versions.ts';
import { Crash, Fate, gate, PublishingThrough } from '../test/mortal.ts';
import { openServers, type Servers } from '../test/servers.ts';
import { ArticleStore } from './article.store.ts';
import { Clock } from './clock.ts';
import { IndexingController } from './indexing.controller.ts';

let servers: Servers;
beforeAll(async () => {
  servers = await openServers(testBrokers(), testMongoUri('never-go-back'));
});
afterAll(() => servers.close());

/** A process of indexing that publishes through `through`. */
function writer(through: ConstructorParameters<typeof PublishingThrough>[1] = (publish) => publish()) {
  const { connection, publisher } = servers;
  const controller = new IndexingController(
    new ArticleStore(connection),
    new PublishingThrough(publisher, through),
    new Clock(connection),
  );
  return async (message: Message | undefined): Promise<void> => {
    if (message?.kind === 'text') await controller.onEnriched([received(message.value)]);
    if (message?.kind === 'captions') await controller.onCaptions([received(message.value)]);
  };
}

const part = (story: string, kind: Message['kind'], versionId: string) =>
  messages(story).find((message) => message.kind === kind && message.value.versionId === versionId);

async function announcements(story: string) {
  const records = (await readTopic(testBrokers(), topics.articles.name, 1)).filter(({ key }) => key === story);
  return records.map(({ value, headers }) => ({
    id: headerText(headers['ce_id']),
    article: Article.parse(JSON.parse(String(value))),
  }));
}

/** Captions of version 2 are stored, but not announced before `meanwhile` has ended. */
async function overtaken(story: string, meanwhile: () => Promise<void>, captioning = gate()): Promise<void> {
  const captioned = writer(async (publish) => {
    await captioning.pass();
    return publish();
  })(part(story, 'captions', 'version-2'));
  await captioning.there;
  await meanwhile();
  captioning.letOn();
  await captioned;
}

test('an announcement that a kill overtook is followed by the kill', async () => {
  const story = 'wire|overtaken-by-kill';
  await writer()(part(story, 'text', 'version-2'));
  await overtaken(story, () => writer()(part(story, 'text', 'version-3')));
  const announced = await announcements(story);
  expect(announced.map(({ article }) => [article.versionId, article.state])).toEqual([
    ['version-2', 'usable'],
    ['version-3', 'canceled'],
    ['version-2', 'usable'],
    ['version-3', 'canceled'],
  ]);
  // Who drops ids it has seen must see the last one.
  expect(new Set(announced.map(({ id }) => id)).size).toBe(4);
});

test('what moves on while the correction is under way is corrected again', async () => {
  const story = 'wire|overtaken-twice';
  await writer()(part(story, 'text', 'version-2'));
  const correcting = gate(2);
  const captioning = gate();
  const captioned = writer(async (publish) => {
    await captioning.pass();
    await correcting.pass();
    return publish();
  })(part(story, 'captions', 'version-2'));
  await captioning.there;
  await writer()(part(story, 'text', 'version-3'));
  captioning.letOn();
  await correcting.there;
  await writer()(part(story, 'text', 'version-4'));
  correcting.letOn();
  await captioned;
  expect((await announcements(story)).at(-1)?.article).toMatchObject({ versionId: 'version-4', state: 'usable' });
});

test('the text of a new story that its pictures overtook is followed by both together', async () => {
  const story = 'wire|text-overtaken';
  const texting = gate();
  const text = writer(async (publish) => {
    await texting.pass();
    return publish();
  })(part(story, 'text', 'version-5'));
  await texting.there;
  await writer()(part(story, 'captions', 'version-5'));
  texting.letOn();
  await text;
  expect((await announcements(story)).map(({ article }) => article.captions.length)).toEqual([1, 0, 1]);
});

test('a writer that dies after its late announcement is made good when its record comes again', async () => {
  const story = 'wire|overtaken-and-dead';
  await writer()(part(story, 'text', 'version-2'));
  const captioning = gate();
  const fate = new Fate(1);
  const died = writer(async (publish) => {
    await captioning.pass();
    return fate.step(publish);
  })(part(story, 'captions', 'version-2'));
  const crash = expect(died).rejects.toThrow(Crash);
  await captioning.there;
  await writer()(part(story, 'text', 'version-3'));
  captioning.letOn();
  await crash;
  expect((await announcements(story)).at(-1)?.article.versionId).toBe('version-2');
  await writer()(part(story, 'captions', 'version-2'));
  expect((await announcements(story)).at(-1)?.article).toMatchObject({ versionId: 'version-3', state: 'canceled' });
});
