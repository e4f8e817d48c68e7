import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { FORMATS, NewsType, NinjsItem, PubStatus, RawStory, type Story } from '#contracts';
import { enrich } from '../enriched-story.ts';
import { ORIGIN, rawStory } from '../fixtures/raw-story.ts';

const SCHEMA = '../shared/samples/iptc/ninjs/specification/ninjs-schema_3.1.json';
const GEOJSON = 'https://geojson.org/schema/GeoJSON.json';

/** Validates as the standard does, where the schema is at hand; Dateline writes no GeoJSON, so that part is left open. */
async function officialFaults(): Promise<((item: unknown) => unknown) | undefined> {
  if (!existsSync(SCHEMA)) return undefined;
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema({}, GEOJSON);
  const validate = ajv.compile(JSON.parse(await readFile(SCHEMA, 'utf8')));
  return (item) => (validate(item) ? [] : validate.errors);
}

const faultsOf = await officialFaults();
if (faultsOf === undefined) console.warn(`skipped: the official ninjs schema is not there (${SCHEMA})`);
const withSchema = faultsOf === undefined ? test.skip : test;

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('', ' ', '\0', '\ud800', '__proto__', 'urn:x:1', 'https://example.org/a', 'https://[::1]/', 'a\nb'),
);
const few = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { maxLength: 3 });
const optional = <T extends object>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(model, { requiredKeys: [] });
const percent = fc.integer({ min: 0, max: 100 });
const time = optional({
  utc: fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }).map((date) => date.toISOString()),
  local: fc.constantFrom('2025-03-04', '2025-02-30', '2025-03-04T09:15:00', 'soon'),
}).chain((printed) => text.map((raw) => ({ raw, ...printed })));
const concept = optional({
  ...{ name: text, uri: text, scheme: text, code: text, rel: text, creator: text },
  ...{ relevance: percent, confidence: percent },
  symbols: few(optional({ exchange: text, symbolType: text, symbol: text })),
});
const rendition = fc.record(
  {
    name: text,
    href: text,
    contentType: text,
    width: fc.integer(),
    duration: fc.double({ noNaN: true, noDefaultInfinity: true }),
  },
  { requiredKeys: ['name'] },
);
const medium = fc.record(
  {
    ...{ type: fc.constantFrom(...NewsType.options), captions: few(text), renditions: few(rendition) },
    ...{ guid: text, name: text, rel: text, headline: text, credit: text, creator: text, altText: text },
    ...{ taken: time, people: few(concept), duration: fc.nat(), digitalSourceType: text },
  },
  { requiredKeys: ['type', 'captions', 'renditions'] },
);
const block = fc.record({ kind: fc.constantFrom('paragraph' as const, 'heading' as const), html: text, text });
const names = { name: text, role: text };
const story: fc.Arbitrary<Partial<Story>> = optional({
  guid: fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }).map((guid) => guid.slice(0, 40)),
  format: fc.constantFrom(...FORMATS),
  ...{ profile: text, version: text, language: text, title: text, slugline: text, by: text, located: text },
  ...{ copyrightHolder: text, copyrightNotice: text, usageTerms: text },
  pubStatus: fc.constantFrom(...PubStatus.options),
  urgency: fc.integer({ min: 1, max: 9 }),
  times: optional({ firstCreated: time, updated: time, embargoedUntil: time, expires: time }),
  event: optional({ start: time, end: time, duration: text, status: concept, coverage: concept, organiser: concept }),
  headlines: few(fc.record({ value: text })),
  descriptions: few(fc.record({ role: text, value: text })),
  contributors: few(
    fc.record({ ...names, kind: fc.constantFrom('person' as const, 'organisation' as const), uri: text }),
  ),
  body: few(block),
  notes: few(fc.record({ text, public: fc.boolean() })),
  media: few(medium),
  ...{ subjects: few(concept), people: few(concept), organisations: few(concept), places: few(concept) },
  ...{ events: few(concept), objects: few(concept), genres: few(concept), infoSources: few(concept) },
  keywords: few(text),
  altIds: few(fc.record({ role: text, value: text })),
  rightsInfo: optional({ langId: text, linkedRights: text, encodedRights: text }),
  digitalSourceType: concept,
  trustIndicators: few(optional({ role: text, title: text, href: text })),
  relations: few(fc.record({ rel: text, guid: text, href: text, title: text })),
}) as fc.Arbitrary<Partial<Story>>;

const english = (sample: string) => (sample.length % 2 === 0 ? 'en' : undefined);

describe('the item of any story', () => {
  test('has the shape of the contract', () => {
    fc.assert(
      fc.property(story, (given) => {
        const raw = RawStory.parse(rawStory(given));
        const { item } = enrich(raw, ORIGIN, english);
        expect(NinjsItem.parse(item)).toEqual(item);
      }),
    );
  });

  withSchema('is valid by the official schema of ninjs 3.1', () => {
    fc.assert(
      fc.property(story, (given) => {
        const { item } = enrich(RawStory.parse(rawStory(given)), ORIGIN, english);
        expect(faultsOf?.(JSON.parse(JSON.stringify(item)))).toEqual([]);
      }),
    );
  });
});

withSchema('the item of a page is valid by the official schema of ninjs 3.1', async () => {
  const page = await readFile(new URL('../fixtures/page.json', import.meta.url), 'utf8');
  const { item } = enrich(RawStory.parse(JSON.parse(page)), ORIGIN, english);
  expect(faultsOf?.(item)).toEqual([]);
});

withSchema('the official schema finds the fault of an item that has one', () => {
  expect(faultsOf?.({ uri: 'no uri' })).not.toEqual([]);
});
