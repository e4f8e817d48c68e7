import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import type { Story } from '#contracts';
import { dpaDigitalwires } from './index.ts';

const parse = (json: unknown) => dpaDigitalwires.parse({ text: JSON.stringify(json), charset: 'utf-8' }, {});
const entry = (members: object) => ({ format: 'digitalwires@1.0.0', urn: 'urn:example:1', version: 1, ...members });

function storyOf(members: object): Story {
  const [story] = parse(entry(members));
  if (story === undefined) throw new Error('no story');
  return story;
}

test('nothing that is not public is in the body or in a public note', () => {
  const text = readFileSync(new URL('./fixtures/story.json', import.meta.url), 'utf8');
  const [story] = dpaDigitalwires.parse({ text, charset: 'utf-8' }, {});
  const seen = [
    story?.body.map(({ html }) => html),
    story?.notes.filter((note) => note.public).map((note) => note.text),
  ];
  expect(JSON.stringify(seen)).not.toMatch(/\+49|marrow@|Kontakte|yyzz/);
  expect(story?.notes.filter((note) => !note.public && /\+49/.test(note.text)).length).toBe(2);
});

test.each([
  ['canceled', { pubstatus: 'canceled', signal: 'sig:update' }, 'canceled', 'kill'],
  ['withheld', { pubstatus: 'stat:withheld' }, 'withheld', 'hold'],
  ['killed by a signal', { signal: 'sig:kill' }, undefined, 'kill'],
  ['a correction', { pubstatus: 'usable', signal: 'sig:correction' }, 'usable', 'correction'],
  ['an update by its category', { categories: [{ type: 'dnltype:signal', qcode: 'sig:update' }] }, undefined, 'update'],
  ['AP’s news content', { categories: [{ type: 'dnltype:signal', qcode: 'apsig:newscontent' }] }, undefined, undefined],
])('an entry that is %s', (_name, members, pubStatus, change) => {
  const story = storyOf(members);
  expect([story.pubStatus, story.change]).toEqual([pubStatus, change]);
});

test.each([
  ['before the first words', '<section><p class="x">Text.</p></section>', ['Maren (dpa) - Text.']],
  ['before a text without paragraphs', 'Text.', ['Maren (dpa) -', 'Text.']],
])('the dateline stands %s', (_name, article_html, texts) => {
  expect(storyOf({ article_html, dateline: 'Maren (dpa) - ' }).body.map(({ text }) => text)).toEqual(texts);
});

test('an entry without a text and with one picture is the picture', () => {
  const picture = { type: 'image', urn: 'urn:example:1', caption: 'Die Mole', renditions: [] };
  expect(storyOf({ associations: [picture] }).type).toBe('picture');
  expect(storyOf({ associations: [picture, picture] }).type).toBe('text');
  expect(storyOf({ associations: [picture], article_html: '<p>Text.</p>' }).type).toBe('text');
});

test.each([
  ['an entry', entry({})],
  ['an array of entries', [entry({})]],
  ['an answer', { entries: [entry({})] }],
])('reads %s', (_name, json) => {
  expect(parse(json).map(({ guid }) => guid)).toEqual(['urn:example:1']);
});

test.each([
  ['an empty answer', { entries: [] }, 'no-story'],
  ['text', 'digitalwires', 'no-story'],
  ['an entry without a urn', { format: 'digitalwires@1.0.0' }, 'missing-identifier'],
  ['an entry with a urn too long', entry({ urn: 'x'.repeat(513) }), 'invalid-member'],
  ['a list of something else', [7], 'invalid-member'],
])('refuses %s', (_name, json, code) => {
  expect(() => parse(json)).toThrow(expect.objectContaining({ code }));
});
