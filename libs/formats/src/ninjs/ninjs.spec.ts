import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Story } from '#contracts';
import { DocumentError } from '../document-error.ts';
import { ninjs } from './index.ts';

const fixtures = new URL('./fixtures/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, fixtures), 'utf8');
const parse = (text: string) => ninjs.parse({ text, charset: 'utf-8' }, {});

function storyOf(item: object): Story {
  const [story] = parse(JSON.stringify({ uri: 'urn:enb:1', type: 'text', ...item }));
  if (story === undefined) throw new Error('no story');
  return story;
}

function fault(json: unknown) {
  try {
    parse(typeof json === 'string' ? json : JSON.stringify(json));
  } catch (error) {
    return error instanceof DocumentError ? [error.code, error.at.path] : error;
  }
  return undefined;
}

describe('whole documents', () => {
  const documents = readdirSync(fixtures).filter((name) => !name.endsWith('.story.json'));
  test.each(documents)('%s gives its golden stories', (name) => {
    const stories = parse(read(name));
    expect(stories).toEqual(JSON.parse(read(name.replace('.json', '.story.json'))));
    for (const story of stories) expect(Story.safeParse(story).error).toBeUndefined();
  });

  test('one story in ninjs 1.6, 2.2 and 3.1 differs only in what 1.6 says besides', () => {
    const [first, second, third] = ['1.6', '2.2', '3.1'].map((version) => parse(read(`story-${version}.json`)));
    expect(third).toEqual(second);
    const schemeless = JSON.parse(JSON.stringify(first, (key, value) => (key === 'scheme' ? undefined : value)));
    expect([{ ...schemeless[0], issues: [] }]).toEqual(second);
    expect(first?.[0]?.issues).toEqual([{ code: 'members-not-kept', message: 'mimetype' }]);
  });

  test.each([
    ['an array', (item: object) => [item, item]],
    ['items', (item: object) => ({ total: 2, items: [item, item] })],
    ['_items', (item: object) => ({ _items: [item, item], _meta: {} })],
  ])('%s of items gives as many stories', (_name, wrap) => {
    expect(parse(JSON.stringify(wrap({ uri: 'urn:enb:1' }))).map((story) => story.guid)).toEqual([
      'urn:enb:1',
      'urn:enb:1',
    ]);
  });
});

test('an item that can not be read is noted with the item before it', () => {
  const stories = parse(
    JSON.stringify({
      items: [
        { uri: 'urn:enb:1', type: 'text' },
        { uri: 'urn:enb:2', type: 'poem' },
      ],
    }),
  );
  expect(stories.map((story) => story.guid)).toEqual(['urn:enb:1']);
  expect(stories[0]?.issues).toMatchObject([{ code: 'invalid-member', path: 'items.1' }]);
});

describe('the body', () => {
  const texts = (item: object) => storyOf(item).body.map((block) => block.text);

  test('is the HTML where there is plain text as well, once', () => {
    expect(texts({ body_text: 'One.\nTwo.', body_html: '<p>One.</p><p>Two.</p>' })).toEqual(['One.', 'Two.']);
  });
  test('parts plain text at blank lines, or at line ends where there are none', () => {
    expect(texts({ body_text: 'One\r\nline.\r\n\r\nTwo.' })).toEqual(['One\nline.', 'Two.']);
    expect(texts({ bodies: [{ value: 'One.\nTwo.' }] })).toEqual(['One.', 'Two.']);
  });
  test('ends with the texts that have a role of their own', () => {
    const bodies = [
      { role: 'main', contentType: 'text/html', value: '<p>One.</p>' },
      { role: 'factbox', contentType: 'text/html', value: '<p>Length: 612 meters.</p>' },
    ];
    expect(texts({ bodies })).toEqual(['One.', 'Length: 612 meters.']);
  });
  test('leaves out another wording of itself, and says so', () => {
    const story = storyOf({
      body_html: '<p>The bridge of Ostvik was opened on Tuesday by the mayor.</p>',
      body_text: 'The bridge of Ostvik was opened by the mayor on Tuesday.',
    });
    expect(story.body.length).toBe(1);
    expect(story.issues).toEqual([{ code: 'alternative-body-not-kept', path: 'body_text' }]);
  });
});

test.each([
  ['canceled', { pubstatus: 'canceled' }, 'kill'],
  ['withheld', { pubStatus: 'withheld' }, 'hold'],
  ['canceled, whatever its sequence', { pubstatus: 'canceled', correction_sequence: 1 }, 'kill'],
  ['a correction', { correction_sequence: 1 }, 'correction'],
  ['signalled as an update', { signal: [{ qcode: 'sig:update' }] }, 'update'],
  ['evolved from another', { evolvedfrom: 'urn:enb:0' }, 'update'],
  ['plain', { pubstatus: 'usable', correction_sequence: 0 }, undefined],
])('an item that is %s changes the story so', (_name, item, change) => {
  expect(storyOf(item).change).toBe(change);
});

test.each([
  ['2025-03-04T10:00:00Z', { utc: '2025-03-04T10:00:00Z' }],
  ['2025-03-04T10:00:00+0530', { utc: '2025-03-04T04:30:00Z' }],
  ['2025-03-04T10:00:00.250-01:00', { utc: '2025-03-04T11:00:00.250Z' }],
  ['2025-03-04T10:00:00', { local: '2025-03-04T10:00:00' }],
  ['2025-03-04', { local: '2025-03-04' }],
  ['2025-02-30T10:00:00Z', {}],
  ['yesterday', {}],
])('the time %s is kept as printed and read as far as it goes', (raw, expected) => {
  const story = storyOf({ versioncreated: raw });
  expect(story.times.versionCreated).toEqual({ raw, ...expected });
  expect(story.issues).toEqual(
    Object.keys(expected).length > 0 ? [] : [{ code: 'time-unread', path: 'versioncreated' }],
  );
});

test('what a story has no place for is in its issues', () => {
  const item = {
    urgency: 12,
    foo: 1,
    nothing: [],
    plannedCoverage: [{}],
    subjects: [{ name: 'roads', relevance: 101 }],
    associations: [{ name: 'clip', uri: 'urn:enb:2', type: 'video', language: 'en', bar: 'x' }],
  };
  expect(storyOf(item).issues).toEqual([
    { code: 'invalid-number', path: 'urgency' },
    { code: 'invalid-number', path: 'subjects.0.relevance' },
    { code: 'unknown-member', path: 'associations.0.bar' },
    { code: 'members-not-kept', path: 'associations.0', message: 'language' },
    { code: 'unknown-member', path: 'foo' },
    { code: 'members-not-kept', message: 'plannedCoverage' },
  ]);
});

test('a hundred issues are enough', () => {
  const item = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`foo${index}`, 1]));
  expect(storyOf(item).issues.length).toBe(101);
});

test.each([
  ['no JSON', '{"uri":', 'malformed-json', undefined],
  ['nothing', ' ', 'empty-document', undefined],
  ['no item', [], 'no-story', undefined],
  ['a string', '"urn:enb:1"', 'no-story', undefined],
  ['a list of something else', [7], 'invalid-member', '0'],
  ['no identifier', { headline: 'Ferry sold' }, 'missing-identifier', 'uri'],
  ['a blank identifier', { uri: ' ' }, 'missing-identifier', 'uri'],
  ['a list without identifiers', { items: [{}, {}] }, 'missing-identifier', 'items.0.uri'],
  ['an overlong identifier', { uri: 'x'.repeat(513) }, 'invalid-member', 'uri'],
  ['a key that reaches a prototype', '{"uri":"urn:enb:1","__proto__":{}}', 'unsafe-json', '__proto__'],
  ['a headline that is a number', { uri: 'urn:enb:1', headline: 12 }, 'invalid-member', 'headline'],
  ['an unknown type', { uri: 'urn:enb:1', type: 'poem' }, 'invalid-member', 'type'],
  ['a type that every object has', { uri: 'urn:enb:1', type: 'toString' }, 'invalid-member', 'type'],
  ['an unknown status', { uri: 'urn:enb:1', pubStatus: 'cancelled' }, 'invalid-member', 'pubStatus'],
  ['a subject that is a string', { uri: 'urn:enb:1', subject: ['roads'] }, 'invalid-member', 'subject.0'],
  [
    'an association without a name',
    { uri: 'urn:enb:1', associations: [{ uri: 'urn:enb:2' }] },
    'invalid-member',
    'associations.0.name',
  ],
  [
    'an association without identifier',
    { uri: 'urn:enb:1', associations: [{ name: 'logo' }] },
    'missing-identifier',
    'associations.0.uri',
  ],
  [
    'a rendition without a name',
    { uri: 'urn:enb:1', renditions: [{ href: 'https://x.example' }] },
    'invalid-member',
    'renditions.0.name',
  ],
])('refuses %s', (_name, json, code, path) => {
  expect(fault(json)).toEqual([code, path]);
});

test.each([
  ['an item that names its standard', '{"standard":{"name":"ninjs"},"uri":"x"}', 0.95],
  ['an item', '{"uri":"x","headlines":[],"pubStatus":"usable"}', 0.9],
  ['an item with its identifier last', '{"body_html":"<p>\\"uri\\"</p>","headline":"x","guid":"x"}', 0.9],
  ['items in an array', '\ufeff[ {"uri":"x","headline":"x","byline":"x"}]', 0.9],
  ['items of an API', '{"total":1,"_items":[{"_id":"x","headline":"x","byline":"x"}]}', 0.9],
  ['an item that breaks off', '{"uri":"x","headline":"x","body_ht', 0.6],
  ['an identifier alone', '{"uri":"x"}', 0.3],
  ['an item without an identifier', '{"headline":"x","byline":"x"}', 0.3],
  ['JSON with items somewhere inside', '{"data":{"item":{"uri":"x","headline":"x","byline":"x"}}}', 0],
  ['other JSON', '{"a":"uri"}', 0],
  ['XML', '<uri/>', 0],
])('is as sure as it can be of %s', (_name, text, certainty) => {
  expect(ninjs.detect({ text, charset: 'utf-8' }, {})).toBe(certainty);
});
