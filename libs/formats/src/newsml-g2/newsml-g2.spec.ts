import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Story } from '#contracts';
import { readDocument } from '../read-document.ts';

const FIXTURES = new URL('./fixtures/', import.meta.url);
const names = readdirSync(FIXTURES).flatMap((file) => (file.endsWith('.xml') ? [file.slice(0, -4)] : []));
const read = (file: string): Buffer => readFileSync(new URL(file, FIXTURES));

const itemMeta = (meta: string, attributes = 'guid="urn:x:1" version="1"'): Story | undefined => {
  const xml = `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" ${attributes}><itemMeta>${meta}</itemMeta></newsItem>`;
  return readDocument(Buffer.from(xml)).stories[0];
};

describe('NewsML-G2', () => {
  test.each(names)('reads %s as its golden stories', (name) => {
    const golden: unknown = JSON.parse(read(`${name}.json`).toString());
    expect(readDocument(read(`${name}.xml`))).toEqual({ format: 'newsml-g2', charset: 'utf-8', stories: golden });
  });

  test.each([
    ['stat:canceled', 'sig:correction', 'kill'],
    ['stat:withheld', 'sig:update', 'hold'],
    ['stat:usable', 'sig:correction', 'correction'],
    ['stat:usable', 'edStat:C', 'correction'],
    ['stat:usable', 'sig:update', 'update'],
    ['stat:usable', 'agencysig:repeat', 'repeat'],
    ['stat:usable', 'sig:refile', 'refile'],
    ['stat:usable', 'sig:kill', 'kill'],
    ['stat:usable', 'desk:update', undefined],
  ])('status %s with signal %s is the change %s', (status, signal, change) => {
    expect(itemMeta(`<pubStatus qcode="${status}"/><signal qcode="${signal}"/>`)?.change).toBe(change);
  });

  test('takes a status given as a URI', () => {
    expect(itemMeta('<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/withheld"/>')?.pubStatus).toBe(
      'withheld',
    );
  });

  test('withholds an item with a nil embargo', () => {
    const nil = '<embargoed xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/>';
    expect(itemMeta(`<pubStatus qcode="stat:usable"/>${nil}`)).toMatchObject({
      pubStatus: 'withheld',
      issues: [{ code: 'embargo-without-time' }],
    });
  });

  test.each([
    ['urn:x:story:1', '1', 'urn:x:story:1'],
    ['tag:x,2031:newsml_1:1400567890', '1400567890', 'tag:x,2031:newsml_1'],
  ])('names the story %s of version %s by %s', (guid, version, expected) => {
    expect(itemMeta('', `guid="${guid}" version="${version}"`)?.guid).toBe(expected);
  });

  test('refuses an item without a guid', () => {
    expect(() => itemMeta('', 'version="1"')).toThrow(expect.objectContaining({ code: 'missing-identifier' }));
  });

  test('refuses a document of concepts alone', () => {
    const xml = '<conceptItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:c:1"/>';
    expect(() => readDocument(Buffer.from(xml))).toThrow(expect.objectContaining({ code: 'no-story' }));
  });

  test('keeps what is not for publication out of the body and in private notes', () => {
    const [story] = readDocument(read('correction.xml')).stories;
    const body = story?.body.map(({ html }) => html).join('') ?? '';
    expect(body).not.toMatch(/photographer|harbour master|\+49/);
    const secret = story?.notes.filter(({ text }) => /photographer|harbour master|\+49/.test(text)) ?? [];
    expect(secret.map((note) => note.public)).toEqual([false, false, false]);
  });
});
