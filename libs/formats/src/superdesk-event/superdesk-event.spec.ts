import { expect, test } from '@jest/globals';
import type { Story } from '#contracts';
import { superdeskEvent } from './index.ts';

const parse = (json: unknown) => superdeskEvent.parse({ text: JSON.stringify(json), charset: 'utf-8' }, {});

function storyOf(members: object): Story {
  const [story] = parse({ guid: 'urn:ev:1', type: 'event', name: 'Pier opens', ...members });
  if (story === undefined) throw new Error('no story');
  return story;
}

test.each([
  [{ pubstatus: 'usable' }, 'usable', undefined],
  [{ pubstatus: 'cancelled' }, 'canceled', 'kill'],
  [{ state: 'killed', pubstatus: 'usable' }, 'canceled', 'kill'],
  [{ pubstatus: 'usable', occur_status: { qcode: 'eocstat:eos6' } }, 'usable', undefined],
  [{ pubstatus: 'frozen' }, undefined, undefined],
])('an event with %j has this status', (members, pubStatus, change) => {
  const story = storyOf(members);
  expect([story.pubStatus, story.change]).toEqual([pubStatus, change]);
});

test('contacts are for editors, whether they are marked as public or not', () => {
  const contact = {
    first_name: 'Ilse',
    contact_phone: [{ number: '555 0100', public: true }],
    contact_email: ['i@x.example'],
  };
  expect(storyOf({ event_contact_info: [contact] }).notes).toEqual([
    { role: 'contacts', text: 'Ilse\n555 0100\ni@x.example', public: false },
  ]);
});

test.each([
  ['an event', { guid: 'urn:ev:1' }],
  ['an array', [{ guid: 'urn:ev:1' }]],
  ['an answer', { _items: [{ guid: 'urn:ev:1' }] }],
])('reads %s', (_name, json) => {
  expect(parse(json).map(({ guid }) => guid)).toEqual(['urn:ev:1']);
});

test.each([
  ['no identifier', {}, 'missing-identifier'],
  ['an identifier too long', { guid: 'x'.repeat(513) }, 'invalid-member'],
  ['an empty list', [], 'no-story'],
])('refuses %s', (_name, json, code) => {
  expect(() => parse(json)).toThrow(expect.objectContaining({ code }));
});
