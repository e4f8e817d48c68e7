import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { articleOfStory } from './fixtures/again.ts';
import { PECULIAR_STORIES } from './fixtures/peculiar-stories.ts';
import { stories } from './fixtures/stories.ts';
import { type OutputName, outputs } from './index.ts';

const NINJS = '../shared/samples/iptc/ninjs/specification/ninjs-schema_';
const GEOJSON = 'https://geojson.org/schema/GeoJSON.json';
/** A folder with the XML Schemas that the IPTC publishes with NewsML-G2 and NITF, and the `xml.xsd` they need. */
const XSD = process.env['IPTC_XSD_FOLDER'];
const XSD_FILES = { 'newsml-g2': 'NewsML-G2_2.35-spec-All-Power.xsd', nitf: 'nitf-3-6.xsd' } as const;

type Faults = (document: string) => unknown;

function ninjs31(): Faults | undefined {
  if (!existsSync(`${NINJS}3.1.json`)) return undefined;
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  // Dateline writes no GeoJSON.
  ajv.addSchema({}, GEOJSON);
  return faultsBy(ajv.compile(JSON.parse(readFileSync(`${NINJS}3.1.json`, 'utf8'))));
}

/** The schema of 1.3 is one of draft 4, of which it uses nothing but what later drafts mean by it but for the name of `$id`. */
function ninjs13(): Faults | undefined {
  if (!existsSync(`${NINJS}1.3.json`)) return undefined;
  const { $schema: _, id, ...schema } = JSON.parse(readFileSync(`${NINJS}1.3.json`, 'utf8'));
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  return faultsBy(ajv.compile({ $id: id.replace(/#$/, ''), ...schema }));
}

function faultsBy(validate: { (data: unknown): unknown; errors?: unknown }): Faults {
  return (document) => (validate(JSON.parse(document)) ? [] : validate.errors);
}

async function xml(name: keyof typeof XSD_FILES): Promise<Faults | undefined> {
  const file = `${XSD}/${XSD_FILES[name]}`;
  if (XSD === undefined || !existsSync(file)) return undefined;
  const { XmlDocument, XsdValidator } = await import('libxml2-wasm');
  const { xmlRegisterFsInputProviders } = await import('libxml2-wasm/lib/nodejs.mjs');
  xmlRegisterFsInputProviders();
  const validator = XsdValidator.fromDoc(XmlDocument.fromString(readFileSync(file, 'utf8'), { url: file }));
  return (document) => {
    using parsed = XmlDocument.fromString(document);
    try {
      validator.validate(parsed);
      return [];
    } catch (error) {
      return String(error);
    }
  };
}

/** Documents that say nothing of what their schemas ask for. */
const FAULTY: Readonly<Record<OutputName, string>> = {
  'ninjs-3': '{ "uri": "no uri" }',
  'ninjs-1': '{ "uri": "no uri" }',
  'newsml-g2': '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>',
  nitf: '<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"/>',
};

const validators: Readonly<Record<OutputName, Faults | undefined>> = {
  'ninjs-3': ninjs31(),
  'ninjs-1': ninjs13(),
  'newsml-g2': await xml('newsml-g2'),
  nitf: await xml('nitf'),
};

describe.each(Object.values(outputs))('$name', ({ name, write }) => {
  const faultsOf = validators[name];
  if (faultsOf === undefined) console.warn(`skipped: the official schema of ${name} is not there`);
  const withSchema = faultsOf === undefined ? test.skip : test;

  withSchema('is valid by its official schema, whatever the story', () => {
    fc.assert(
      fc.property(fc.oneof(stories, fc.constantFrom(...PECULIAR_STORIES)), (story) => {
        expect(faultsOf?.(write(articleOfStory(story)))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  withSchema('is told from what the schema refuses', () => {
    expect(faultsOf?.(FAULTY[name])).not.toEqual([]);
  });
});
