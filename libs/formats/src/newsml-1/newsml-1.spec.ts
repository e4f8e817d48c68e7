import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { blockHtml, type Story } from '#contracts';
import { readDocument } from '../read-document.ts';

const FIXTURES = new URL('./fixtures/', import.meta.url);
const names = readdirSync(FIXTURES).flatMap((file) => (file.endsWith('.xml') ? [file.slice(0, -4)] : []));
const read = (file: string): Buffer => readFileSync(new URL(file, FIXTURES));

const IDENTIFIER = {
  ProviderId: 'hw.example',
  DateId: '20310505',
  NewsItemId: 'tide',
  PublicIdentifier: 'urn:newsml:hw.example:20310505:tide:2',
};
type Parts = {
  identifier?: Record<string, string>;
  revision?: string;
  management?: string;
  component?: string;
  sent?: string;
};

function documentOf({
  identifier = IDENTIFIER,
  revision = '<RevisionId PreviousRevision="1" Update="N">2</RevisionId>',
  management = '',
  component = '',
  sent = '20310505T101500Z',
}: Parts): Buffer {
  const written = Object.entries(identifier).map(([name, value]) => `<${name}>${value}</${name}>`);
  return Buffer.from(
    `<NewsML><NewsEnvelope><TransmissionId>${sent}</TransmissionId><DateAndTime>${sent}</DateAndTime></NewsEnvelope><NewsItem><Identification><NewsIdentifier>${written.join('')}${revision}</NewsIdentifier></Identification><NewsManagement>${management}</NewsManagement>${component}</NewsItem></NewsML>`,
  );
}

function story(parts: Parts): Story {
  const [only] = readDocument(documentOf(parts)).stories;
  if (only === undefined) throw new Error('no story');
  return only;
}

const bodyOf = (content: string): string[] =>
  story({ component: `<NewsComponent><ContentItem>${content}</ContentItem></NewsComponent>` }).body.map(blockHtml);

describe('NewsML 1', () => {
  test.each(names)('reads %s as its golden stories', (name) => {
    const golden: unknown = JSON.parse(read(`${name}.json`).toString());
    expect(readDocument(read(`${name}.xml`))).toEqual({ format: 'newsml-1', charset: 'utf-8', stories: golden });
  });

  test.each([
    ['urn:newsml:hw.example:20310505:tide:2', 'tide', 'urn:newsml:hw.example:20310505:tide'],
    ['urn:newsml:hw.example:20310505:tide:2N', 'tide', 'urn:newsml:hw.example:20310505:tide'],
    ['urn:newsml:hw.example:20310505:tide:2U', 'tide', 'urn:newsml:hw.example:20310505:tide'],
    ['urn:newsml:hw.example:20310505:tide', 'tide', 'urn:newsml:hw.example:20310505:tide'],
    ['urn:newsml:hw.example', 'tide', 'urn:newsml:hw.example:tide'],
    ['urn:newsml:hw.example:20310505:tide:2', '', 'urn:newsml:hw.example:20310505:tide'],
  ])('names %s with the item %j by %s', (PublicIdentifier, NewsItemId, guid) => {
    expect(story({ identifier: { ...IDENTIFIER, PublicIdentifier, NewsItemId } }).guid).toBe(guid);
  });

  test('names an item without identifiers by a long Duid, and by its headline where that is short', () => {
    const identifier = { ProviderId: 'hw.example' };
    const component = (duid: string) =>
      `<NewsComponent Duid="${duid}"><NewsLines><HeadLine>Tides</HeadLine></NewsLines></NewsComponent>`;
    expect(story({ identifier, component: component('03AE4325838900396A95') }).guid).toBe(
      'urn:newsml:hw.example:03AE4325838900396A95',
    );
    expect(story({ identifier, component: component('NC0001') }).guid).toMatch(/^urn:dateline:newsml-1:[0-9a-f]{32}$/);
  });

  test('says nothing of a transmission but its time, so that a resend is the same story', () => {
    const [first, resent] = ['20310505T090000Z', '20310505T091500Z'].map((sent) => story({ sent }));
    expect(first?.times.transmitted?.utc).toBe('2031-05-05T09:00:00Z');
    expect(resent).toEqual({ ...first, times: { ...first?.times, transmitted: resent?.times.transmitted } });
  });

  test.each([
    ['<Status FormalName="Canceled"/><Instruction FormalName="Update"/>', 'kill', 'canceled'],
    ['<Status FormalName="Withheld"/>', 'hold', 'withheld'],
    ['<Status FormalName="Embargoed"/>', 'hold', 'withheld'],
    ['<Status FormalName="Usable"/><Instruction FormalName="Rectify"/>', 'correction', 'usable'],
    ['<Status FormalName="Usable"/><Instruction FormalName="Delete"/>', 'kill', 'usable'],
    ['<Status FormalName="Usable"/>', 'update', 'usable'],
    ['<Status FormalName="OPEN"/>', 'update', undefined],
  ])('%s is the change %s and the status %s', (management, change, pubStatus) => {
    const found = story({ management });
    expect([found.change, found.pubStatus]).toEqual([change, pubStatus]);
  });

  test.each([
    ['Embargoed', 'Usable', 'embargoedUntil', 'usable'],
    ['Withheld', 'Usable', 'embargoedUntil', 'withheld'],
    ['Usable', 'Canceled', 'expires', 'usable'],
  ] as const)('%s that will change to %s says %s', (status, future, name, pubStatus) => {
    const change = `<StatusWillChange><FutureStatus FormalName="${future}"/><DateAndTime>20310506T0600+0200</DateAndTime></StatusWillChange>`;
    const found = story({ management: `<Status FormalName="${status}"/>${change}` });
    expect([found.times[name]?.utc, found.pubStatus]).toEqual(['2031-05-06T04:00:00Z', pubStatus]);
  });

  test.each([
    ['1', '0', undefined],
    ['5', '4', 'update'],
    ['DS02', '0', 'new'],
    ['DS02', 'DS01', 'update'],
  ])('revision %s after %s is the change %s', (revision, previous, change) => {
    expect(story({ revision: `<RevisionId PreviousRevision="${previous}">${revision}</RevisionId>` }).change).toBe(
      change,
    );
  });

  test('leaves an empty headline away', () => {
    expect(story({ component: '<NewsComponent><NewsLines><HeadLine/></NewsLines></NewsComponent>' }).headlines).toEqual(
      [],
    );
  });

  test.each([
    ['<DataContent>a\n\nb &amp; c\nd</DataContent>', ['<p>a</p>', '<p>b &amp; c<br>d</p>']],
    [
      '<MimeType FormalName="text/plain"/><DataContent>1 &lt; 2, &lt;p&gt;</DataContent>',
      ['<p>1 &lt; 2, &lt;p&gt;</p>'],
    ],
    ['<DataContent>&lt;p&gt;a&lt;/p&gt;&lt;p&gt;b&lt;br&gt;c&lt;/p&gt;</DataContent>', ['<p>a</p>', '<p>b<br>c</p>']],
    [
      '<DataContent>&lt;nitf&gt;&lt;body&gt;&lt;body.content&gt;&lt;p&gt;a&lt;/p&gt;&lt;/body.content&gt;&lt;/body&gt;&lt;/nitf&gt;</DataContent>',
      ['<p>a</p>'],
    ],
    ['<DataContent><![CDATA[<html><body><p>a</p><hr></body></html>]]></DataContent>', ['<p>a</p>', '<hr>']],
    ['<DataContent><p>a</p><p>b</p></DataContent>', ['<p>a</p>', '<p>b</p>']],
    [`<DataContent>${'word '.repeat(30)}\nnext</DataContent>`, [`<p>${'word '.repeat(30).trim()}</p>`, '<p>next</p>']],
    ['<Encoding Notation="base64"><DataContent>QQ==</DataContent></Encoding>', []],
    ['<Format FormalName="CSS"/><DataContent>p {}</DataContent>', []],
  ])('reads the content %s', (content, body) => {
    expect(bodyOf(content)).toEqual(body);
  });

  test('takes one of several components that say the same', () => {
    const form = (mime: string, data: string) =>
      `<NewsComponent><ContentItem><MimeType FormalName="${mime}"/><DataContent>${data}</DataContent></ContentItem></NewsComponent>`;
    const forms =
      form('text/plain', 'The moon') +
      form('text/xml', '<nitf><body><body.content><p>The <em>moon</em></p></body.content></body></nitf>');
    const read = (list: string) =>
      story({ component: `<NewsComponent EquivalentsList="${list}">${forms}</NewsComponent>` });
    expect(read('yes').body.map(({ html }) => html)).toEqual(['<p>The <em>moon</em></p>']);
    expect(read('yes').issues).toMatchObject([{ code: 'alternative-body-not-kept' }]);
    expect(read('no').body).toHaveLength(2);
  });

  test('keeps the advice that stands beside a picture, for editors', () => {
    const line =
      '<NewsLines><NewsLine><NewsLineType FormalName="Advisory"/><NewsLineText>No resale</NewsLineText></NewsLine></NewsLines>';
    const picture = `<NewsComponent>${line}<ContentItem Href="a.jpg"/></NewsComponent>`;
    expect(story({ component: `<NewsComponent>${picture}${picture}</NewsComponent>` })).toMatchObject({
      type: 'picture',
      notes: [{ role: 'Advisory', text: 'No resale', public: false }],
    });
  });

  test('keeps an item without components: it may be a kill', () => {
    expect(story({ management: '<Status FormalName="Canceled"/>' })).toMatchObject({
      change: 'kill',
      body: [],
      media: [],
    });
  });

  test('refuses a document without items', () => {
    expect(() => readDocument(Buffer.from('<NewsML><NewsEnvelope/></NewsML>'))).toThrow(
      expect.objectContaining({ code: 'no-story' }),
    );
  });

  test('keeps notepads, contacts and advice out of all that is public', () => {
    for (const name of ['two-languages', 'release', 'text-pictures']) {
      for (const { notes, ...rest } of readDocument(read(`${name}.xml`)).stories) {
        expect(JSON.stringify(rest)).not.toMatch(/555 0100|Appeler|AJOUTE|Notebook/);
        expect(notes.filter((note) => note.public)).toEqual([]);
      }
    }
  });
});
