import { describe, expect, test } from '@jest/globals';
import type { Story } from '#contracts';
import { newsmlG2 } from './index.ts';

const CATALOG = '<catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_38.xml"/>';

function read(name: string, content: string, attributes = 'guid="urn:x:1" version="1"'): Story {
  const xml = `<${name} xmlns="http://iptc.org/std/nar/2006-10-01/" standardversion="2.33" ${attributes}>${CATALOG}${content}</${name}>`;
  // Not by way of the registry: a document of nothing but events is one of EventsML there.
  const [story] = newsmlG2.parse({ text: xml, charset: 'utf-8' }, {});
  if (story === undefined) throw new Error('no story');
  return story;
}

const content = (set: string): Story => read('newsItem', `<contentSet>${set}</contentSet>`);
const inline = (body: string): Story =>
  content(`<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>${body}</body></html></inlineXML>`);
const texts = (story: Story): string[] => story.body.map(({ text }) => text);

describe('the content of an item', () => {
  test('keeps inline elements of NITF in their line', () => {
    const nitf =
      '<nitf><body><body.content><p><org>Tide Office</org> <person>I. Albers</person></p></body.content></body></nitf>';
    expect(texts(content(`<inlineXML>${nitf}</inlineXML>`))).toEqual(['Tide Office I. Albers']);
  });

  test('reads markup that came as text', () => {
    const html = '&lt;p&gt;One&lt;/p&gt;&lt;section class="np-nonpublic"&gt;&lt;p&gt;Tel. 1&lt;/p&gt;&lt;/section&gt;';
    const story = content(`<inlineData contenttype="text/html">${html}</inlineData>`);
    expect([texts(story), story.notes]).toEqual([['One'], [{ text: 'Tel. 1', public: false }]]);
  });

  test('reads NITF in CDATA', () => {
    const nitf =
      '<nitf><body><body.head><byline>By I. Albers</byline></body.head><body.content><p>One</p></body.content></body></nitf>';
    const story = content(`<inlineData contenttype="application/nitf+xml"><![CDATA[${nitf}]]></inlineData>`);
    expect([story.by, texts(story)]).toEqual(['By I. Albers', ['One']]);
  });

  test('says that encoded content is not read', () => {
    const story = content('<inlineData encoding="encd:base64" contenttype="image/jpeg">AAAA</inlineData>');
    expect([story.body, story.issues.map(({ code }) => code)]).toEqual([[], ['binary-content']]);
  });

  test('takes renditions for the desk as notes', () => {
    const story = content(
      '<inlineData rendition="x:text">One</inlineData><inlineData rendition="x:public"># Notizblock</inlineData>' +
        '<inlineData rendition="x:nonpublic">Tel. 1</inlineData>',
    );
    expect([texts(story), story.notes]).toEqual([
      ['One'],
      [
        { text: '# Notizblock', public: true },
        { text: 'Tel. 1', public: false },
      ],
    ]);
  });

  test('takes a second rendition of the same text once', () => {
    const part = '<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>One</p></body></html></inlineXML>';
    expect(texts(content(part + part))).toEqual(['One']);
  });

  test('takes what is marked out of lists, tables and lines', () => {
    const story = inline(
      '<ul><li>a</li><li class="np-nonpublic">Tel. 1</li></ul><p>b <span class="np-nonpublic">Tel. 2</span> c</p>' +
        '<p class="np-constraint">x<ul><li>Tel. 3</li></ul></p><table><tr><td>d</td><td pubconstraint="p:nonpublic">Tel. 4</td></tr></table>',
    );
    expect(texts(story)).toEqual(['a', 'b c', 'd']);
    expect(story.notes.map(({ text }) => text.replace('\n', ' '))).toEqual(['Tel. 1', 'Tel. 2', 'x Tel. 3', 'Tel. 4']);
    expect(JSON.stringify(story.body)).not.toContain('Tel');
  });

  test('leaves pictures and summaries of notes in the notes', () => {
    const picture =
      '<media media-type="image"><media-reference source="https://a.example/1.jpg"/><media-caption>b</media-caption></media>';
    const nitf = `<nitf><body><body.content><p>One</p><note type="npa"><p class="ingress">Tel. 1</p>${picture}</note></body.content></body></nitf>`;
    const story = content(`<inlineXML>${nitf}</inlineXML>`);
    expect([texts(story), story.media, story.descriptions]).toEqual([['One'], [], []]);
    expect(story.notes[0]?.text).toContain('Tel. 1');
  });

  test('reads many parts and pictures in time', () => {
    const part = (index: number) =>
      `<inlineXML><html><body><p>${index}</p><img src="https://a.example/${index}.jpg"/></body></html></inlineXML>`;
    const started = performance.now();
    expect(content(Array.from({ length: 10_000 }, (_, index) => part(index)).join('')).media).toHaveLength(10_000);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test('takes a byline that only the text has, and no sentence for one', () => {
    const named = inline('<p>(Adds quote)</p><p>By Ines Albers and J. van der Veen</p><p>The lamps are lit.</p>');
    expect([named.by, texts(named)]).toEqual([
      'By Ines Albers and J. van der Veen',
      ['(Adds quote)', 'The lamps are lit.'],
    ]);
    expect(inline('<p>By Monday the lamps are lit.</p><p>One</p>').by).toBeUndefined();
    expect(inline('<p>By Ines Albers</p>').body).toHaveLength(1);
  });
});

describe('the metadata of an item', () => {
  const subject = (qcode: string, catalog = ''): unknown =>
    read('newsItem', `${catalog}<contentMeta><subject qcode="${qcode}"/></contentMeta>`).subjects;

  test('resolves codes by its own catalog, catalogs it refers to and the IPTC’s; others stay codes', () => {
    const own = '<catalog><scheme alias="medtop" uri="http://cv.example/"/></catalog>';
    const dpa = '<catalogRef href="http://g2.dpa.com/catalog/catalog001.xml"/>';
    expect([
      subject('medtop:1', own),
      subject('dpasubject:1', dpa),
      subject('medtop:1'),
      subject('dpasubject:1'),
    ]).toEqual([
      [{ scheme: 'medtop', code: '1', uri: 'http://cv.example/1' }],
      [{ scheme: 'dpasubject', code: '1', uri: 'http://g2.dpa.com/cv/subject/1' }],
      [{ scheme: 'medtop', code: '1', uri: 'http://cv.iptc.org/newscodes/mediatopic/1' }],
      [{ scheme: 'dpasubject', code: '1' }],
    ]);
  });

  test.each([
    ['tag:wire.example,2031:newsml_ABC:10', '10', 'tag:wire.example,2031:newsml_ABC'],
    ['urn:newsml:wire.example:20310504:ABC:3N', '3', 'urn:newsml:wire.example:20310504:ABC'],
    ['urn:newsml:wire.example:20310504:3', '3', 'urn:newsml:wire.example:20310504:3'],
    ['urn:newsml:wire.example:20310504:ABC:4', '3', 'urn:newsml:wire.example:20310504:ABC:4'],
  ])('names %s in version %s by %s', (guid, version, expected) => {
    expect(read('newsItem', '', `guid="${guid}" version="${version}"`).guid).toBe(expected);
  });

  test('keeps the parts of a video in order and the hops of an item', () => {
    const story = read(
      'newsItem',
      '<hopHistory><hop seq="1"><party literal="Harbour Wire"/></hop></hopHistory>' +
        '<partMeta seq="2"><description>Boats</description></partMeta><partMeta seq="1"><description>Lamps</description></partMeta>',
    );
    expect(story.descriptions).toEqual([
      { role: 'part', value: 'Lamps' },
      { role: 'part', value: 'Boats' },
    ]);
    expect(story.infoSources).toMatchObject([{ role: 'hop' }]);
  });

  test('notes elements the standard does not know, and a catalog that is missing', () => {
    const strange = read('newsItem', '<itemMeta><colour>red</colour><ednote>Call Ines</ednote></itemMeta>');
    expect(strange.issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'unknown-element itemMeta/colour',
      'unknown-element itemMeta/ednote',
    ]);
    expect(strange.notes).toEqual([{ text: 'Call Ines', public: false }]);
    const xml = '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1" standardversion="2.29"/>';
    expect(newsmlG2.parse({ text: xml, charset: 'utf-8' }, {})[0]?.issues).toMatchObject([{ code: 'catalog-missing' }]);
  });
});

describe('items that plan', () => {
  test('an event is read from its concept', () => {
    const story = read(
      'conceptItem',
      `<concept><conceptId qcode="x:1"/><type qcode="cpnat:event"/><name>Harbour Day</name>
       <definition role="drol:summary">Boats and lamps.</definition><note role="x:desk">Ask for Ines</note>
       <eventDetails><dates><start>2031-05-04T10:00:00+02:00</start></dates>
       <location><name>Port Maren</name></location><organiser><name>Tide Office</name></organiser>
       <contactInfo><email>ines@harbourwire.example</email></contactInfo></eventDetails></concept>`,
    );
    expect(story).toMatchObject({
      type: 'event',
      headlines: [{ value: 'Harbour Day' }],
      located: 'Port Maren',
      organisations: [{ name: 'Tide Office' }],
      descriptions: [
        { role: 'summary', value: 'Boats and lamps.' },
        { role: 'dates', value: 'start: 2031-05-04T10:00:00+02:00' },
      ],
      notes: [
        { role: 'desk', text: 'Ask for Ines', public: false },
        { role: 'contactInfo', text: 'ines@harbourwire.example', public: false },
      ],
    });
  });

  test('planned coverage is described, delivered coverage is related, its notes are private', () => {
    const story = read(
      'planningItem',
      `<newsCoverageSet><newsCoverage><planning><itemClass qcode="ninat:text"/><scheduled>2031-05-04T12:00:00Z</scheduled>
       <headline>Lamps lit</headline><edNote>250 words</edNote></planning>
       <delivery><deliveredItemRef residref="urn:x:2" version="3"/></delivery></newsCoverage></newsCoverageSet>`,
    );
    expect(story).toMatchObject({
      type: 'planning',
      descriptions: [{ role: 'coverage', value: 'text, Lamps lit, 2031-05-04T12:00:00Z' }],
      relations: [{ rel: 'delivered', guid: 'urn:x:2', version: '3' }],
      notes: [{ text: '250 words', public: false }],
    });
  });
});
