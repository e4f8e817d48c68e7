import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Story } from '#contracts';
import { DocumentError } from '../document-error.ts';
import { apMedia } from './index.ts';

const ID = '0123456789abcdef0123456789abcdef';
const answer = readFileSync(new URL('./fixtures/story.json', import.meta.url), 'utf8');
const parse = (json: unknown) => apMedia.parse({ text: JSON.stringify(json), charset: 'utf-8' }, {});

const itemOf = (members: object) => ({
  altids: { itemid: ID, etag: `${ID}_0a1` },
  version: 0,
  type: 'text',
  pubstatus: 'usable',
  signals: ['newscontent'],
  body_html: '<p>Text.</p>',
  ...members,
});

function storyOf(members: object): Story {
  const [story] = parse(itemOf(members));
  if (story === undefined) throw new Error('no story');
  return story;
}

test.each([
  ['usable and news', {}, 'usable', 'new', []],
  ['a later version', { version: 1 }, 'usable', 'update', []],
  ['a later version that corrects', { version: 2, editorialtypes: ['Corrective'] }, 'usable', 'correction', []],
  ['killed by its editorial type', { version: 2, editorialtypes: ['Kill'] }, 'usable', 'kill', []],
  ['withheld by its editorial type', { version: 2, editorialtypes: ['Withhold'] }, 'usable', 'hold', []],
  ['withheld', { version: 2, pubstatus: 'withheld' }, 'withheld', 'hold', []],
  ['canceled, whatever it is', { version: 2, pubstatus: 'canceled', signals: [] }, 'canceled', 'kill', []],
  ['embargoed with a time', { pubstatus: 'embargoed', embargoed: '2031-04-14T10:00:00Z' }, 'usable', 'new', []],
  ['embargoed without one', { pubstatus: 'embargoed' }, 'withheld', 'hold', ['embargo-without-time']],
  ['no news content', { signals: ['explicitcontent'] }, 'withheld', 'hold', ['not-for-publication']],
  ['without signals', { signals: undefined }, 'withheld', 'hold', ['not-for-publication']],
  ['of an unknown status', { pubstatus: 'frozen' }, undefined, 'new', ['unknown-status']],
])('an item that is %s', (_name, members, pubStatus, change, issues) => {
  const story = storyOf(members);
  expect([story.pubStatus, story.change]).toEqual([pubStatus, change]);
  expect(story.issues.map(({ code }) => code)).toEqual(issues);
});

describe('revisions and duplicates', () => {
  test('one item with one etag is one story, whatever answer it came in', () => {
    const again = answer.replaceAll('"id": "Ab1"', '"id": "Xy9"').replace('"params": {}', '"params": {"seq": "7"}');
    expect(apMedia.parse({ text: again, charset: 'utf-8' }, {})).toEqual(parse(JSON.parse(answer)));
  });

  test('another etag of one version is another state of the same version', () => {
    const [first, second] = ['a', 'b'].map((etag) => storyOf({ altids: { itemid: ID, etag: `${ID}_${etag}` } }));
    expect([second?.guid, second?.version]).toEqual([first?.guid, first?.version]);
    expect(second?.altIds).not.toEqual(first?.altIds);
  });
});

test.each([
  ['an item', (item: object) => item],
  ['an answer with an item', (item: object) => ({ api_version: '2.2', data: { meta: {}, item } })],
  ['a feed', (item: object) => ({ data: { items: [{ meta: {}, item }] } })],
  ['the items of a feed', (item: object) => ({ items: [{ item }] })],
  ['the data of an answer', (item: object) => ({ item, meta: {} })],
  ['an array of items', (item: object) => [item]],
])('%s gives the story', (_name, wrap) => {
  expect(parse(wrap(itemOf({}))).map(({ guid }) => guid)).toEqual([ID]);
});

test('a text of which there is only a link says so', () => {
  const link = { nitf: { type: 'text', href: 'https://api.example/nitf', title: 'NITF Story Download' } };
  const story = storyOf({ body_html: undefined, renditions: link });
  expect(story.relations).toEqual([
    { rel: 'rendition', href: 'https://api.example/nitf', title: 'NITF Story Download', type: 'text' },
  ]);
  expect(story.issues).toEqual([{ code: 'body-missing', path: 'renditions' }]);
});

test('a member of an unexpected type is left out and noted', () => {
  const story = storyOf({ keywords: 'one', subject: 'roads', person: [7], urgency: 'high', headline: ['x'] });
  expect(story.keywords).toEqual(['one']);
  expect(story.issues.map(({ code, path }) => `${code} ${path}`).toSorted()).toEqual([
    'invalid-member headline',
    'invalid-member person.0',
    'invalid-member subject',
    'invalid-member urgency',
  ]);
});

test.each([
  ['nothing', [], 'no-story', undefined],
  ['a number', 7, 'invalid-member', ''],
  ['no identifier', { altids: {}, headline: 'x' }, 'missing-identifier', 'altids.itemid'],
  ['an overlong identifier', { altids: { itemid: 'x'.repeat(513) } }, 'invalid-member', 'altids.itemid'],
])('refuses %s', (_name, json, code, path) => {
  expect(() => parse(json)).toThrow(expect.objectContaining({ code, ...(path !== undefined && { at: { path } }) }));
  expect(() => parse(json)).toThrow(DocumentError);
});

const detect = (text: string) => apMedia.detect({ text, charset: 'utf-8' }, {});

test.each([
  ['an item', `{"altids":{"itemid":"${ID}","etag":"${ID}_0a"}}`, 0.97],
  ['an answer without etags', `{"api_version":"2","data":{"item":{"altids":{"itemid":"${ID}"}}}}`, 0.97],
  ['a ninjs item with such alternative identifiers', '{"uri":"x","altids":{"itemid":"a","etag":"b"}}', 0],
  ['JSON that only speaks of it', `{"body":"\\"altids\\":{\\"itemid\\":\\"${ID}\\",\\"etag\\":\\"${ID}_0a\\"}"}`, 0],
  ['XML', '<altids/>', 0],
])('is as sure as it can be of %s', (_name, text, certainty) => {
  expect(detect(text)).toBe(certainty);
});
