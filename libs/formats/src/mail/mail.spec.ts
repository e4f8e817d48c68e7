import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Story } from '#contracts';
import { readDocument } from '../read-document.ts';
import { mail } from './index.ts';

const FIXTURES = new URL('./fixtures/', import.meta.url);
const names = readdirSync(FIXTURES).flatMap((file) => (file.endsWith('.eml') ? [file.slice(0, -4)] : []));
const bytes = (file: string): Buffer => readFileSync(new URL(file, FIXTURES));

const HEAD = 'Message-ID: <1@desk.example>\nFrom: Desk <desk@news.example>\nDate: Tue, 25 Mar 2031 19:37:00 +0100\n';
function letter(rest: string): Story {
  const [story] = readDocument(Buffer.from(HEAD + rest)).stories;
  if (story === undefined) throw new Error('no story');
  return story;
}
function dated(date: string): Story {
  const [story] = readDocument(
    Buffer.from(`Message-ID: <1@a.example>\nFrom: a@a.example\nTo: b\nDate: ${date}\n\ntext\n`),
  ).stories;
  if (story === undefined) throw new Error('no story');
  return story;
}
const code = (written: string): unknown => {
  try {
    readDocument(Buffer.from(written));
  } catch (error) {
    return Object(error).code;
  }
  return undefined;
};

describe('mail', () => {
  test.each(names)('reads %s as its golden stories', (name) => {
    expect(readDocument(bytes(`${name}.eml`))).toEqual(JSON.parse(bytes(`${name}.json`).toString()));
  });

  test('reads lines that end with LF as it reads CRLF', () => {
    const lf = bytes('release.eml').toString('latin1').replaceAll('\r\n', '\n');
    expect(readDocument(Buffer.from(lf, 'latin1')).stories).toEqual(readDocument(bytes('release.eml')).stories);
  });

  test.each([
    ['Tue, 25 Mar 2031 19:37:00 +0100', '2031-03-25T18:37:00Z'],
    ['25 Mar 31 19:37 EST', '2031-03-26T00:37:00Z'],
    ['Tue, 25 Mar 2031 19:37:00 GMT', '2031-03-25T19:37:00Z'],
    ['Tue, 25 Mar 2031 19:37:00 -0330 (NST)', '2031-03-25T23:07:00Z'],
    ['Tue, 25 Mar 2031 19:37:00 QQT', undefined],
    ['Tue, 31 Feb 2031 19:37:00 +0000', undefined],
    ['yesterday', undefined],
  ])('reads the date %j', (date, utc) => {
    const { times } = dated(date);
    expect(times.versionCreated?.utc).toBe(utc);
    expect(times.versionCreated?.raw).toBe(date);
  });

  test('shows HTML once, and keeps a plain text with other words out of sight', () => {
    const parts = (plain: string) =>
      letter(
        `Content-Type: multipart/alternative; boundary=x\n\n--x\n\n${plain}\n--x\nContent-Type: text/html\n\n<p>The lamps are lit.</p>\n--x--\n`,
      );
    expect(parts('The lamps are lit.').notes.map(({ role }) => role)).toEqual(['from']);
    const other = parts('The lamps are lit. Read more at the quay.');
    expect(other.body.map(({ text }) => text)).toEqual(['The lamps are lit.']);
    expect(other.notes).toContainEqual({
      role: 'plain-text',
      text: 'The lamps are lit. Read more at the quay.',
      public: false,
    });
  });

  test('keeps text beside a picture, and the picture with name, type and size', () => {
    const story = letter(
      'Content-Type: multipart/mixed; boundary=x\n\n--x\n\nThe lamps.\n--x\nContent-Type: image/jpeg; name="l.jpg"\nContent-Transfer-Encoding: base64\n\n/9j/4AAQ\n--x\n\nAre lit.\n--x--\n',
    );
    expect(story.body.map(({ text }) => text)).toEqual(['The lamps.', 'Are lit.']);
    expect(story.media).toEqual([
      {
        type: 'picture',
        captions: [],
        renditions: [{ name: 'attachment', contentType: 'image/jpeg', title: 'l.jpg', sizeInBytes: 6 }],
      },
    ]);
  });

  test.each([
    '<p>The lamps.</p><div class="gmail_signature"><div>Ida Falk</div><div>+00 555 0100</div></div>',
    '<p>The lamps.</p><p>-- <br>Ida Falk<br>+00 555 0100</p>',
    '<html><head><title>Mail</title></head><body><p>The lamps.</p><p>Ida Falk</p><p>+00 555 0100</p></body></html>',
  ])('takes the signature out of %s', (html) => {
    const story = letter(
      `Content-Type: multipart/alternative; boundary=x\n\n--x\n\nThe lamps.\n\n-- \nIda Falk\n+00 555 0100\n--x\nContent-Type: text/html\n\n${html}\n--x--\n`,
    );
    expect(story.body.map(({ text }) => text)).toEqual(['The lamps.']);
    expect(story.notes).toContainEqual({ role: 'signature', text: 'Ida Falk\n+00 555 0100', public: false });
  });

  test('refuses a mail that says nothing', () => {
    expect(code(`${HEAD}\n\n`)).toBe('no-story');
  });

  test('takes an attached text for a story, and a calendar for a file', () => {
    const attached = (type: string) =>
      readDocument(
        Buffer.from(
          `${HEAD}Content-Type: multipart/mixed; boundary=x\n\n--x\n\nSee below.\n--x\nContent-Type: ${type}; name=f\nContent-Disposition: attachment\n\nLamps lit\nThe lamps are lit.\n--x--\n`,
        ),
      ).stories;
    expect(attached('text/plain').map(({ format }) => format)).toEqual(['mail', 'page-text']);
    expect(attached('text/calendar').map(({ relations }) => relations)).toEqual([[{ rel: 'attachment', title: 'f' }]]);
  });

  test('reads a body without any structure', () => {
    expect(letter('Subject: Re: AW: Lamps\n\nThe lamps.\n\nAre lit.\n')).toMatchObject({
      guid: '1@desk.example',
      title: 'Re: AW: Lamps',
      headlines: [{ value: 'Lamps' }],
      body: [{ text: 'The lamps.' }, { text: 'Are lit.' }],
    });
  });

  test.each([
    ['=?utf-8?Q?Lampen_f=C3=BCr_alle?=', 'Lampen für alle'],
    ['=?unknown-8bit?q?Lampen_f=C3=BCr_alle?=', 'Lampen für alle'],
    ['=?x-odd?q?Lampen_f=FCr_alle?=', 'Lampen für alle'],
    ['=?utf-8?B?0J7Qsw==?= =?utf-8?B?0L3QuA==?=', 'Огни'],
    ['=?koi8-r*ru?B?7sfOyQ==?=', 'Нгни'],
    ['Lamps =? at the quay', 'Lamps =? at the quay'],
  ])('reads the subject %s', (subject, expected) => {
    expect(letter(`Subject: ${subject}\n\nLit.\n`).headlines).toEqual([{ value: expected }]);
  });

  test('reads bytes of a header in the character set of the text', () => {
    const written = Buffer.concat([
      Buffer.from(`${HEAD}Content-Type: text/plain; charset=koi8-r\nSubject: `),
      Buffer.from([0xef, 0xc7, 0xce, 0xc9]),
      Buffer.from('\n\nLit.\n'),
    ]);
    expect(readDocument(written).stories[0]?.headlines).toEqual([{ value: 'Огни' }]);
  });

  test('names a mail without Message-ID by who wrote it when', () => {
    const written =
      'From: d@news.example\nTo: x@news.example\nSubject: Lamps\nDate: Tue, 25 Mar 2031 19:37:00 +0100\n\nLit.\n';
    const guid = (text: string) => readDocument(Buffer.from(text)).stories[0]?.guid;
    expect(guid(written)).toBe(guid(written.replace('Lit.', 'Not lit.')));
    expect(guid(written)).not.toBe(guid(written.replace('19:37', '19:38')));
  });

  test.each(names)('leaks nothing private of %s', (name) => {
    const stories = readDocument(bytes(`${name}.eml`)).stories.map((story) => ({
      ...story,
      notes: story.notes.filter((note) => note.public),
    }));
    const shown = JSON.stringify(stories).replace(/"(?:guid|value)":"[^"@]*@[^"]*"/g, '');
    expect(shown).not.toMatch(/555 0100|@|confidential|Username/);
  });

  test('refuses parts inside of parts without end', () => {
    const deep = 'Content-Type: message/rfc822\n\n'.repeat(10_000);
    expect(code(`${HEAD}${deep}text`)).toBe('too-deep');
  });

  test('refuses more parts than a mail has', () => {
    const parts = '--x\n\ntext\n'.repeat(10_000);
    expect(code(`${HEAD}Content-Type: multipart/mixed; boundary=x\n\n${parts}--x--`)).toBe('too-large');
  });

  test.each([
    ['Message-ID: <1@a.example>\nFrom: a@a.example\nDate: today\n\ntext', 0.95],
    ['   \r\nReceived: by a\r\n with b\r\nSubject: x\r\nTo: y\r\n\r\ntext', 0.95],
    ['From a@a.example Tue Mar 25\nReceived: by a\nSubject: x\nTo: y\n\ntext', 0.95],
    ['From: Ruben Sol\nTo: Tilda Brandt\nSubject: Lamps\n\nDear Tilda', 0.6],
    ['From: Port Maren\nText of a page.\nMore of it.', 0],
    ['Lamps lit\nFrom: Ruben\nTo: Tilda\nSubject: x', 0],
    ['Date: 25 March\nPlace: Maren\nPrice: 3\n\ntext', 0],
  ])('is as sure as it can be of %j', (text, sure) => {
    expect(mail.detect({ text, charset: 'utf-8' }, {})).toBe(sure);
  });
});
