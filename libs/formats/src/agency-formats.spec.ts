import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Story } from '#contracts';
import { readDocument } from './read-document.ts';
import { formats } from './registry.ts';

const ROOMS = [
  ...['ap-media', 'dpa-digitalwires', 'reuters-connect', 'eventsml', 'onclusive'],
  ...['superdesk-event', 'ntb-event', 'ritzau', 'solita'],
];
/** Rooms whose own specs compare their goldens: here it is only seen that nobody else takes their documents. */
const NEIGHBOURS = ['ninjs', 'newsml-g2'];
const SAMPLES = new URL('../../../../shared/samples/', import.meta.url);

const documentsOf = (rooms: readonly string[]) =>
  rooms.flatMap((room) => {
    const folder = new URL(`./${room}/fixtures/`, import.meta.url);
    return readdirSync(folder)
      .filter((name) => !name.endsWith('.story.json') && (room !== 'newsml-g2' || name.endsWith('.xml')))
      .map((name) => ({ room, name, bytes: readFileSync(new URL(name, folder)), folder }));
  });

const surest = (text: string) => {
  const scores = formats.map((format) => ({ name: format.name, sure: format.detect({ text, charset: 'utf-8' }, {}) }));
  // As the door does: of equals the first in the registry.
  return scores.reduce((best, each) => (each.sure > best.sure ? each : best)).name;
};

test.each(documentsOf([...ROOMS, ...NEIGHBOURS]))('$room/$name is found to be of its format', ({ room, bytes }) => {
  const found = surest(bytes.toString());
  expect(found).toBe(room);
  // Cut off, as a head is, it is taken for nothing else.
  expect(surest(bytes.toString().slice(0, bytes.length * 0.75))).toBe(room);
});

test.each(documentsOf(ROOMS))('$room/$name gives its golden stories', ({ room, name, bytes, folder }) => {
  const golden: unknown = JSON.parse(readFileSync(new URL(name.replace(/\.\w+$/, '.story.json'), folder), 'utf8'));
  const reading = readDocument(bytes);
  expect(reading).toEqual({ format: room, charset: 'utf-8', stories: golden });
  for (const story of reading.stories) expect(Story.safeParse(story).error).toBeUndefined();
});

/** Files of the samples by folder, and the format that every one of them is of. */
const KNOWN: readonly (readonly [string, RegExp, string])[] = [
  ['wire/superdesk-cp/ap/', /\.json$/, 'ap-media'],
  ['wire/superdesk-core/', /^ap_media.*\.json$/, 'ap-media'],
  ['wire/superdesk-core/', /ninjs.*\.json$/, 'ninjs'],
  ['wire/superdesk-core/', /^ritzau.*\.xml$/, 'ritzau'],
  ['wire/superdesk-ntb/', /^ritzau.*\.xml$/, 'ritzau'],
  ['wire/superdesk-ntb/', /^solita_\d.*\.xml$/, 'solita'],
  ['wire/superdesk-ntb/', /^ntb_event\.xml$/, 'ntb-event'],
  ['wire/superdesk-ntb/api/', /\.json$/, 'ninjs'],
  ['wire/superdesk-ntb/ntb_events_api/', /\.xml$/, 'ntb-event'],
  ['wire/superdesk-stt/', /^events_ml.*\.xml$/, 'eventsml'],
  ['wire/superdesk-stt/', /^(?:stt_)?planning_ml.*\.xml$/, 'newsml-g2'],
  ['wire/dpa-digitalwires/input/', /\.json$/, 'dpa-digitalwires'],
  ['wire/dpa-digitalwires/output/', /\.xml$/, 'newsml-g2'],
  ['iptc/ninjs/validation/test_suite/1.3/should_pass/', /\.json$/, 'ninjs'],
  ['iptc/ninjs/validation/test_suite/3.1/should_pass/', /\.json$/, 'ninjs'],
];

(existsSync(SAMPLES) ? describe : describe.skip)('the samples (skipped where ../shared/samples is absent)', () => {
  test.each(KNOWN)('files of %s%s are %s', (folder, pattern, format) => {
    const at = new URL(folder, SAMPLES);
    const names = existsSync(at) ? readdirSync(at).filter((name) => pattern.test(name)) : [];
    expect(names.filter((name) => surest(readFileSync(new URL(name, at), 'utf8')) !== format)).toEqual([]);
  });
});
