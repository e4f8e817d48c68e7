import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readDocument } from '../read-document.ts';
import { eventsml } from './index.ts';

const NS = 'xmlns="http://iptc.org/std/nar/2006-10-01/"';
const event = (inside: string) =>
  `<concept><conceptId qcode="ev:1"/><type qcode="cpnat:event"/><name>Pier opens</name>${inside}</concept>`;
const item = (inside: string) => `<conceptItem ${NS} guid="urn:ev:1" version="1">${inside}</conceptItem>`;
const storiesOf = (xml: string) => readDocument(Buffer.from(xml)).stories;

describe('EventsML-G2', () => {
  test('tells nobody but editors whom to ask and how to get in', () => {
    const [story] = storiesOf(readFileSync(new URL('./fixtures/concept-item.xml', import.meta.url), 'utf8'));
    const seen = JSON.stringify({ ...story, notes: story?.notes.filter((note) => note.public) });
    expect(seen).not.toMatch(/555 01|ilse@|press office|Press card/);
    expect(story?.notes.some((note) => note.text.includes('555 0100'))).toBe(true);
  });

  test('names an event alone in its item by the item, one of several by itself', () => {
    const several = `<knowledgeItem ${NS} guid="urn:k:1" version="1"><conceptSet>${event('')}</conceptSet></knowledgeItem>`;
    expect(storiesOf(item(event(''))).map(({ guid }) => guid)).toEqual(['urn:ev:1']);
    expect(storiesOf(several)).toMatchObject([{ guid: 'ev:1', relations: [{ rel: 'partOf', guid: 'urn:k:1' }] }]);
  });

  test('takes a deleted event back', () => {
    const meta = '<itemMeta><pubStatus qcode="stat:canceled"/></itemMeta>';
    expect(storiesOf(item(meta + event('')))).toMatchObject([{ pubStatus: 'canceled', change: 'kill' }]);
  });

  test('keeps an event that is called off, with its status', () => {
    const details = '<eventDetails><occurStatus qcode="eocstat:eos6"/></eventDetails>';
    const uri = 'http://cv.iptc.org/newscodes/eventoccurstatus/eos6';
    const [story] = storiesOf(item(event(details)));
    expect([story?.change, story?.event?.status?.uri]).toEqual([undefined, uri]);
  });

  test('reads the events of a message, and says which of its items are none', () => {
    const person = item('<concept><conceptId qcode="ev:p"/><type qcode="cpnat:person"/></concept>');
    const message = `<newsMessage ${NS}><itemSet>${item(event(''))}${person}</itemSet></newsMessage>`;
    expect(storiesOf(message)).toMatchObject([
      { guid: 'urn:ev:1', issues: [{ code: 'no-story', path: 'itemSet/conceptItem[2]' }] },
    ]);
  });

  test.each([
    ['an event', item(event('')), 1],
    ['another concept', item('<concept><type qcode="cpnat:person"/></concept>'), 0],
    [
      'a message of news',
      `<newsMessage ${NS}><itemSet>${item(event(''))}<newsItem guid="x"/></itemSet></newsMessage>`,
      0,
    ],
    [
      'a news item about an event',
      `<newsItem ${NS}><contentMeta><subject type="cpnat:event"/></contentMeta></newsItem>`,
      0,
    ],
    ['a comment that shows one', `<!-- ${item(event('')).replaceAll('--', '')} --><nitf/>`, 0],
    ['JSON', '{"conceptItem":1}', 0],
  ])('is as sure as it can be of %s', (_name, text, sure) => {
    expect(eventsml.detect({ text, charset: 'utf-8' }, {})).toBe(sure);
  });
});
