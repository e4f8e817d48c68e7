import { expect, test } from '@jest/globals';
import type { Story } from '#contracts';
import { reutersConnect } from './index.ts';

const GUID = 'tag:reuters.com,2031:newsml_X1N0AB01';
const parse = (json: unknown) => reutersConnect.parse({ text: JSON.stringify(json), charset: 'utf-8' }, {});

function storyOf(members: object): Story {
  const [story] = parse({ uri: GUID, type: 'TEXT', bodyXhtml: '<p>Text.</p>', ...members });
  if (story === undefined) throw new Error('no story');
  return story;
}

test.each([
  ['its uri and version', { version: '5' }, GUID, '5'],
  ['a uri that repeats the version', { uri: `${GUID}:5`, version: '5' }, GUID, '5'],
  ['a uri with the version alone', { uri: `${GUID}:1400567890` }, GUID, '1400567890'],
  ['its versioned identifier', { uri: undefined, versionedGuid: `${GUID}:7` }, GUID, '7'],
  ['its story number', { uri: undefined, usn: 'X1N0AB01' }, 'X1N0AB01', undefined],
])('an item is named by %s', (_name, members, guid, version) => {
  const story = storyOf(members);
  expect([story.guid, story.version]).toEqual([guid, version]);
});

test.each([
  [{ pubStatus: 'stat:usable', headLine: 'Pier opens' }, 'usable', undefined],
  [{ pubStatus: 'usable', headLine: 'UPDATE 3-Pier opens' }, 'usable', 'update'],
  [{ headLine: 'CORRECTED-UPDATE 3-Pier opens' }, undefined, 'correction'],
  [{ headLine: 'REFILE-Pier opens' }, undefined, 'refile'],
  [{ headLine: 'RPT-Pier opens' }, undefined, 'repeat'],
  [{ headLine: 'WITHDRAWN-Pier opens' }, undefined, 'kill'],
  [{ headLine: 'Update on piers' }, undefined, undefined],
  [{ signal: ['edStat:C'], headLine: 'Pier opens' }, undefined, 'correction'],
  [{ pubStatus: 'http://cv.iptc.org/newscodes/pubstatusg2/canceled' }, 'canceled', 'kill'],
  [{ pubStatus: 'withdrawn' }, 'withheld', 'hold'],
])('%j has a status and a change', (members, pubStatus, change) => {
  const story = storyOf(members);
  expect([story.pubStatus, story.change]).toEqual([pubStatus, change]);
});

test.each([
  ['TEXT', 'text'],
  ['ninat:picture', 'picture'],
  ['http://cv.iptc.org/newscodes/ninature/video', 'video'],
  ['Graphics', 'graphic'],
  ['COMPOSITE', 'composite'],
])('the type %s is %s', (written, type) => {
  expect(storyOf({ type: written }).type).toBe(type);
});

test('the body is that of the page, without its head', () => {
  const page = '<html><head><title>Title</title></head><body class="x"><p>Text.</p></body></html>';
  expect(storyOf({ bodyXhtml: page }).body.map(({ text }) => text)).toEqual(['Text.']);
});

test.each([
  ['a list of nothing', { data: { search: { items: [] } } }, 'no-story'],
  ['an item without an identifier', { data: { item: { headLine: 'x' } } }, 'missing-identifier'],
  ['an identifier too long', { uri: 'x'.repeat(513) }, 'invalid-member'],
  ['a number', 7, 'invalid-member'],
])('refuses %s', (_name, json, code) => {
  expect(() => parse(json)).toThrow(expect.objectContaining({ code }));
});
